import { desk, expect, expectSound, follow, goTo, phone, press, signInAs, soundWith, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'

const main = (page: import('playwright-core').Page): Promise<string> => page.locator('main').innerText()

for (const javaScriptEnabled of [true, false])
  test(`a parent switches everything off for one child and on again, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    open,
  }) => {
    const page = await open({ ...phone, javaScriptEnabled })
    const expectGood = soundWith(javaScriptEnabled)
    await signInAs(page, 'Selma de Jong')
    await page.locator('.menu summary').click()
    await goTo(page, 'Zicht')
    await expectGood(page)
    await takePicture(page, 'zicht')
    const card = page.locator('section.card', { hasText: 'Timo' }).first()
    await follow(page, card.getByRole('button', { name: /^Alles uit/ }))
    expect(await main(page)).toContain('Bewaard. Je kunt het altijd veranderen.')
    await expectGood(page)
    await page.goto('/huiswerk')
    expect(await main(page)).toContain('Dat heb je zelf gekozen.')
    await expectGood(page)
    await page.goto('/vandaag')
    await expectGood(page)
    await goTo(page, 'Kijk wat je koos')
    await follow(page, card.getByRole('button', { name: /^Alles zoals afgesproken/ }))
    await page.goto('/huiswerk')
    expect(await main(page)).not.toContain('Dat heb je zelf gekozen.')
  })

test('a pupil and a teacher of the class read that a parent asks to see more, and each answers in one tap', async ({
  open,
}) => {
  const pupil = await open(phone)
  await signInAs(pupil, 'Merel de Jong')
  await goTo(pupil, 'Er is een vraag voor je: wie mag je resultaten zien?')
  await expectSound(pupil)
  expect(await main(pupil)).toContain('Je vader Bas vraagt: mag ik 6 weken je resultaten zien')
  await takePicture(pupil, 'zicht-leerling')
  const teacher = await open(desk)
  await signInAs(teacher, 'Loes Bakker')
  await goTo(teacher, 'Zicht')
  await expectSound(teacher)
  await takePicture(teacher, 'zicht-leraar')
  await press(teacher, 'Ja, dat mag')
  expect(await main(teacher)).toContain('Nu is de ander aan de beurt.')
  await pupil.reload()
  expect(await main(pupil)).toContain('Een leraar van je klas zei ja.')
  await expectSound(pupil)
})
