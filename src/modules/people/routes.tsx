import { Hono } from 'hono'
import type { AppEnv } from '#platform/http/app-env.ts'
import { groupRoutes } from './group-routes.tsx'
import { guardianRoutes } from './guardian-routes.tsx'
import { helpRoutes } from './help-routes.tsx'
import { personRoutes } from './person-routes.tsx'
import { pupilRoutes } from './pupil-routes.tsx'
import { staffRoutes } from './staff-routes.tsx'

/** Pupils, guardians, staff and groups: a file of routes each. */
export const routes = new Hono<AppEnv>()

for (const part of [pupilRoutes, guardianRoutes, personRoutes, helpRoutes, staffRoutes, groupRoutes])
  routes.route('/', part)
