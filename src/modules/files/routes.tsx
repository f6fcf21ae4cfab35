import { Hono } from 'hono'
import { actorOf, txOf, type AppContext, type AppEnv } from '#platform/http/app-env.ts'
import { idParam } from '#platform/http/id-param.ts'
import { only } from '#platform/http/only.ts'
import { mayReadFiles } from './access.ts'
import { disposition } from './file-name.ts'
import { findFile, type ServedFile } from './queries.ts'
import type { FileTables } from './tables.ts'

export const routes = new Hono<AppEnv>()

// Whatever a browser makes of the bytes: it runs nothing, asks for nothing, and is nobody's frame.
const policy = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const serve = (c: AppContext, { kind, name, bytes }: ServedFile): Response => {
  c.header('Content-Security-Policy', policy)
  c.header('Content-Type', kind === 'picture' ? 'image/jpeg' : 'application/pdf')
  c.header('Content-Disposition', disposition(kind === 'picture' ? 'inline' : 'attachment', name))
  return c.body(new Uint8Array(bytes))
}

routes.get('/bestanden/:id', only(mayReadFiles), async (c) =>
  serve(c, await findFile(txOf<FileTables>(c), actorOf(c), idParam(c), 'whole')),
)

routes.get('/bestanden/:id/klein', only(mayReadFiles), async (c) =>
  serve(c, await findFile(txOf<FileTables>(c), actorOf(c), idParam(c), 'small')),
)
