import type { Lang } from '#platform/i18n/lang.ts'
import type { Agreement } from './agreement.ts'
import { kinds, type Kind } from './kinds/kinds.ts'
import { scopeWords } from './scope-words.ts'
import { emptyWords } from './search-words.ts'
import { catalogue, kindWords } from './texts.ts'

/** Other words people have for what a kind is about. */
const otherWords: Readonly<Record<Kind, string>> = {
  'online-trouble': 'pesten sexting naaktfoto ruzie tiktok instagram snapchat bullying',
  'group-rule': 'whatsapp app groepsapp appgroep foto chat',
  'quiet-hours': 'avond nacht weekend stil rust berichten whatsapp',
  phones: 'mobiel mobieltje gsm smartphone horloge smartwatch kluis mobile',
  devices: 'laptop tablet ipad chromebook computer scherm screen',
  'on-paper': 'huiswerk print boek rooster schrift homework',
  ai: 'chatgpt kunstmatige intelligentie copilot gemini robot',
  skills: 'mediawijsheid programmeren digitaal internet',
  'grade-release': 'cijfer punt resultaat toets magister somtoday mark',
  fails: 'onvoldoende herkansing inhalen cijfer toets fail resit retake',
  'grading-term': 'nakijken toets so proefwerk correctie',
  averages: 'gemiddelde cijfer',
  reports: 'rapport cijferlijst',
  contact: 'mail bericht bellen spreekuur leraar mentor antwoord',
  events: 'kalender agenda ouderavond uitje viering datum',
  measuring: 'controle cijfer gehouden telling',
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** A short word is that word, a longer one its beginning: "ai" is no part of another word. "telefoons" finds "telefoon" too. */
const isSame = (asked: string, word: string): boolean => {
  if (asked.length < 3) return word === asked
  return word.startsWith(asked) || (word.length > 3 && asked.startsWith(word) && asked.length - word.length < 3)
}

/**
 * The agreements that say something of what is asked, or that other words for it are about, those that say most of it first.
 * Words that stand in any question are left out, unless there is nothing else.
 */
export const searchAgreements = (lang: Lang, all: readonly Agreement[], asked: string): Agreement[] => {
  const typed = [...new Set(wordsOf(asked))]
  if (typed.length === 0) return [...all]
  const telling = typed.filter((word) => !emptyWords.has(word))
  const wanted = telling.length === 0 ? typed : telling
  return all
    .map((one) => {
      const words = wordsOf(textOf(lang, one))
      return { one, said: wanted.filter((word) => words.some((found) => isSame(word, found))).length }
    })
    .filter(({ said }) => said > 0)
    .toSorted((one, other) => other.said - one.said)
    .map(({ one }) => one)
}

const textOf = (lang: Lang, one: Agreement): string => {
  const { name, says } = kindWords(lang, one.kind)
  const theme = catalogue(lang).themes[kinds[one.kind].theme]
  return [
    name,
    theme.name,
    theme.line,
    ...says(one.terms),
    ...Object.values(one.lines),
    scopeWords(lang, one),
    otherWords[one.kind],
  ].join(' ')
}
