import { expect, expectSound, follow, press, signInAs, test } from './fixtures.ts'

const unknown = '00000000-0000-4000-8000-000000000000'

test('what is not there and what is not yours are one page', async ({ atDesk: page, open }) => {
  const office = await open()
  await signInAs(office, 'Anouk Verbeek')
  await office.goto('/medewerkers')
  const others = (await office.locator('tbody a').first().getAttribute('href')) ?? ''
  await signInAs(page, 'Noor Hendriks')
  const bodies: string[] = []
  for (const path of ['/bestaat-niet', others, `/leerlingen/${unknown}`]) {
    expect((await page.goto(path))?.status(), path).toBe(404)
    bodies.push(await page.locator('main').innerText())
    await expectSound(page)
  }
  expect(new Set(bodies).size).toBe(1)
})

test('a page that stood open while somebody else signed in changes nothing', async ({ atDesk: old }) => {
  await signInAs(old, 'Anouk Verbeek')
  await old.goto('/school')
  const other = await old.context().newPage()
  await other.goto('/vandaag')
  await other.locator('.menu summary').click()
  await press(other, 'Uitloggen')
  await signInAs(other, 'Ilse de Graaf')
  await old.locator('.menu summary').click()
  const [answer] = await Promise.all([
    old.waitForResponse((response) => response.request().method() === 'POST'),
    follow(old, old.getByRole('button', { name: 'Uitloggen' })),
  ])
  expect(answer.status()).toBe(403)
  await expectSound(old)
  await other.reload()
  expect(new URL(other.url()).pathname).toBe('/vandaag')
})

test('who comes second is told that somebody was first', async ({ atDesk: first, open }) => {
  const second = await open()
  for (const page of [first, second]) {
    await signInAs(page, 'Ilse de Graaf')
    await page.goto('/medewerkers')
    await follow(page, page.locator('tbody a', { hasText: 'Postma' }))
    await follow(page, page.getByRole('link', { name: 'Rol geven' }))
    await page.getByRole('radio', { name: /^Directeur/ }).check()
  }
  await press(first, 'Rol geven')
  expect(await first.locator('main').innerText()).toContain('De rol is gegeven.')
  const [answer] = await Promise.all([
    second.waitForResponse((response) => response.request().method() === 'POST'),
    press(second, 'Rol geven'),
  ])
  expect(answer.status()).toBe(409)
  await expectSound(second)
})
