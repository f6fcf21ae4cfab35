import { Hono } from 'hono'
import type { AppEnv } from '#platform/http/app-env.ts'
import { importRoutes } from './import-routes.tsx'
import { oneRoutes } from './one-routes.tsx'
import { ownRoutes } from './own-routes.tsx'
import { staffRoutes } from './staff-routes.tsx'

export const routes = new Hono<AppEnv>()

// Its address would be that of a test named "inlezen".
routes.route('/', importRoutes)
routes.route('/', staffRoutes)
routes.route('/', oneRoutes)
routes.route('/', ownRoutes)
