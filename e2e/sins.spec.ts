import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { expect, test } from './fixtures.ts'
import { sinsOf, wordSins } from './judge-page.ts'
import { watchPage } from './watch-page.ts'
import { weightOf } from './weigh-page.ts'

const sinful = `<!doctype html><html lang="nl"><head><title>Zonden</title><script>console.log(1)</script></head>
<body><main><h1>Een</h1><h1>Twee</h1><img src="/plaat.png"><img src="http://localhost:9/ver.png" alt="">
<p>${'heellang'.repeat(60)}</p><p>${'veel '.repeat(30_000)}</p></main></body></html>`
const policy = "default-src 'none'; img-src *"

let server: Server
let base = ''

beforeAll(async () => {
  server = createServer((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy }).end(sinful),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
})

const opened = async (look: (page: Page, sins: () => readonly string[]) => Promise<void>): Promise<void> => {
  const browser = await chromium.connect(inject('browser'))
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const watch = watchPage(page, base)
  await page.goto(base)
  await look(page, () => watch.sins())
  await context.close()
  await browser.close()
}

test('a page full of planted sins is caught at each of them', () =>
  opened(async (page, watched) => {
    const sins = [...(await sinsOf(page)), ...watched()].join('\n')
    expect(sins).toMatch(/axe-core: image-alt/)
    expect((await wordSins(page)).join('\n')).toMatch(/axe-core: image-alt/)
    expect(sins).toMatch(/has 1 scripts that are no island/)
    expect(sins).toMatch(/has 2 h1/)
    expect(sins).toMatch(/scrolls sideways on a screen of 320 px/)
    expect(sins).toMatch(/scrolls sideways with letters of 200 %/)
    expect(sins).toMatch(/Content Security Policy/)
    expect(sins).toMatch(/asks http:\/\/localhost:9\/ver\.png of another server/)
  }))

test('a page that is too heavy is weighed as too heavy', () =>
  opened(async (page) => {
    const weight = await weightOf(page, base)
    expect(weight.bytes).toBeGreaterThan(100_000)
    expect(weight.requests).toBeGreaterThan(1)
  }))
