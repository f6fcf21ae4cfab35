import type { Lang } from './lang.ts'

/**
 * The texts of one module in every language. Dutch is the shape: a key that another language misses, or a sentence that takes
 * other arguments, does not compile. Sentences are plain strings or functions; JSX escapes what they are given.
 */
export const catalogue =
  <Texts>(byLang: Readonly<Record<Lang, Texts>>) =>
  (lang: Lang): Texts =>
    byLang[lang]
