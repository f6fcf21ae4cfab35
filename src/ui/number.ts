import type { Lang } from './layout/frame.ts'

/** "12.355" in Dutch, "12,355" in English. */
export const countInWords = (lang: Lang, count: number): string => formats[lang].format(count)

const formats: Readonly<Record<Lang, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat('nl-NL'),
  en: new Intl.NumberFormat('en-GB'),
  tr: new Intl.NumberFormat('tr-TR'),
  ar: new Intl.NumberFormat('ar-u-nu-latn'),
  pl: new Intl.NumberFormat('pl-PL'),
  uk: new Intl.NumberFormat('uk-UA'),
}
