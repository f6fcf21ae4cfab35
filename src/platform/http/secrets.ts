import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, in letters that fit a cookie and a link. */
export const freshSecret = (): string => randomBytes(32).toString('base64url')

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** What a form must carry to have come from our own page: derived from the reader's cookie, useless without it. */
export const formToken = (cookieSecret: string): string =>
  createHash('sha256').update('form:').update(cookieSecret).digest('base64url')

export const sameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
