import { Hono } from 'hono'
import { anyone } from '#platform/access/rules.ts'
import type { AppEnv } from './app-env.ts'
import { only } from './only.ts'

export const healthRoutes = new Hono<AppEnv>()

/** The program runs. Asks nothing of the database. */
healthRoutes.get('/health/live', only(anyone, { door: true }), (c) => c.json({ status: 'ok' }))

/** The program can serve: 503 when something it needs is gone. What it is, only the machine itself is told. */
healthRoutes.get('/health/ready', only(anyone, { door: true }), async (c) => {
  const { status } = await c.get('house').health()
  return c.json({ status }, status === 'error' ? 503 : 200)
})
