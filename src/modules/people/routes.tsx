import { Hono } from 'hono'
import type { AppEnv } from '#platform/http/app-env.ts'
import { ageRoutes } from './age-routes.tsx'
import { authorityRoutes } from './authority-routes.tsx'
import { functionRoutes } from './function-routes.tsx'
import { groupRoutes } from './group-routes.tsx'
import { guardianRoutes } from './guardian-routes.tsx'
import { helpRoutes } from './help-routes.tsx'
import { personRoutes } from './person-routes.tsx'
import { pupilRoutes } from './pupil-routes.tsx'
import { staffEndRoutes } from './staff-end-routes.tsx'
import { staffRoutes } from './staff-routes.tsx'
import { substituteRoutes } from './substitute-routes.tsx'

/** Pupils, guardians and what they may know, staff, groups and who stands in: a file of routes each. */
export const routes = new Hono<AppEnv>()

const parts = [
  pupilRoutes,
  guardianRoutes,
  authorityRoutes,
  ageRoutes,
  personRoutes,
  helpRoutes,
  functionRoutes,
  staffRoutes,
  staffEndRoutes,
  groupRoutes,
  substituteRoutes,
]
for (const part of parts) routes.route('/', part)
