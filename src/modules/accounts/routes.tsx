import { Hono } from 'hono'
import type { AppEnv } from '#platform/http/app-env.ts'
import { accountRoutes } from './account-routes.tsx'
import { doorRoutes } from './door-routes.tsx'
import { passkeyRoutes } from './passkey-routes.tsx'
import { resetRoutes } from './reset-routes.tsx'
import { secondStepRoutes } from './second-step-routes.tsx'

/** Getting in, getting back in, the step beside the password, and the own account: a file of routes each. */
export const routes = new Hono<AppEnv>()

for (const part of [doorRoutes, resetRoutes, secondStepRoutes, passkeyRoutes, accountRoutes]) routes.route('/', part)
