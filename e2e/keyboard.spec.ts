import type { Page } from 'playwright-core'
import { expect, follow, phone, signInAs, test } from './fixtures.ts'
import { giveVoices, ownVoices } from './voices.ts'

type Stop = { name: string; ring: boolean; seen: boolean }

/** What has the focus: its words, whether a ring is drawn around it, and whether the eye can find it. */
const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const one = document.activeElement ?? document.body
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    const { left, right, top, bottom } = one.getBoundingClientRect()
    const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2]
    const onTop = document.elementFromPoint(x, y)
    return {
      name: (one.textContent ?? '').trim().replaceAll(/\s+/g, ' ') || (one.getAttribute('name') ?? one.tagName),
      ring: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      seen: onTop !== null && (one.contains(onTop) || onTop.contains(one)),
    }
  })

/** Presses Tab until the focus stands on what is wanted; each stop on the way has a ring and can be seen. */
const tabTo = async (page: Page, wanted: RegExp): Promise<string[]> => {
  const names: string[] = []
  for (let tries = 0; tries < 60; tries++) {
    await page.keyboard.press('Tab')
    const { name, ring, seen } = await focused(page)
    names.push(name)
    expect({ name, ring, seen }).toEqual({ name, ring: true, seen: true })
    if (wanted.test(name)) return names
  }
  throw new Error(`Tab never came to ${wanted.source}: ${names.join(' | ')}`)
}

const enter = (page: Page): Promise<void> => follow(page, { click: () => page.keyboard.press('Enter') })

for (const [place, options] of [
  ['on a phone', phone],
  ['at a desk', {}],
] as const) {
  test(`with the keyboard alone one signs in, skips to the page, opens the menu and signs out, ${place}`, async ({
    open,
  }) => {
    const page = await open(options)
    await page.goto('/inloggen')
    const [first = ''] = await tabTo(page, place === 'on a phone' ? /^\S*\s*Selma de Jong/ : /Noor Hendriks/)
    expect(first).toBe('Naar de inhoud')
    await enter(page)
    expect(new URL(page.url()).pathname).toBe('/vandaag')
    await tabTo(page, /^Naar de inhoud$/)
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#inhoud')
    const next = await tabTo(page, /./)
    expect(next).not.toContain('Samenspraak')
    await page.goto('/vandaag')
    await tabTo(page, /Menu$/)
    expect(await page.locator('.menu').getAttribute('open')).toBeNull()
    await page.keyboard.press('Enter')
    await tabTo(page, /^Uitloggen$/)
    await enter(page)
    expect(await page.locator('main').innerText()).toContain('Je bent uitgelogd.')
  })
}

test('with the keyboard alone a wrong password is put right', async ({ atDesk: page }) => {
  await page.goto('/inloggen')
  await tabTo(page, /^login$/)
  await page.keyboard.type('selma@klimboom.example')
  await tabTo(page, /^password$/)
  await page.keyboard.type('niet het wachtwoord')
  await enter(page)
  expect((await focused(page)).name).toContain('Er is een probleem')
  await tabTo(page, /klopt niet/)
  await page.keyboard.press('Enter')
  expect((await focused(page)).name).toBe('login')
})

test('with the keyboard alone one chooses a language at the door, and comes back', async ({ onPhone: page }) => {
  await page.goto('/inloggen')
  await tabTo(page, /Nederlands$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^العربية$/)
  await enter(page)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await tabTo(page, /العربية$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Nederlands$/)
  await enter(page)
  expect(await page.locator('html').getAttribute('lang')).toBe('nl')
})

test('with the keyboard alone a parent chooses one child, and all again', async ({ onPhone: page }) => {
  await signInAs(page, 'Oksana Kovalenko')
  await tabTo(page, /Marko$/)
  await enter(page)
  expect(page.url()).toContain('kind=')
  await tabTo(page, /^Alle drie$/)
  await enter(page)
  expect(page.url()).not.toContain('kind=')
})

test('with the keyboard alone a page is read aloud, waits, goes on and stops', async ({ onPhone: page }) => {
  await giveVoices(page, ownVoices)
  await signInAs(page, 'Selma de Jong')
  await tabTo(page, /^Lees voor$/)
  await page.keyboard.press('Enter')
  expect((await focused(page)).name).toBe('Pauze')
  await page.keyboard.press('Space')
  expect((await focused(page)).name).toBe('Lees verder')
  await page.keyboard.press('Space')
  await tabTo(page, /^Stop$/)
  await page.keyboard.press('Enter')
  expect((await focused(page)).name).toBe('Lees voor')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  expect((await focused(page)).name).toBe('Lees voor')
  expect(await page.locator('.aloud-now').count()).toBe(0)
})
