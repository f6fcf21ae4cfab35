import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from './app-env.ts'

/** One line per answer: the route as written, never the address asked, which may name somebody. */
export const requestLog: MiddlewareHandler<AppEnv> = async (c, next) => {
  const begun = performance.now()
  await next()
  const route = matchedRoutes(c).findLast((matched) => matched.path !== '/*')?.path ?? ''
  c.var.house.log.debug('request', {
    request: c.var.requestId,
    method: c.req.method,
    route,
    status: c.res.status,
    ms: Math.round(performance.now() - begun),
  })
}
