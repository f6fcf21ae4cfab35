import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { anyone } from '#platform/access/rules.ts'
import type { AppEnv } from './app-env.ts'
import { accepts } from './compress.ts'
import { only } from './only.ts'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

/** `scripts` by module and name, as in 'accounts-passkey'. */
export type Assets = { css: string; icon: string; scripts: Readonly<Record<string, string>> }

/** The addresses of the built files. @throws when they were not built: `npm start` and `npm test` do that */
export const readManifest = (folder: string): Assets => {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const addresses = new Map(Object.entries(manifest ?? {}).map(([name, address]) => [name, String(address)]))
  const scripts = [...addresses].filter(([name]) => name.endsWith('.js'))
  return {
    css: addresses.get('site.css') ?? '',
    icon: addresses.get('icon.svg') ?? '',
    scripts: Object.fromEntries(scripts.map(([name, address]) => [name.slice(0, -'.js'.length), address])),
  }
}

// What the build laid beside a file, by the ending it has there.
const codings: Readonly<Record<string, string>> = { br: 'br', gz: 'gzip' }

/** Serves the built files from memory. Their names carry a hash of what is in them, so a browser keeps them for good. */
export const assetRoutes = (folder: string): Hono<AppEnv> => {
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
  const routes = new Hono<AppEnv>()
  routes.get('/assets/:name', only(anyone, { door: true }), (c) => {
    const name = c.req.param('name')
    const type = types[name.split('.').at(-1) ?? '']
    const coding = ['br', 'gz'].find((ending) => files.has(`${name}.${ending}`) && accepts(c, codings[ending] ?? ''))
    const file = files.get(coding === undefined ? name : `${name}.${coding}`)
    if (file === undefined || type === undefined) return c.text('', 404)
    c.header('Content-Type', type)
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    c.header('Vary', 'Accept-Encoding')
    if (coding !== undefined) c.header('Content-Encoding', codings[coding])
    return c.body(new Uint8Array(file))
  })
  return routes
}
