import type { Page } from 'playwright-core'
import { demoHere, expect, expectSound, phone, readIn, signInAs, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'
import { giveVoices, ownVoices } from './voices.ts'

const go = (page: Page) => page.locator('[data-aloud-go]')
const spoken = (page: Page): Promise<[string, string][]> => page.evaluate(() => window.spoken)
const marked = (page: Page): Promise<string[]> => page.locator('.aloud-now').allInnerTexts()
const next = (page: Page): Promise<void> => page.evaluate(() => window.endSentence())

test('a page is read aloud from its heading on, part by part, each with a line around it', async ({
  onPhone: page,
}) => {
  await giveVoices(page, ownVoices)
  await signInAs(page, 'Selma de Jong')
  expect(await go(page).innerText()).toBe('Lees voor')
  await expectSound(page)
  const title = await page.locator('h1').innerText()
  await go(page).click()
  expect(await spoken(page)).toEqual([['nl-NL', title]])
  expect(await marked(page)).toEqual([title])
  await expectSound(page)
  await takePicture(page, 'voorlezen')
  await next(page)
  expect(await spoken(page)).toHaveLength(2)
  expect(await marked(page)).not.toEqual([title])
})

test('a pause keeps the place, and a stop begins anew', async ({ atDesk: page }) => {
  await giveVoices(page, ownVoices)
  await signInAs(page, 'Selma de Jong')
  await go(page).click()
  await next(page)
  expect(await go(page).innerText()).toBe('Pauze')
  await go(page).click()
  await next(page)
  expect(await spoken(page)).toHaveLength(2)
  expect(await go(page).innerText()).toBe('Lees verder')
  await go(page).click()
  const said = await spoken(page)
  expect(said[2]).toEqual(said[1])
  await page.getByRole('button', { name: 'Stop' }).click()
  expect(await marked(page)).toEqual([])
  expect(await go(page).innerText()).toBe('Lees voor')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Lees voor')
  await go(page).click()
  expect((await spoken(page)).at(-1)).toEqual(said[0])
})

test('it ends by itself after the last part, and nothing that is hidden is said', async ({ onPhone: page }) => {
  await giveVoices(page, ownVoices)
  await signInAs(page, 'Selma de Jong')
  await go(page).click()
  for (let tries = 0; tries < 300 && (await marked(page)).length > 0; tries++) await next(page)
  expect(await go(page).innerText()).toBe('Lees voor')
  const words = (await spoken(page)).map(([, text]) => text).join(' ')
  expect(words).toContain('lokaal')
  expect(words).not.toMatch(/Uitloggen|Mijn account/)
})

test('an Arabic page is read in Arabic, and the names of lessons in Dutch', async ({ onPhone: page }) => {
  await giveVoices(page, ownVoices)
  await signInAs(page, 'Oksana Kovalenko')
  await page.goto('/account')
  await readIn(page, 'العربية')
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await page.goto('/vandaag')
  await go(page).click()
  for (let tries = 0; tries < 300 && (await marked(page)).length > 0; tries++) await next(page)
  const voices = new Set((await spoken(page)).map(([lang]) => lang))
  expect(voices).toEqual(new Set(['ar-SA', 'nl-NL']))
  await page.goto('/account')
  await readIn(page, 'Nederlands')
})

test('the door and a page of an error are read aloud too', async ({ onPhone: page }) => {
  await giveVoices(page, ownVoices)
  await page.goto('/inloggen')
  await go(page).click()
  expect(await spoken(page)).toEqual([['nl-NL', 'Inloggen']])
  await signInAs(page, 'Selma de Jong')
  await page.goto('/bestaat-niet')
  await go(page).click()
  expect(await spoken(page)).toEqual([['nl-NL', 'Deze pagina is er niet']])
})

test.each([
  ['without a voice', []],
  ['with voices of another language alone', [{ lang: 'tr-TR', localService: true }]],
  ['with a voice that lives elsewhere, which would get to hear the page', [{ lang: 'nl-NL', localService: false }]],
])('%s nothing is offered', async (_what, voices) => {
  const { chromium } = await import('playwright-core')
  const { inject } = await import('vitest')
  const browser = await chromium.connect(inject('browser'))
  const page = await (await browser.newContext({ ...phone, baseURL: demoHere().base, locale: 'nl-NL' })).newPage()
  await giveVoices(page, voices)
  await page.goto('/inloggen')
  expect(await go(page).isVisible()).toBe(false)
  await browser.close()
})
