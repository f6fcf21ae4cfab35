import { Forbidden } from '#platform/errors.ts'
import type { AppContext } from './app-env.ts'
import { formToken, sameSecret } from './secrets.ts'

export const formTokenField = '_form'

// Without a public address the host that was asked decides; a proxy in front may have taken the encryption off.
const isOwnOrigin = (c: AppContext, origin: string): boolean =>
  c.get('house').origin === null
    ? URL.canParse(origin) && new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host)
    : origin === c.get('house').origin

/**
 * A form counts only when it comes from our own page: the browser's Origin or Sec-Fetch-Site says so, and it carries
 * the token that belongs to the reader's own cookie. Either alone would do; both are asked.
 * @throws Forbidden
 */
export const demandOwnForm = (c: AppContext): void => {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Forbidden('another site sent this form')
  const origin = c.req.header('origin')
  if (origin !== undefined && !isOwnOrigin(c, origin)) throw new Forbidden('another site sent this form')
  const token = c.get('form')?.get(formTokenField)
  if (typeof token !== 'string' || c.get('token') === '' || !sameSecret(token, formToken(c.get('token')))) {
    throw new Forbidden('the form is not of this session')
  }
}
