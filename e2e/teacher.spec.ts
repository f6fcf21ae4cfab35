import { expect, expectSound, follow, goTo, signInAs, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'

test('a teacher reads the day of the own groups and prints the class list', async ({ atDesk: page }) => {
  await signInAs(page, 'Noor Hendriks')
  expect(await page.locator('main').innerText()).toContain('4B')
  await takePicture(page, 'vandaag-leraar')
  await goTo(page, 'Klassen')
  expect(await page.locator('tbody tr').count()).toBe(1)
  await follow(page, page.locator('tbody a').first())
  expect(await page.locator('tbody tr').count()).toBe(25)
  await expectSound(page)
  await takePicture(page, 'klassenlijst')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.side').isVisible()).toBe(false)
  expect(await page.locator('tbody tr').last().isVisible()).toBe(true)
})

test('a teacher opens the file of an own pupil, and finds nobody of another class', async ({ atDesk: page }) => {
  await signInAs(page, 'Noor Hendriks')
  await page.goto('/leerlingen?zoek=timo')
  await follow(page, page.locator('tbody a').first())
  expect(await page.locator('main').innerText()).toContain('Selma de Jong')
  await expectSound(page)
  await page.goto('/leerlingen?zoek=benali')
  expect(await page.locator('main').innerText()).toContain('Niemand gevonden')
  await expectSound(page)
})
