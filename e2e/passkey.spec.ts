import type { Page } from 'playwright-core'
import { demoHere, expect, expectSound, follow, phone, press, signInAs, test } from './fixtures.ts'

// A passkey belongs to a name: this machine by its name, not by its number.
const base = (): string => demoHere().base.replace('127.0.0.1', 'localhost')
const who = "Wietske d' Æth-Hoekstra"

/** A phone that opens its passkeys by a finger that is always there. */
const giveFinger = async (page: Page): Promise<void> => {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

const pathOf = (page: Page): string => new URL(page.url()).pathname

test('a parent adds a passkey, signs in with nothing else, and takes it away again', async ({ open }) => {
  const page = await open({ ...phone, base: base() })
  await giveFinger(page)
  await signInAs(page, who)
  await page.goto('/account')
  await expectSound(page)
  await press(page, 'Passkey toevoegen')
  expect(await page.locator('main').innerText()).toContain('De passkey is toegevoegd.')
  await expectSound(page)
  await page.locator('#passkeys summary').click()
  await page.getByLabel('Naam').fill('Telefoon van Wietske')
  await follow(page, page.getByRole('button', { name: /^Naam wijzigen/ }))
  expect(await page.locator('#passkeys').innerText()).toContain('Telefoon van Wietske')
  await page.locator('.menu > summary').click()
  await press(page, 'Uitloggen')
  await press(page, 'Inloggen zonder wachtwoord')
  expect(pathOf(page)).toBe('/vandaag')
  await page.goto('/account')
  expect(await page.locator('#passkeys').innerText()).toContain('laatst gebruikt op')
  await press(page, 'Weghalen van Telefoon van Wietske')
  expect(await page.locator('#passkeys').innerText()).toContain('Je hebt nog geen passkey.')
})

test('without script, and by number, nothing about passkeys stands in the way', async ({ open }) => {
  const still = await open({ ...phone, base: base(), javaScriptEnabled: false })
  await still.goto('/inloggen')
  expect(await still.getByText('Inloggen zonder wachtwoord').isVisible()).toBe(false)
  const numbered = await open(phone)
  await numbered.goto('/inloggen')
  expect(await numbered.getByText('Inloggen zonder wachtwoord').count()).toBe(0)
})
