/** The languages a reader can choose. Dutch and English are complete; which others a module speaks, it says itself. */
export const langs = ['nl', 'en', 'tr', 'ar', 'pl', 'uk'] as const

export type Lang = (typeof langs)[number]

/** Texts per language: a module lays another file beside its Dutch one, and then speaks that language too. */
export type Spoken<Texts> = Readonly<{ nl: Texts; en: Texts } & Partial<Record<Lang, Texts>>>

/** Whether a module speaks a language: its pages are then in it, whole. */
export type Speaks = (lang: Lang) => boolean

/** The same by the route, as it is written, for a module whose pages are not all in the same languages. */
export type SpeaksOn = (lang: Lang, route: string) => boolean

/** What is complete everywhere. */
export const isComplete: Speaks = (lang) => lang === 'nl' || lang === 'en'

/** Dutch, because the schools are: used when a reader asks for nothing we speak. */
export const houseLang: Lang = 'nl'

export const isLang = (word: unknown): word is Lang => langs.some((lang) => lang === word)

/**
 * The language of ours that an `Accept-Language` header likes best (RFC 9110, 12.5.4): highest weight first, the header's
 * order among equals, `q=0` refused, `*` means the house language. A header that we cannot read gives the house language.
 */
export const negotiate = (acceptLanguage: string | null | undefined): Lang => {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map(readWish)
    .filter((wish) => wish.weight > 0)
    .sort((one, other) => other.weight - one.weight)
  for (const { range } of wishes) {
    if (range === '*') return houseLang
    const primary = range.split('-')[0]
    if (isLang(primary)) return primary
  }
  return houseLang
}

const readWish = (part: string): { range: string; weight: number } => {
  const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const q = parameters.find((parameter) => parameter.startsWith('q='))
  const weight = q === undefined ? 1 : Number(q.slice(2))
  return { range, weight: weight >= 0 && weight <= 1 ? weight : 0 }
}
