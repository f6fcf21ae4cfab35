import { desk, expect, expectSound, follow, goTo, phone, press, signInAs, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'

const main = (page: import('playwright-core').Page): Promise<string> => page.locator('main').innerText()

test('a head drafts an agreement from an example, the council says yes, and everybody reads it without signing in', async ({
  open,
}) => {
  const head = await open(desk)
  await signInAs(head, 'Rob van der Meulen')
  await goTo(head, 'Afspraken')
  await expectSound(head)
  await takePicture(head, 'afspraken-school')
  await goTo(head, 'Nieuwe afspraak')
  await expectSound(head)
  await takePicture(head, 'afspraak-kiezen')
  await follow(head, head.locator('#soort-ai a').first())
  await press(head, 'Bewaar als concept')
  expect(await head.title()).toMatch(/^Fout: /)
  await expectSound(head)
  await head.getByLabel('Voor wie geldt dit?').selectOption('school')
  await head.getByLabel('Ouders', { exact: true }).fill('Je vraagt thuis eens hoe het werkt.')
  await press(head, 'Bewaar als concept')
  expect(await main(head)).toContain('Dit is een concept. Ouders en leerlingen zien het nog niet.')
  await expectSound(head)
  await press(head, 'Leg voor')
  expect(await main(head)).toContain('De afspraak ligt bij de raad.')
  const address = new URL(head.url()).pathname

  // Who has a seat decides.
  const council = await open(phone)
  await signInAs(council, "Şenay 't Hooft-van der Wetering")
  await council.goto('/medezeggenschap')
  await takePicture(council, 'samen-beslissen')
  await expectSound(council)
  await council.goto(address)
  await council.getByText('We stemmen in', { exact: true }).click()
  await council
    .getByLabel('Dag van het besluit')
    .fill(await head.evaluate(() => new Date().toLocaleDateString('nl-NL')))
  await council.getByLabel('Waar staat het in de notulen?').fill('Vergadering, punt 4')
  await press(council, 'Leg het besluit vast')
  expect(await main(council)).toContain('Opgeschreven door de raad zelf')
  await expectSound(council)

  await head.goto(address)
  await press(head, 'Laat ingaan')
  expect(await main(head)).toContain('Wie het aangaat, leest het op Vandaag.')
  await expectSound(head)

  const stranger = await open(phone)
  await stranger.goto('/scholen/klimboom/afspraken')
  expect(await main(stranger)).toContain('Je vraagt thuis eens hoe het werkt.')
  await expectSound(stranger)
  await takePicture(stranger, 'onze-afspraken')
  await stranger.getByLabel('Zoek in de afspraken').fill('chatgpt')
  await press(stranger, 'Zoek')
  expect(await main(stranger)).toContain('1 afspraak gevonden')
  await expectSound(stranger)
  for (const page of ['eerder', 'gehouden']) {
    await stranger.goto(`/scholen/klimboom/afspraken/${page}`)
    await expectSound(stranger)
  }

  const parent = await open(phone)
  await signInAs(parent, 'Selma de Jong')
  await follow(parent, parent.locator('main a', { hasText: 'AI bij schoolwerk' }))
  await expectSound(parent)
  await press(parent, 'Gelezen')
  expect(await main(parent)).toContain('Je hebt dit gelezen.')
  await parent.goto('/afspraken')
  await expectSound(parent)
  await takePicture(parent, 'afspraken-ouder')
})
