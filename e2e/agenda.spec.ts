import { expect, expectSound, goTo, phone, signInAs, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'

test('a parent reads the week of all children, turns to the next and comes back', async ({ onPhone: page }) => {
  await signInAs(page, 'Selma de Jong')
  await goTo(page, 'Agenda')
  const week = await page.locator('h1').innerText()
  await expectSound(page)
  await goTo(page, 'Volgende week')
  expect(await page.locator('h1').innerText()).not.toBe(week)
  expect(await page.locator('main').innerText()).toContain('Timo')
  await expectSound(page)
  await takePicture(page, 'agenda')
  await goTo(page, 'Deze week')
  expect(await page.locator('h1').innerText()).toBe(week)
})

test('at a desk the days of a week stand side by side, and one week is one sheet of paper', async ({
  atDesk: page,
}) => {
  await signInAs(page, 'Noor Hendriks')
  await goTo(page, 'Agenda')
  await goTo(page, 'Volgende week')
  await expectSound(page)
  await page.setViewportSize({ width: 1120, height: 620 })
  await takePicture(page, 'agenda-leraar')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
})

const tabs = ['Vandaag', 'Agenda', 'Huiswerk']

for (const [name, own, menu] of [
  [
    'Selma de Jong',
    'Voortgang',
    ['Mededelingen', 'Afspraken', 'Kijk wat ik maakte', 'Zicht', 'Boodschappen', 'Rapportmomenten'],
  ],
  ['Merel de Jong', 'Cijfers', ['Mededelingen', 'Afspraken', 'Laten zien', 'Zicht', 'Meekijken', 'Rapportmomenten']],
] as const)
  test(`the four places of every day are the tabs of ${name}, and the others stand in the menu`, async ({ open }) => {
    const page = await open(phone)
    await signInAs(page, name)
    expect(await page.locator('.tabs a').allInnerTexts()).toEqual([...tabs, own])
    await page.locator('.menu summary').click()
    expect(await page.locator('.menu-places a').allInnerTexts()).toEqual(menu)
    await expectSound(page)
    await goTo(page, menu[0])
    await page.locator('.menu summary').click()
    expect(await page.locator('.menu-places a[aria-current]').innerText()).toBe(menu[0])
    await expectSound(page)
  })
