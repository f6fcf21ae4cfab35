import { Hono } from 'hono'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { anyone } from '#platform/access/rules.ts'
import type { AppContext, AppEnv, House } from '#platform/http/app-env.ts'
import { assetRoutes } from '#platform/http/assets.ts'
import { first } from '#platform/http/first.ts'
import { proofPath, secondStepPath } from '#platform/http/demand-proof.ts'
import { frameOf } from '#platform/http/frame.ts'
import { speakToReader, spokenBy } from '#platform/http/language.ts'
import { healthRoutes } from '#platform/http/health-routes.ts'
import { isOwing, only } from '#platform/http/only.ts'
import { secureHeaders } from '#platform/http/headers.ts'
import { openDoor, page } from '#platform/http/page.ts'
import { requestLog, routeOf } from '#platform/http/request-log.ts'
import { BadRequest, Conflict, Forbidden, NotFound, Owing, Unproved } from '#platform/errors.ts'
import { ErrorPage, type ErrorKind } from '#ui/layout/error-page.tsx'
import { modules } from './modules.ts'

/** The whole program as one function from request to answer: every module's routes, and the one place where errors become pages. */
export const createApp = (house: House, assetFolder: string): Hono<AppEnv> => {
  const app = new Hono<AppEnv>()
  app.use(first(house, spokenBy(modules)))
  app.use(requestLog)
  app.use(secureHeaders)
  app.route('/', assetRoutes(assetFolder))
  app.route('/', healthRoutes)
  for (const module of modules) app.route('/', module.routes)
  app.notFound(async (c: AppContext) => {
    // No route knew the address, so nobody has looked yet who asks.
    if (isRead(c)) await lookWho(c, async () => undefined)
    return absent(c)
  })
  app.onError((error, c) => failed(error, c))
  return app
}

const errorPage = (
  c: Context<AppEnv>,
  kind: ErrorKind,
  status: 400 | 403 | 404 | 409 | 413 | 500,
  reference?: string,
) => {
  openDoor(c)
  speakToReader(c)
  return page(c, <ErrorPage frame={frameOf(c)} kind={kind} reference={reference} />, status)
}

const lookWho = only(anyone, { owing: true })
const isRead = (c: Context<AppEnv>): boolean => ['GET', 'HEAD'].includes(c.req.method)

/** Who is not signed in is sent to the door from every address, there or not: the door says nothing of what lies behind. */
const absent = (c: Context<AppEnv>): Response | Promise<Response> => {
  if (isRead(c) && c.get('actor') === null) return c.redirect('/inloggen', 303)
  return isRead(c) && isOwing(c.get('actor')) ? c.redirect(secondStepPath, 303) : errorPage(c, 'not-found', 404)
}

const failed = (error: Error, c: Context<AppEnv>): Response | Promise<Response> => {
  if (error instanceof NotFound) return absent(c)
  if (error instanceof Owing) return c.redirect(secondStepPath, 303)
  if (error instanceof Unproved) return c.redirect(proofPath(error.back), 303)
  if (error instanceof Forbidden) return errorPage(c, 'forbidden', 403)
  if (error instanceof Conflict) return errorPage(c, 'conflict', 409)
  if (error instanceof BadRequest) return errorPage(c, error.status === 413 ? 'too-large' : 'bad-request', error.status)
  if (error instanceof HTTPException && error.status < 500) return errorPage(c, 'bad-request', 400)
  c.get('house').log.error('request.failed', { request: c.get('requestId'), route: routeOf(c), error })
  return errorPage(c, 'broken', 500, c.get('requestId'))
}
