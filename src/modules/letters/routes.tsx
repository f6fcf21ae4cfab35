import { Hono } from 'hono'
import type { AppEnv } from '#platform/http/app-env.ts'
import { doorRoutes } from './door-routes.tsx'
import { officeRoutes } from './office-routes.tsx'
import { ownPasswordRoutes } from './own-password-routes.tsx'

/** The door, the office, and the own password: a file of routes each. */
export const routes = new Hono<AppEnv>()

for (const part of [doorRoutes, officeRoutes, ownPasswordRoutes]) routes.route('/', part)
