import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    `script-src 'nonce-${nonce}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const fixed = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not no-referrer: with that a browser says 'Origin: null' on our own forms (Fetch standard, 3.2).
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
})

/** What every answer tells the browser: nothing from elsewhere, nothing inline, in no frame, in no shared cache. */
export const secureHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  // Before the answer is made: headers added to a finished answer make the server build it twice.
  for (const [name, value] of fixed) c.header(name, value)
  c.header('Content-Security-Policy', policy(c.get('nonce')))
  c.header('Cache-Control', 'no-store')
  if (c.get('house').secure) c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  await next()
}
