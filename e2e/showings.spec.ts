import { expect, expectSound, follow, goTo, phone, press, signInAs, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'

const main = (page: import('playwright-core').Page): Promise<string> => page.locator('main').innerText()

test('a pupil shows a picture with one line, and takes it away again', async ({ open }) => {
  const page = await open(phone)
  await signInAs(page, 'Merel de Jong')
  await page.locator('.menu summary').click()
  await goTo(page, 'Laten zien')
  await expectSound(page)
  await press(page, 'Laat zien')
  expect(await page.title()).toMatch(/^Fout: /)
  await expectSound(page)
  const picture = await page.screenshot({ type: 'jpeg', quality: 60 })
  await page.getByLabel('Foto of PDF').setInputFiles({ name: 'tekening.jpg', mimeType: 'image/jpeg', buffer: picture })
  await page.getByLabel('Eén zin erbij').fill('Mijn brug van karton')
  await press(page, 'Laat zien')
  expect(await main(page)).toContain('Mijn brug van karton')
  await expectSound(page)
  await follow(page, page.getByRole('button', { name: /^Haal weg/ }))
  expect(await main(page)).toContain('Niemand ziet het nog.')
})

test('a parent sees what the child made', async ({ open }) => {
  const page = await open(phone)
  await signInAs(page, 'Selma de Jong')
  await page.locator('.menu summary').click()
  await goTo(page, 'Kijk wat ik maakte')
  expect(await main(page)).toContain('Landschap bij zonsondergang')
  await expectSound(page)
  await takePicture(page, 'kijk-wat-ik-maakte')
})
