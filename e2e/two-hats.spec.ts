import { expect, expectSound, press, signInAs, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'

test('a teacher who is a parent looks as the one, then as the other, and sees what that one may', async ({
  atDesk: page,
}) => {
  await signInAs(page, 'Youssef Benali')
  await page.goto('/account')
  if ((await page.getByRole('button', { name: 'Kijk als Medewerker' }).count()) > 0)
    await press(page, 'Kijk als Medewerker')
  await page.goto('/leerlingen')
  await expectSound(page)
  const pupils = await page.locator('tbody tr').count()
  expect(pupils).toBeGreaterThan(20)
  expect(await page.locator('tbody').innerText()).not.toContain('Benali')
  await page.locator('.menu summary').click()
  await takePicture(page, 'menu-rollen')
  await press(page, 'Ouder')
  expect(new URL(page.url()).pathname).toBe('/vandaag')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectSound(page)
  expect((await page.goto('/leerlingen'))?.status()).toBe(404)
  await page.goto('/account')
  await expectSound(page)
  await press(page, 'Kijk als Medewerker')
})
