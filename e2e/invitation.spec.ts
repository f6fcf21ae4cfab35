import { expect, expectSound, follow, goTo, phone, press, signInAs, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'
import { CodeApp } from '#test/code-app.ts'

test('the office invites a teacher, who takes the account into use on another device, once', async ({
  atDesk: office,
  open,
}) => {
  await signInAs(office, 'Anouk Verbeek')
  await office.goto('/medewerkers')
  await follow(office, office.getByRole('link', { name: 'Wijngaarde, Chantal', exact: true }))
  await expectSound(office)
  await press(office, 'Uitnodiging maken')
  await expectSound(office)
  await takePicture(office, 'uitnodiging')
  const link = await office.locator('article code').innerText()

  const teacher = await open(phone)
  await teacher.goto(link)
  await expectSound(teacher)
  await takePicture(teacher, 'account-maken')
  await teacher.getByLabel('Inlognaam').fill('chantal@school.example')
  await teacher.getByLabel('Wachtwoord').fill('fietsbel regenlaars kachel')
  await press(teacher, 'Account in gebruik nemen')
  expect(new URL(teacher.url()).pathname).toBe('/account/tweede-stap/nieuw')
  await expectSound(teacher)
  const app = CodeApp.reading(await teacher.content())
  await teacher.getByLabel('Code uit je app').fill(app.codeAt(Date.now() / 1000))
  await press(teacher, 'Tweede stap instellen')
  await goTo(teacher, 'Ik heb ze bewaard')
  expect(new URL(teacher.url()).pathname).toBe('/vandaag')
  expect(await teacher.locator('main').innerText()).toContain('4A')

  const later = await open(phone)
  expect((await later.goto(link))?.status()).toBe(404)
  await expectSound(later)
  await later.goto('/inloggen')
  await later.getByLabel('Inlognaam').fill('chantal@school.example')
  await later.getByLabel('Wachtwoord').fill('fietsbel regenlaars kachel')
  await press(later, 'Inloggen')
  expect(new URL(later.url()).pathname).toBe('/account/tweede-stap')
})
