import { chromium } from 'playwright-core'
const [,, ...jobs] = process.argv
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const job of jobs) {
  const [persona, path, size, scheme, name, full] = job.split('|')
  const [width, height] = size.split('x').map(Number)
  const ctx = await b.newContext({ viewport: { width, height }, colorScheme: scheme, javaScriptEnabled: false })
  const page = await ctx.newPage()
  await page.goto('http://localhost:4103/inloggen')
  await page.getByRole('button', { name: new RegExp(persona) }).click()
  await page.goto('http://localhost:4103' + path)
  if (name.endsWith('.pdf')) { await page.emulateMedia({ media: 'print' }); await page.pdf({ path: `/tmp/cal-shots/${name}`, preferCSSPageSize: true, displayHeaderFooter: false }) }
  else await page.screenshot({ path: `/tmp/cal-shots/${name}.png`, fullPage: full === 'full' })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth).catch(() => '?')
  console.log(name, page.url(), 'over', over)
  await ctx.close()
}
await b.close()
