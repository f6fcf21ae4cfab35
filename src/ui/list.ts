import type { Lang } from './layout/frame.ts'

/** "Merel, Timo en Saar". */
export const listInWords = (lang: Lang, items: readonly string[]): string => formats[lang].format(items)

/** What stands between two things that are told in one breath. */
export const comma = (lang: Lang): string => (lang === 'ar' ? '، ' : ', ')

const formats: Readonly<Record<Lang, Intl.ListFormat>> = {
  nl: new Intl.ListFormat('nl-NL'),
  en: new Intl.ListFormat('en-GB'),
  tr: new Intl.ListFormat('tr-TR'),
  ar: new Intl.ListFormat('ar'),
  pl: new Intl.ListFormat('pl-PL'),
  uk: new Intl.ListFormat('uk-UA'),
}
