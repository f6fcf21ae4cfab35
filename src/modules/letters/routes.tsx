import { Hono } from 'hono'
import type { AppEnv } from '#platform/http/app-env.ts'
import { isComplete, type SpeaksOn } from '#platform/i18n/lang.ts'
import { speaksDoor } from './door/texts.ts'
import { doorRoutes } from './door-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { ownPasswordRoutes } from './own-password-routes.tsx'

/** What a family meets is there in every language; the office reads Dutch or English. */
export const speaks: SpeaksOn = (lang, route) =>
  (officeRoutes.routes.some(({ path }) => path === route) ? isComplete : speaksDoor)(lang)

/** The door, the office, and the own password: a file of routes each. */
export const routes = new Hono<AppEnv>()

for (const part of [doorRoutes, officeRoutes, ownPasswordRoutes]) routes.route('/', part)
