import type { Page } from 'playwright-core'
import { expect, type Open } from './fixtures.ts'
import { barriers, sinsOf } from './judge-page.ts'
import { weightOf } from './weigh-page.ts'

const most = { requests: 8, bytes: 100_000, letters: 60_000 }

/**
 * Walks from the front page over every link of the program and judges one page of each kind, in light and in dark, each opened
 * as if for the first time. Returns the kinds it saw, so that a test can say that none was forgotten.
 * @param reader a page of who is signed in
 */
export const judgeEveryPage = async (
  reader: Page,
  open: Open,
  options: Parameters<Open>[0] = {},
): Promise<readonly string[]> => {
  const storageState = await reader.context().storageState()
  const base = new URL(reader.url()).origin
  const seen = new Map<string, string>()
  const waiting = ['/']
  const sins: string[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(kindOf(path))) continue
    seen.set(kindOf(path), path)
    const page = await open({ base, storageState, ...options })
    sins.push(...(await sinsAtFirstSight(page, path)))
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    // A picture or a download is no page.
    const pages = links.filter((link) => link.startsWith('/') && !link.startsWith('/bestanden/'))
    waiting.push(...pages.map((link) => link.replace(/#.*$/, '')))
    await page.context().close()
  }
  expect(sins).toEqual([])
  return [...seen.keys()].toSorted()
}

/** Opens an address in a browser that never saw it, and says what is wrong with it, in light, in dark and on the scales. */
export const sinsAtFirstSight = async (page: Page, path: string): Promise<string[]> => [
  ...(await tooHeavy(page, path)),
  ...(await sinsOf(page)),
  ...(await inTheDark(page)),
]

/** Addresses that differ only in an id or in what was asked after the question mark show pages of one kind. */
const kindOf = (path: string): string => path.replace(/\?.*$/, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')

const tooHeavy = async (page: Page, path: string): Promise<string[]> => {
  const { status, ...weight } = await weightOf(page, path)
  const over = (['requests', 'bytes', 'letters'] as const).filter((what) => weight[what] > most[what])
  return [
    ...(status === 200 ? [] : [`${path}: answers ${status}`]),
    ...over.map((what) => `${path}: ${weight[what]} ${what}, and ${most[what]} is the most`),
  ]
}

const inTheDark = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ colorScheme: 'dark' })
  return (await barriers(page, ['color-contrast'])).map((sin) => `${page.url()}, dark: ${sin}`)
}
