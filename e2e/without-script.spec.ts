import { expect, follow, goTo, phone, press, readIn, signInAs, test } from './fixtures.ts'
import { shapeSins } from './judge-page.ts'

// A browser that runs no script at all: nothing may be missing.
const scriptless = { ...phone, javaScriptEnabled: false }

test('without script a parent signs in, reads Vandaag, chooses a child, a language, and signs out', async ({
  open,
}) => {
  const page = await open(scriptless)
  await signInAs(page, 'Oksana Kovalenko')
  expect(new URL(page.url()).pathname).toBe('/vandaag')
  expect(await shapeSins(page)).toEqual([])
  await follow(page, page.getByRole('navigation', { name: 'Kies een kind' }).getByRole('link', { name: 'Marko' }))
  expect(page.url()).toContain('kind=')
  await page.locator('.menu summary').click()
  await goTo(page, 'Mijn account')
  await readIn(page, 'English')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await readIn(page, 'Nederlands')
  await page.locator('.menu summary').click()
  await follow(page, page.locator('.menu-sheet').getByRole('button', { name: 'Uitloggen' }))
  expect(await page.locator('main').innerText()).toContain('Je bent uitgelogd.')
})

test('without script the office searches a pupil and gets wrong input back as it was typed', async ({ open }) => {
  const page = await open({ javaScriptEnabled: false })
  await signInAs(page, 'Anouk Verbeek')
  await goTo(page, 'Leerlingen')
  await page.getByLabel('Zoek op naam').fill('hooft')
  await press(page, 'Zoeken')
  expect(await page.locator('tbody tr').count()).toBe(1)
  await follow(page, page.locator('tbody a').first())
  await follow(page, page.getByRole('link', { name: 'Ouder toevoegen' }))
  await page.getByLabel('Voornaam').fill('Fatima')
  await press(page, 'Ouder toevoegen')
  expect(await page.title()).toMatch(/^Fout: /)
  expect(await page.getByLabel('Voornaam').inputValue()).toBe('Fatima')
  expect(await shapeSins(page)).toEqual([])
})
