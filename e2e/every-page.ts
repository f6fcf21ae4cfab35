import type { Page } from 'playwright-core'
import { desk, expect, follow, phone, type Open } from './fixtures.ts'
import { barriers, layoutSins, sinsOf } from './judge-page.ts'
import { weightOf } from './weigh-page.ts'

const most = { requests: 8, bytes: 100_000, scripts: 40_000, letters: 60_000 }

/**
 * Walks from the front page over every link of the program and judges one page of each kind, opened as if for the first time,
 * in light and in dark, at both widths; and then again in English and in Arabic. A kind that was judged so for somebody else
 * is opened and judged once, as is every kind where nothing is said of others. Returns the kinds it saw, so that a test can
 * say that none was forgotten.
 * @param reader a page of who is signed in
 * @param judged the kinds that were judged in full before; this walk adds its own
 */
export const judgeEveryPage = async (
  reader: Page,
  open: Open,
  options: Parameters<Open>[0] = {},
  judged?: Set<string>,
): Promise<readonly string[]> => {
  const storageState = await reader.context().storageState()
  const base = new URL(reader.url()).origin
  const seen = new Map<string, string>()
  const waiting = ['/']
  const isFresh = (kind: string): boolean => judged !== undefined && !judged.has(kind)
  const sins: string[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path)
    if (seen.has(kind)) continue
    seen.set(kind, path)
    const fresh = isFresh(kind)
    const page = fresh ? await open({ base, storageState, ...options }) : reader
    sins.push(...(await (fresh ? sinsAtBothWidths(page, path) : sinsAtOnce(page, path))))
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    // A picture or a download is no page.
    const pages = links.filter((link) => link.startsWith('/') && !link.startsWith('/bestanden/'))
    waiting.push(...pages.map((link) => link.replace(/#.*$/, '')))
    if (fresh) await page.context().close()
  }
  const fresh = new Map([...seen].filter(([kind]) => isFresh(kind)))
  sins.push(...(await sinsInOtherLanguages(reader, [...fresh.values()])))
  for (const kind of fresh.keys()) judged?.add(kind)
  expect(sins).toEqual([])
  return [...seen.keys()].toSorted()
}

/** Opens an address in a browser that never saw it, and says what is wrong with it, in light, in dark and on the scales. */
export const sinsAtFirstSight = async (page: Page, path: string): Promise<string[]> => [
  ...(await tooHeavy(page, path)),
  ...(await sinsOf(page)),
  ...(await inTheDark(page)),
]

const sinsAtOnce = async (page: Page, path: string): Promise<string[]> => {
  const status = (await page.goto(path))?.status()
  return [...(status === 200 ? [] : [`${path}: answers ${status}`]), ...(await sinsOf(page))]
}

const sinsAtBothWidths = async (page: Page, path: string): Promise<string[]> => [
  ...(await sinsAtFirstSight(page, path)),
  ...(await atTheOtherWidth(page)),
]

const atTheOtherWidth = async (page: Page): Promise<string[]> => {
  const wide = (page.viewportSize()?.width ?? 0) > phone.viewport.width
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize((wide ? phone : desk).viewport)
  return layoutSins(page)
}

/** Addresses that differ only in an id or in what was asked after the question mark show pages of one kind. */
const kindOf = (path: string): string => path.replace(/\?.*$/, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')

const tooHeavy = async (page: Page, path: string): Promise<string[]> => {
  const { status, ...weight } = await weightOf(page, path)
  const over = (['requests', 'bytes', 'scripts', 'letters'] as const).filter((what) => weight[what] > most[what])
  return [
    ...(status === 200 ? [] : [`${path}: answers ${status}`]),
    ...over.map((what) => `${path}: ${weight[what]} ${what}, and ${most[what]} is the most`),
  ]
}

/**
 * The same pages for who reads something else, at both widths. Colours do not change with the width, nor a page that is not
 * there in Arabic with more than its frame, so those are looked at once.
 */
const sinsInOtherLanguages = async (page: Page, paths: readonly string[]): Promise<string[]> => {
  const sins: string[] = []
  if (paths.length === 0) return sins
  for (const lang of ['en', 'ar']) {
    await chooseLanguage(page, lang)
    for (const path of paths) {
      await page.setViewportSize(phone.viewport)
      await page.goto(path)
      const found = [...(await sinsOf(page)), ...(await inTheDark(page))]
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize(desk.viewport)
      if ((await page.locator('html').getAttribute('lang')) === lang) found.push(...(await layoutSins(page)))
      sins.push(...found.map((sin) => `${lang}: ${sin}`))
    }
  }
  await chooseLanguage(page, 'nl')
  return sins
}

const chooseLanguage = async (page: Page, lang: string): Promise<void> => {
  await page.goto('/account')
  await page.locator('.langs summary').click()
  await follow(page, page.locator(`.langs button[value="${lang}"]`))
}

export const inTheDark = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ colorScheme: 'dark' })
  return (await barriers(page, ['color-contrast'])).map((sin) => `${page.url()}, dark: ${sin}`)
}
