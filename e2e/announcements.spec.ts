import { desk, expect, expectSound, follow, goTo, phone, press, signInAs, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'

const main = (page: import('playwright-core').Page): Promise<string> => page.locator('main').innerText()

test('a teacher writes an announcement, looks it over and publishes it, and a parent of the class reads it', async ({
  open,
}) => {
  const teacher = await open(desk)
  await signInAs(teacher, 'Noor Hendriks')
  await goTo(teacher, 'Mededelingen')
  await expectSound(teacher)
  await goTo(teacher, 'Schrijf een mededeling')
  await press(teacher, 'Bewaar en bekijk')
  expect(await teacher.title()).toMatch(/^Fout: /)
  await expectSound(teacher)
  await teacher.goto('/mededelingen/nieuw')
  await teacher.getByLabel('Titel').fill('Woensdag naar de kinderboerderij')
  await teacher.getByLabel('Tekst').fill('We lopen erheen. Geef je kind laarzen mee.\n\nOm 12 uur zijn we terug.')
  await teacher.getByLabel('Ouders').check()
  await teacher.getByLabel('4B').check()
  await takePicture(teacher, 'mededeling-schrijven')
  await press(teacher, 'Bewaar en bekijk')
  expect(await main(teacher)).toContain('Dit is een concept.')
  await expectSound(teacher)
  await press(teacher, 'Plaats mededeling')
  expect(await main(teacher)).toContain('De mededeling staat erop.')

  const parent = await open(phone)
  await signInAs(parent, 'Selma de Jong')
  await parent.locator('.menu summary').click()
  await goTo(parent, 'Mededelingen')
  await expectSound(parent)
  await takePicture(parent, 'mededelingen')
  await follow(parent, parent.locator('main a', { hasText: 'kinderboerderij' }))
  expect(await main(parent)).toContain('Geef je kind laarzen mee.')
  await expectSound(parent)
})
