import { expect, expectSound, follow, phone, press, signInAs, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'

test('a session is ended from another device', async ({ atDesk: here, open }) => {
  const there = await open(phone)
  await signInAs(here, "Şenay 't Hooft-van der Wetering")
  await signInAs(there, "Şenay 't Hooft-van der Wetering")
  await here.goto('/account')
  await expectSound(here)
  await press(here, 'Log alle andere apparaten uit')
  expect(await here.locator('main').innerText()).toContain('Je andere apparaten zijn uitgelogd.')
  await expectSound(here)
  await there.goto('/vandaag')
  expect(new URL(there.url()).pathname).toBe('/inloggen')
  await here.goto('/vandaag')
  expect(new URL(here.url()).pathname).toBe('/vandaag')
})

test('one device of several is signed out by its own button', async ({ open, onPhone: here }) => {
  const others = [await open(phone), await open(phone)]
  await signInAs(here, 'Voogdij Noorderlicht')
  await here.goto('/account')
  const lines = here.locator('#sessies li')
  if ((await lines.count()) > 1) await press(here, 'Log alle andere apparaten uit')
  for (const page of others) await signInAs(page, 'Voogdij Noorderlicht')
  await here.goto('/account')
  await takePicture(here, 'account')
  expect(await lines.count()).toBe(3)
  await follow(here, here.getByRole('button', { name: /^Uitloggen op/ }).first())
  expect(await lines.count()).toBe(2)
  const left = []
  for (const page of others) {
    await page.goto('/vandaag')
    left.push(new URL(page.url()).pathname)
  }
  expect(left.toSorted()).toEqual(['/inloggen', '/vandaag'])
})
