// Names that a system wrote in capitals, back in the writing of names.

const particles = new Set(
  "van der den de het 't 's ten ter te op in aan uit bij von zu zur la le les du da das do dos di del della al el bin d' l'".split(
    ' ',
  ),
)

const needsTurkish = /[ŞĞİ]/u

const lower = (text: string): string => text.toLocaleLowerCase(needsTurkish.test(text) ? 'tr' : 'nl')

const capital = (word: string, locale: string): string => {
  if (word.startsWith('ij') && locale === 'nl') return `IJ${word.slice(2)}`
  const [first = ''] = word
  return first.toLocaleUpperCase(locale) + word.slice(first.length)
}

const isShouted = (text: string): boolean => {
  const letters = text.replaceAll(/\P{L}/gu, '')
  return (
    letters.length >= 3 &&
    text === text.toLocaleUpperCase('nl') &&
    letters !== letters.toLowerCase() &&
    /[AEIOUYÀ-ÖØ-Ýİ]/u.test(text)
  )
}

/** The name with capitals at the start of its parts only; null when it was not written in capitals alone. */
export const uncapitalise = (text: string): string | null => {
  if (!isShouted(text)) return null
  const locale = needsTurkish.test(text) ? 'tr' : 'nl'
  const written = lower(text)
    .split(/([\s-]+)/u)
    .map((part) => {
      if (particles.has(part)) return part
      const elided = /^(\p{L}{1,2}['’])(.+)$/u.exec(part)
      if (elided === null) return capital(part, locale)
      const [, front = '', rest = ''] = elided
      return (particles.has(front.replace('’', "'")) ? front : capital(front, locale)) + capital(rest, locale)
    })
    .join('')
  return written === text ? null : written
}
