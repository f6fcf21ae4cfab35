import { hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** 256 random bits, in letters that fit a cookie and a link. */
export const freshSecret = (): string => randomBytes(32).toString('base64url')

export const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer')

/** What a form must carry to have come from our own page: derived from the reader's cookie, useless without it. */
export const formToken = (cookieSecret: string): string => hash('sha256', `form:${cookieSecret}`, 'base64url')

export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(hashOf(a), hashOf(b))

/** A number from 0 up to, and not including, this one. */
export const randomBelow = (limit: number): number => randomInt(limit)

/** So many letters of this alphabet, each as likely as another: for what people type. */
export const freshLetters = (alphabet: string, count: number): string =>
  Array.from({ length: count }, () => alphabet[randomBelow(alphabet.length)]).join('')
