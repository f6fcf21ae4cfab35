import type { Lang } from './layout/frame.ts'

/** "12.355" in Dutch, "12,355" in English. */
export const countInWords = (lang: Lang, count: number): string => formats[lang].format(count)

const formats = { nl: new Intl.NumberFormat('nl-NL'), en: new Intl.NumberFormat('en-GB') }
