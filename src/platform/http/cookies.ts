import { getCookie, setCookie } from 'hono/cookie'
import type { AppContext } from './app-env.ts'

// With __Host- the browser keeps the cookie to this host, this path and HTTPS. On loopback HTTP that cannot be had.
const nameOf = (base: string, secure: boolean): string => (secure ? `__Host-${base}` : base)

const attributes = (c: AppContext) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: c.get('house').secure }) as const

const isSecret = (value: string | undefined): value is string =>
  value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value)

const read = (c: AppContext, base: string): string | null => {
  const value = getCookie(c, nameOf(base, c.get('house').secure))
  return isSecret(value) ? value : null
}

export const sessionCookie = (c: AppContext): string | null => read(c, 'samenspraak')
export const doorCookie = (c: AppContext): string | null => read(c, 'samenspraak-deur')

/** Keeps the session on this device until it expires by itself. */
export const setSessionCookie = (c: AppContext, token: string, seconds: number): void =>
  setCookie(c, nameOf('samenspraak', c.get('house').secure), token, { ...attributes(c), maxAge: seconds })

export const setDoorCookie = (c: AppContext, secret: string): void =>
  setCookie(c, nameOf('samenspraak-deur', c.get('house').secure), secret, attributes(c))

export const dropSessionCookie = (c: AppContext): void => {
  setCookie(c, nameOf('samenspraak', c.get('house').secure), '', { ...attributes(c), maxAge: 0 })
}

const langCookie = 'samenspraak-taal'
export const languageCookie = (c: AppContext): string | undefined => getCookie(c, langCookie)
export const setLanguageCookie = (c: AppContext, lang: string): void =>
  setCookie(c, langCookie, lang, { ...attributes(c), maxAge: 31_536_000 })

// What a device keeps after signing in, so that somebody else's wrong tries elsewhere do not hold it up.
const deviceName = 'samenspraak-apparaat'
export const deviceCookie = (c: AppContext): string | null =>
  getCookie(c, nameOf(deviceName, c.get('house').secure)) ?? null
export const setDeviceCookie = (c: AppContext, mark: string): void =>
  setCookie(c, nameOf(deviceName, c.get('house').secure), mark, { ...attributes(c), maxAge: 31_536_000 })
