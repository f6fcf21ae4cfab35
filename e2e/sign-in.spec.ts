import { sinsAtFirstSight } from './every-page.ts'
import { expect, expectSound, goTo, phone, press, signInAs, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'

test('the door is sound and light to load, on a phone and at a desk', async ({ onPhone, atDesk }) => {
  expect(await sinsAtFirstSight(onPhone, '/inloggen')).toEqual([])
  expect(await sinsAtFirstSight(atDesk, '/inloggen')).toEqual([])
})

for (const locale of ['en', 'tr', 'ar', 'pl', 'uk'])
  test(`the door is sound and light to load for who reads ${locale}`, async ({ open }) => {
    const page = await open({ ...phone, locale })
    expect(await sinsAtFirstSight(page, '/inloggen')).toEqual([])
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
  })

test('letters of another script are fetched where they are read, and nowhere else', async ({ open }) => {
  for (const locale of ['nl', 'uk']) {
    const page = await open({ ...phone, locale })
    const fonts: string[] = []
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'font') fonts.push(request.url())
    })
    await page.goto('/inloggen')
    await page.locator('.langs summary').click()
    await page.evaluate(() => document.fonts.ready.then(() => true))
    expect(fonts.filter((url) => url.includes('cyrillic'))).toHaveLength(locale === 'uk' ? 1 : 0)
  }
})

test('the choice of a language unfolds over the door, each named in its own language', async ({ onPhone: page }) => {
  await page.goto('/inloggen')
  await page.locator('.langs summary').click()
  expect(await page.locator('.langs-sheet button').allInnerTexts()).toEqual([
    'English',
    'Türkçe',
    'العربية',
    'Polski',
    'Українська',
  ])
  await expectSound(page)
  await takePicture(page, 'taal-kiezen')
})

test('a wrong password keeps the login name, empties the password and leads the eye to the summary', async ({
  onPhone: page,
}) => {
  await page.goto('/inloggen')
  await page.getByLabel('Inlognaam').fill('selma@klimboom.example')
  await page.getByLabel('Wachtwoord').fill('niet het wachtwoord')
  await press(page, 'Inloggen')
  expect(await page.title()).toMatch(/^Fout: /)
  expect(await page.getByLabel('Inlognaam').inputValue()).toBe('selma@klimboom.example')
  expect(await page.getByLabel('Wachtwoord').inputValue()).toBe('')
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('wrong-box')
  await expectSound(page)
  await takePicture(page, 'inloggen-fout')
})

test('who forgot the password reads how to get in again, and types the code of the office', async ({
  onPhone: page,
}) => {
  await page.goto('/inloggen')
  await goTo(page, 'Wachtwoord vergeten?')
  await expectSound(page)
  await takePicture(page, 'wachtwoord-vergeten')
  await page.getByLabel('Code', { exact: true }).fill('abcd efgh jk23')
  await press(page, 'Verder met code')
  expect(await page.title()).toMatch(/^Fout: /)
  expect(await page.getByLabel('Code', { exact: true }).inputValue()).toBe('abcd efgh jk23')
  await expectSound(page)
})

test('nothing typed is said beside each field', async ({ atDesk: page }) => {
  await page.goto('/inloggen')
  await press(page, 'Inloggen')
  expect(await page.locator('.wrong-box li').count()).toBe(2)
  expect(await page.locator('.msg-wrong').count()).toBe(2)
  await expectSound(page)
})

test('who is signed out is sent to the door, and the way back shows nothing of before', async ({ onPhone: page }) => {
  await signInAs(page, "Wietske d' Æth-Hoekstra")
  await page.locator('.menu summary').click()
  await press(page, 'Uitloggen')
  await page.goto('/vandaag')
  expect(new URL(page.url()).pathname).toBe('/inloggen')
  await page.goBack()
  expect(await page.locator('.menu').count()).toBe(0)
})
