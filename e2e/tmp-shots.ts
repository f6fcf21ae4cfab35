import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { CodeApp } from '../test/code-app.ts'
const base = 'http://localhost:4106'
const log = readFileSync('/tmp/acc-server.log', 'utf8')
const row = log.split('\n').find((l) => /office|Administratie|Office/i.test(l) && /-/.test(l) && /@|klimboom|\w{4}-\w{4}-\w{4}-\w{4}/.test(l)) ?? ''
const pass = /\w{4}-\w{4}-\w{4}-\w{4}/.exec(row)?.[0] ?? ''
const login = row.trim().split(/\s{2,}/)[2] ?? ''
console.log(row)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const shot = async (page, name) => page.screenshot({ path: `/tmp/acc-shots/${name}.png`, fullPage: true })
const phone = { viewport: { width: 360, height: 740 }, locale: 'nl-NL' }
const desk = { viewport: { width: 1280, height: 900 }, locale: 'nl-NL' }
const finger = async (page) => {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
}
const signIn = async (page) => {
  await page.goto(base + '/inloggen')
  await page.getByLabel('Inlognaam').fill(login)
  await page.getByLabel('Wachtwoord').fill(pass)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await page.waitForLoadState('load')
}
{
  const page = await (await browser.newContext(phone)).newPage()
  page.on('console', (m) => console.log('console', m.type(), m.text()))
  page.on('pageerror', (m) => console.log('pageerror', m.message))
  await finger(page)
  await page.goto(base + '/inloggen'); await shot(page, 'door-phone')
  await page.goto(base + '/wachtwoord-vergeten'); await shot(page, 'forgotten-phone')
  await page.goto(base + '/inloggen')
  await page.locator('button.persona').first().click(); await page.waitForLoadState('load')
  await page.goto(base + '/account'); await shot(page, 'account-phone')
  await page.getByRole('button', { name: 'Passkey toevoegen' }).click()
  await page.waitForURL(/gedaan=passkey/); await page.locator('#passkeys summary').click(); await shot(page, 'account-passkey-phone')
  await page.locator('.menu > summary').click(); await page.getByRole('button', { name: 'Uitloggen', exact: true }).click(); await page.waitForLoadState('load')
  await page.getByRole('button', { name: 'Inloggen zonder wachtwoord' }).click(); await page.waitForURL(/vandaag/)
  console.log('passkey sign-in', page.url())
  await page.goto(base + '/account/bevestigen?terug=/account'); await shot(page, 'proof-phone')
  await page.goto(base + '/account/inlognaam'); await shot(page, 'login-phone')
}
let app
for (const [name, opts] of [['phone', phone], ['desk', desk], ['dark', { ...desk, colorScheme: 'dark' }]]) {
  const page = await (await browser.newContext(opts)).newPage()
  await signIn(page)
  console.log(name, page.url())
  if (app === undefined) {
    await shot(page, 'enrol-phone')
    const d = await (await browser.newContext(desk)).newPage(); await signIn(d); await shot(d, 'enrol-desk')
    await d.setViewportSize({ width: 1280, height: 800 })
    await d.screenshot({ path: 'docs/handleiding/pictures/tweede-stap.png', animations: 'disabled', caret: 'hide' })
    const k = await (await browser.newContext({ ...desk, colorScheme: 'dark', javaScriptEnabled: false })).newPage(); await signIn(k); await shot(k, 'enrol-dark')
    app = CodeApp.reading(await page.content())
    await page.getByLabel('Code uit je app').fill(app.codeAt(Date.now() / 1000))
    await page.getByRole('button', { name: 'Tweede stap instellen' }).click(); await page.waitForLoadState('load')
    await shot(page, 'codes-phone')
  } else {
    await shot(page, 'step-' + name)
    await page.getByText('Telefoon kwijt?').click()
    await page.getByLabel('Code uit je app').fill('123')
    await page.getByRole('button', { name: 'Verder', exact: true }).click(); await page.waitForLoadState('load')
    await shot(page, 'step-wrong-' + name)
    if (name === 'desk') {
      await page.getByLabel('Code uit je app').fill(app.codeAt(Date.now() / 1000 + 30))
      await page.getByRole('button', { name: 'Verder', exact: true }).click(); await page.waitForLoadState('load')
      console.log(page.url())
      await page.goto(base + '/account'); await shot(page, 'account-desk')
      await page.goto(base + '/medewerkers'); await page.locator('tbody a').first().click(); await page.waitForLoadState('load'); await shot(page, 'staff-desk')
      await page.goto(base + '/leerlingen?zoek=fien'); await page.locator('tbody a').first().click(); await page.waitForLoadState('load')
      await page.locator('a[href^="/ouders/"]').first().click(); await page.waitForLoadState('load'); await shot(page, 'guardian-desk')
      const b = page.getByRole('button', { name: 'Code voor een nieuw wachtwoord' })
      if (await b.count()) { await b.click(); await page.waitForLoadState('load'); await shot(page, 'counter-code') }
    }
  }
}
{
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'nl-NL' })).newPage()
  await page.goto(base + '/wachtwoord-vergeten')
  await page.screenshot({ path: 'docs/handleiding/pictures/wachtwoord-vergeten.png', animations: 'disabled', caret: 'hide' })
}
await browser.close()
