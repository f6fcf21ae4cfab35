import { chromium } from 'playwright-core'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const base = 'http://localhost:4611'
export const as = async (name, opts = {}) => {
  const ctx = await b.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nl-NL', ...opts })
  const page = await ctx.newPage()
  await page.goto(base + '/inloggen')
  const button = page.locator('button.persona', { has: page.getByText(name, { exact: true }) })
  if (opts.javaScriptEnabled === false || !(await button.isVisible())) { const d = page.locator('details:has(button.persona) > summary'); if (!(await button.isVisible())) await d.click() }
  await Promise.all([page.waitForEvent('load'), button.click()])
  return page
}
const hrefs = async (page, u, re) => { await page.goto(base + u); return page.evaluate((re) => [...document.querySelectorAll('a')].map((a) => [a.innerText, a.getAttribute('href')]).filter(([t, h]) => new RegExp(re).test(h)), re) }
const cmds = JSON.parse(process.argv[2])
for (const { who, urls = [], shots = {}, opts = {}, text, list } of cmds) {
  const page = await as(who, opts)
  for (const u of urls) { await page.goto(base + u); if (text) console.log('##', u, '\n', (await page.locator('main, body').first().innerText()).slice(0, 4000)) }
  for (const [u, re] of list ?? []) console.log(JSON.stringify(await hrefs(page, u, re)))
  for (const [file, u] of Object.entries(shots)) { await page.goto(base + u); await page.screenshot({ path: `/tmp/shot-${file}.png`, fullPage: true }) }
}
await b.close()
