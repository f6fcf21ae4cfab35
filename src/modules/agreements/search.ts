import type { Lang } from '#platform/i18n/lang.ts'
import type { Agreement } from './agreement.ts'
import { kinds, type Kind } from './kinds/kinds.ts'
import { scopeWords } from './scope-words.ts'
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
  'grading-term': 'nakijken toets so proefwerk correctie',
  averages: 'gemiddelde cijfer',
  reports: 'rapport cijferlijst',
  contact: 'mail bericht bellen spreekuur leraar mentor antwoord',
  events: 'kalender agenda ouderavond uitje viering datum',
  measuring: 'controle cijfer gehouden telling',
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The agreements in which every word that is asked stands, in what they say or in other words for it. */
export const searchAgreements = (lang: Lang, all: readonly Agreement[], asked: string): Agreement[] => {
  const wanted = plain(asked)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  if (wanted.length === 0) return [...all]
  return all.filter((one) => {
    const text = plain(textOf(lang, one))
    return wanted.every((word) => text.includes(word))
  })
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
