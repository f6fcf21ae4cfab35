import type { Lang } from '#platform/i18n/lang.ts'
import type { Broken } from './floor.ts'
import { isPrimary } from './period.ts'
import { texts } from './texts.ts'

const formats = {
  nl: new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}

/** "29 januari 2027": these sentences are said by verbs too, which know no page. */
export const dateWords = (lang: Lang, day: string): string =>
  formats[lang === 'nl' ? 'nl' : 'en'].format(Date.parse(day))

/** Why guardians would hear too little, in one sentence with the article of the law. */
export const brokenWords = (lang: Lang, stage: string, broken: Broken): string => {
  const { floor } = texts(lang)
  const article = isPrimary(stage) ? floor.primary : floor.secondary
  return broken.why === 'none'
    ? floor.none(broken.weeks, article)
    : floor.gap(dateWords(lang, broken.from), dateWords(lang, broken.to), broken.weeks, article)
}
