import { desk, expect, expectSound, follow, goTo, phone, press, signInAs, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'

const main = (page: import('playwright-core').Page): Promise<string> => page.locator('main').innerText()

test('a parent writes to a child at school, and the office gives the note', async ({ open }) => {
  const office = await open(desk)
  await signInAs(office, 'Anouk Verbeek')
  await goTo(office, 'Boodschappen')
  await expectSound(office)
  await office.getByLabel('Boodschappen kunnen tot').fill('straks')
  await follow(office, office.locator('#uren button'))
  expect(await office.title()).toMatch(/^Fout: /)
  await expectSound(office)
  await office.getByLabel('Boodschappen kunnen tot').fill('23.59')
  await follow(office, office.locator('#uren button'))

  const parent = await open(phone)
  await signInAs(parent, 'Selma de Jong')
  await parent.locator('.menu summary').click()
  await goTo(parent, 'Boodschappen')
  await expectSound(parent)
  // On a day without school nothing is taken, and the page says so.
  if ((await parent.getByRole('button', { name: 'Stuur naar school' }).count()) === 0) {
    expect(await main(parent)).toContain('er is vandaag geen school')
    return
  }
  await parent.getByRole('radio', { name: 'Timo' }).check()
  await parent.getByLabel('Je boodschap').fill('Oma haalt je op, niet de naschoolse opvang')
  await press(parent, 'Stuur naar school')
  expect(await main(parent)).toContain('wacht bij school')
  await expectSound(parent)
  await takePicture(parent, 'boodschap')

  await office.goto('/boodschappen')
  await expectSound(office)
  await takePicture(office, 'boodschappen')
  await follow(office, office.getByRole('button', { name: /^Gegeven/ }).first())
  await parent.reload()
  expect(await main(parent)).toContain('gegeven om')
})
