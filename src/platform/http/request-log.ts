import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { AppContext, AppEnv } from './app-env.ts'

/** The route of this request as it is written, never the address asked, which may name somebody. */
export const routeOf = (c: AppContext): string =>
  matchedRoutes(c).findLast((matched) => matched.path !== '/*')?.path ?? ''

/** One line per answer. */
export const requestLog: MiddlewareHandler<AppEnv> = async (c, next) => {
  const begun = performance.now()
  await next()
  c.get('house').log.debug('request', () => ({
    request: c.get('requestId'),
    method: c.req.method,
    route: routeOf(c),
    status: c.res.status,
    ms: Math.round(performance.now() - begun),
  }))
}
