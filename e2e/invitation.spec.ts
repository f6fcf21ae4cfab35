import { expect, expectSound, follow, phone, press, signInAs, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'

test('the office invites a parent, who takes the account into use on another device, once', async ({
  atDesk: office,
  open,
}) => {
  await signInAs(office, 'Anouk Verbeek')
  await office.goto('/leerlingen?zoek=fien')
  await follow(office, office.locator('tbody a', { hasText: 'Wit, Fien de' }))
  await expectSound(office)
  await takePicture(office, 'leerling')
  await follow(office, office.getByRole('link', { name: 'Marije de Wit-Schouten', exact: true }))
  await expectSound(office)
  await press(office, 'Uitnodiging maken')
  await expectSound(office)
  await takePicture(office, 'uitnodiging')
  const link = await office.locator('article code').innerText()

  const parent = await open(phone)
  await parent.goto(link)
  await expectSound(parent)
  await takePicture(parent, 'account-maken')
  await parent.getByLabel('Inlognaam').fill('marije@thuis.example')
  await parent.getByLabel('Wachtwoord').fill('fietsbel regenlaars kachel')
  await press(parent, 'Account in gebruik nemen')
  expect(new URL(parent.url()).pathname).toBe('/vandaag')
  expect(await parent.locator('main').innerText()).toContain('Fien')

  const later = await open(phone)
  expect((await later.goto(link))?.status()).toBe(404)
  await expectSound(later)
  await later.goto('/inloggen')
  await later.getByLabel('Inlognaam').fill('marije@thuis.example')
  await later.getByLabel('Wachtwoord').fill('fietsbel regenlaars kachel')
  await press(later, 'Inloggen')
  expect(new URL(later.url()).pathname).toBe('/vandaag')
})
