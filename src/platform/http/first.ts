import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { isLang, negotiate, type Lang, type Speaks } from '#platform/i18n/lang.ts'
import type { AppContext, AppEnv, House } from './app-env.ts'
import { doorCookie, languageCookie, sessionCookie } from './cookies.ts'

/**
 * Sets what every request has: its number, its language, the secret in its cookie. Nobody is known yet.
 * @param spokenOn which languages the pages of a route are written in
 */
export const first =
  (house: House, spokenOn: (route: string) => Speaks): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    c.set('house', house)
    c.set('requestId', randomUUID())
    c.set('nonce', randomUUID())
    c.set('actor', null)
    c.set('tx', null)
    c.set('form', null)
    c.set('answers', new Map())
    const session = sessionCookie(c)
    c.set('session', session)
    c.set('token', session ?? doorCookie(c) ?? '')
    const reader = languageOf(c)
    c.set('reader', reader)
    c.set('lang', reader)
    c.set('spokenOn', spokenOn)
    await next()
  }

const languageOf = (c: AppContext): Lang => {
  const chosen = languageCookie(c)
  return isLang(chosen) ? chosen : negotiate(c.req.header('accept-language'))
}
