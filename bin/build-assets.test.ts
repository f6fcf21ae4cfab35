import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

const folder = mkdtempSync(join(tmpdir(), 'assets-'))
const manifest = (): Record<string, string> =>
  z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
const fileOf = (name: string): string => join(folder, basename(manifest()[name] ?? 'absent'))

beforeAll(async () => {
  const { buildAssets } = await import('./build-assets.mjs')
  await buildAssets(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the manifest names the styles, the icon and the islands by their content', () => {
  expect(manifest()).toEqual({
    'site.css': expect.stringMatching(/^\/assets\/site-[A-Z0-9]{8}\.css$/),
    'read-aloud.js': expect.stringMatching(/^\/assets\/read-aloud-[A-Z0-9]{8}\.js$/),
    'icon.svg': expect.stringMatching(/^\/assets\/icon-[A-Z0-9]{8}\.svg$/),
    'results-entry.js': expect.stringMatching(/^\/assets\/results-entry-[A-Z0-9]{8}\.js$/),
    'accounts-passkey.js': expect.stringMatching(/^\/assets\/accounts-passkey-[A-Z0-9]{8}\.js$/),
  })
})

test('styles stay under 10 KB compressed, and ask for nothing elsewhere', () => {
  const css = readFileSync(fileOf('site.css'), 'utf8')
  expect(gzipSync(css).length).toBeLessThan(10 * 1024)
  const addresses = [...css.matchAll(/url\("?([^")]+)"?\)/g)].map((found) => found[1] ?? '')
  expect(addresses).toHaveLength(4)
  for (const address of addresses) expect(readdirSync(folder)).toContain(basename(address))
})

test('the fonts together stay under 60 KB', () => {
  const fonts = readdirSync(folder).filter((name) => name.endsWith('.woff2'))
  expect(fonts).toHaveLength(4)
  const size = fonts.map((name) => statSync(join(folder, name)).size).reduce((sum, bytes) => sum + bytes, 0)
  expect(size).toBeLessThan(60 * 1024)
})
