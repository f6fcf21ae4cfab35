// The sentences people see: "je" and not "u", short, no exclamation marks, and no word in one language that the other lacks.
import { finish, verdict, type Sin, type Verdict } from './sins.ts'
import { filesUnder } from './source.ts'
import { stringsIn } from './strings-in.ts'

/** Words in one sentence above which B1 readers stumble. */
const longest = 24

/** Texts that address by "u" on purpose: letters of decision alone. */
const formalAllowed = /decision-letter/

/** Reads each file of texts and says what people would stumble over. Dutch and English stand beside each other, always. */
export const texts = (root: string): Verdict => {
  const paths = filesUnder(root, ['src'], /(^|\/)texts\.[a-z]{2}\.ts$/)
  const sins = paths.flatMap((path) => {
    const dutch = path.endsWith('.nl.ts')
    const twin = dutch ? path.replace('.nl.ts', '.en.ts') : path.replace(/\.[a-z]{2}\.ts$/, '.nl.ts')
    const lonely = paths.includes(twin) ? [] : [{ where: path, says: `has no ${twin} beside it` }]
    return [
      ...lonely,
      ...stringsIn(root, path).flatMap(({ line, text }) =>
        faults(text, dutch).map((says): Sin => ({ where: `${path}:${line}`, says: `${says}: "${text.slice(0, 60)}"` })),
      ),
    ]
  })
  return verdict('texts', paths.length, sins)
}

const faults = (text: string, dutch: boolean): string[] => {
  const said: string[] = []
  if (dutch && !formalAllowed.test(text) && /(^|[\s"'(])(u|uw)(?=[\s.,;:?)]|$)/i.test(text))
    said.push('says "u" to people we call "je"')
  if (/!(\s|$)/.test(text)) said.push('raises its voice')
  const words = Math.max(...text.split(/[.?!:]\s/).map((sentence) => sentence.trim().split(/\s+/).length))
  if (words > longest) said.push(`a sentence of ${words} words, ${longest} is the most`)
  return said
}

if (import.meta.main) finish(texts(process.cwd()))
