// Whether the Dutch sentences are plain: short, active, without words of offices. A measure is no reader, so this warns and
// never stops the build; it fails only when it read nothing.
import { hardWords } from './hard-words.ts'
import { report, verdict, type Sin, type Verdict } from './sins.ts'
import { filesUnder } from './source.ts'
import { stringsIn } from './strings-in.ts'

/** Words in one sentence at most, and on average in one file. */
const longest = 20
const usual = 12
/** Letters in one word at most; a name of a thing that has no shorter one is listed. */
const longestWord = 18
const knownLong = new Set(['voorjaarsvakantie', 'ouderbetrokkenheid', 'leerlingenraad', 'medezeggenschapsraad'])

/** Reads each texts.nl.ts and says where a reader at level B1 may stumble. Its sins are warnings. */
export const b1 = (root: string): Verdict => {
  const paths = filesUnder(root, ['src'], /(^|\/)texts\.nl\.ts$/)
  const sins = paths.flatMap((path) => {
    const said = stringsIn(root, path).flatMap(({ line, text }) =>
      sentencesOf(text).map((sentence) => ({ line, sentence, words: wordsOf(sentence) })),
    )
    return [
      ...average(
        path,
        said.map(({ words }) => words.length),
      ),
      ...said.flatMap(({ line, sentence, words }) =>
        stumbles(words).map((says): Sin => ({ where: `${path}:${line}`, says: `${says}: "${sentence}"` })),
      ),
    ]
  })
  return verdict('b1', paths.length, sins)
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.?!:])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0)

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{M}\d]+(?:['’-][\p{L}\p{M}\d]+)*|…/gu) ?? []

/** Labels and buttons are no sentences: the average is of what has a verb's worth of words. */
const average = (path: string, lengths: readonly number[]): Sin[] => {
  const whole = lengths.filter((length) => length >= 4)
  const mean = whole.reduce((sum, length) => sum + length, 0) / Math.max(whole.length, 1)
  return mean <= usual
    ? []
    : [{ where: path, says: `sentences of ${mean.toFixed(1)} words on average, ${usual} is plain` }]
}

const stumbles = (words: readonly string[]): string[] => {
  const lower = words.map((word) => word.toLocaleLowerCase('nl'))
  const hard = lower.flatMap((word) =>
    hardWords[word] === undefined ? [] : [`"${word}", plainer is "${hardWords[word]}"`],
  )
  const long = lower.filter((word) => word.length > longestWord && !word.includes('-') && !knownLong.has(word))
  return [
    ...(words.length > longest ? [`a sentence of ${words.length} words, ${longest} is the most`] : []),
    ...(isPassive(lower) ? ['says what is done and not who does it'] : []),
    ...hard,
    ...long.map((word) => `"${word}" is a long word`),
  ]
}

const helpers = new Set(['word', 'wordt', 'worden', 'werd', 'werden'])
const prefixes =
  /^(ge|be|ver|her|ont|er)\p{L}{2,}(d|t|en)$|^(aan|af|bij|door|in|mee|na|om|op|over|toe|uit|voor|weg|terug)ge\p{L}{2,}(d|t|en)$/u

/** "wordt … bewaard": a form of worden, and a participle within the words around it. */
const isPassive = (words: readonly string[]): boolean =>
  words.some((word, at) => {
    if (!helpers.has(word)) return false
    return words.some(
      (other, near) => near !== at && Math.abs(near - at) <= 10 && prefixes.test(other) && !noParticiple.has(other),
    )
  })

// What looks like a participle and is none.
const noParticiple = new Set([
  'geen',
  'eerst',
  'eerste',
  'bent',
  'verschillend',
  'gebied',
  'geluid',
  'geld',
  'getal',
  'bestand',
  'gegevens',
  'ergens',
])

if (import.meta.main) {
  const found = b1(process.cwd())
  process.stdout.write(`${report(found).replace(/(\d+) sins/, '$1 warnings')}\n`)
  if (found.scanned === 0) process.exitCode = 1
}
