/** A name that stands in a sentence, as it stands at the beginning of a line. */
export const firstUpper = (lang: string, words: string): string =>
  words.slice(0, 1).toLocaleUpperCase(lang) + words.slice(1)
