import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { readManifest } from '#platform/http/assets.ts'
import { closeHouse, httpHouse, type HttpHouse } from './http-cast.ts'
import { base } from './reader.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let house: HttpHouse
beforeAll(async () => {
  house = await httpHouse()
})
afterAll(() => closeHouse(house))

const ask = (path: string, headers: Record<string, string>) => house.app.request(base + path, { headers })
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer())
const gzip = { 'accept-encoding': 'gzip, deflate, br' }

test.each(['same-origin', 'none'])('a page goes out small to who asked for it, Sec-Fetch-Site %s', async (site) => {
  const answer = await ask('/inloggen', { ...gzip, 'sec-fetch-site': site })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8')
  expect(gunzipSync(await bytesOf(answer)).toString()).toMatch(/^<!doctype html><html lang="nl"/)
})

test.each([
  ['another site made the browser ask', { ...gzip, 'sec-fetch-site': 'cross-site' }],
  ['a site beside ours did', { ...gzip, 'sec-fetch-site': 'same-site' }],
  ['the browser does not say who did', gzip],
  ['the browser takes no gzip', { 'sec-fetch-site': 'none' }],
  ['the browser refuses gzip', { 'sec-fetch-site': 'none', 'accept-encoding': 'gzip;q=0, br' }],
])('a page goes out as it is when %s', async (_when, headers) => {
  const answer = await ask('/inloggen', headers)
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(await answer.text()).toMatch(/^<!doctype html>/)
})

test('styles and the script go out as small as the browser can take them, and whole to who takes nothing', async () => {
  const { css, scripts } = readManifest(inject('assets'))
  for (const path of [css, ...Object.values(scripts)]) {
    const whole = await bytesOf(await ask(path, {}))
    const brotli = await ask(path, gzip)
    const zipped = await ask(path, { 'accept-encoding': 'gzip' })
    expect([brotli.headers.get('content-encoding'), zipped.headers.get('content-encoding')]).toEqual(['br', 'gzip'])
    expect(brotli.headers.get('vary')).toBe('Accept-Encoding')
    expect(brotliDecompressSync(await bytesOf(brotli)).equals(whole)).toBe(true)
    expect(gunzipSync(await bytesOf(zipped)).equals(whole)).toBe(true)
  }
  expect((await ask(`${css}.br`, gzip)).status).toBe(404)
})

test('letters are compressed already', async () => {
  const { css } = readManifest(inject('assets'))
  const font = /\/assets\/[^")]+\.woff2/.exec(await (await ask(css, {})).text())?.[0] ?? ''
  const answer = await ask(font, gzip)
  expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null])
})
