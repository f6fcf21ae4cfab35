import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { desk, expect, follow, phone } from './fixtures.ts'
import { axePath, barriers, layoutSins, shapeSins, sinsOf, widthSins, wordSins } from './judge-page.ts'
import { weightOf } from './weigh-page.ts'

type Size = { width: number; height: number }

const most = { requests: 8, bytes: 100_000, scripts: 40_000, letters: 60_000 }

/**
 * Walks from the front page over every link of the program and judges one page of each kind, loaded as if for the first time,
 * in light at the reader's own width and in dark at the other; and then again in English and in Arabic, in light, where it is there in them. A kind that was judged so for somebody else
 * is opened and judged once, as is every kind where nothing is said of others. Returns the kinds it saw, so that a test can
 * say that none was forgotten.
 * @param reader a page of who is signed in
 * @param judged the kinds that were judged in full before; this walk adds its own
 */
export const judgeEveryPage = async (reader: Page, judged?: Set<string>): Promise<readonly string[]> => {
  const size = reader.viewportSize() ?? desk.viewport
  const seen = new Map<string, string>()
  const waiting = ['/']
  const isFresh = (kind: string): boolean => judged !== undefined && !judged.has(kind)
  const sins: string[] = []
  let busy = 0
  const judgeOne = async (path: string, kind: string, page: Page): Promise<void> => {
    sins.push(...(await (isFresh(kind) ? sinsAtBothWidths(page, path, size) : sinsAtOnce(page, path))))
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    // A picture or a download is no page.
    const pages = links.filter((link) => link.startsWith('/') && !link.startsWith('/bestanden/'))
    waiting.push(...pages.map((link) => link.replace(/#.*$/, '')))
  }
  // Two walk at a time; who finds nothing to do waits for what the other finds.
  const walk = async (own: Page): Promise<void> => {
    while (waiting.length > 0 || busy > 0) {
      const path = waiting.shift()
      if (path === undefined) {
        await wait(20)
        continue
      }
      const kind = kindOf(path)
      if (seen.has(kind)) continue
      seen.set(kind, path)
      busy += 1
      try {
        await judgeOne(path, kind, own)
      } finally {
        busy -= 1
      }
    }
  }
  const second = await reader.context().newPage()
  await second.setViewportSize(size)
  await Promise.all([forgetful(reader), forgetful(second)])
  await Promise.all([walk(reader), walk(second)])
  await second.close()
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

/**
 * A page that keeps nothing of what it loaded, so that each address costs what it costs at first sight. The judge is there with each: to
 * send it along with each question costs more than the question.
 */
const forgetful = async (page: Page): Promise<void> => {
  await page.addInitScript({ path: axePath })
  const session = await page.context().newCDPSession(page)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
}

const sinsAtBothWidths = async (page: Page, path: string, size: Size): Promise<string[]> => {
  const sins = [
    ...(await tooHeavy(page, path)),
    ...(await sinsOf(page)),
    ...(await inTheDarkAtTheOtherWidth(page, size)),
  ]
  await page.setViewportSize(size)
  return sins
}

const inTheDarkAtTheOtherWidth = async (page: Page, { width }: Size): Promise<string[]> => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize((width > phone.viewport.width ? phone : desk).viewport)
  const sins = await layoutSins(page)
  await page.emulateMedia({ colorScheme: 'light' })
  return sins.map((sin) => `dark, at the other width: ${sin}`)
}

/** Addresses that differ only in an id, a theme or a holiday, or in what was asked after the question mark show pages of one kind. */
const kindOf = (path: string): string =>
  path
    .replace(/\?.*$/, '')
    .replace(/^\/afspraken\/onderwerpen\/[a-z]+/, '/afspraken/onderwerpen/:theme')
    .replace(/^\/rapportmomenten\/regels\/[A-Z]+/, '/rapportmomenten/regels/:stage')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/\d{4}-[a-z]+/g, ':holiday')

const tooHeavy = async (page: Page, path: string): Promise<string[]> => {
  const { status, ...weight } = await weightOf(page, path)
  const over = (['requests', 'bytes', 'scripts', 'letters'] as const).filter((what) => weight[what] > most[what])
  return [
    ...(status === 200 ? [] : [`${path}: answers ${status}`]),
    ...over.map((what) => `${path}: ${weight[what]} ${what}, and ${most[what]} is the most`),
  ]
}

/**
 * The same pages for who reads something else, at both widths, two at a time. A page that is not there in that language is the Dutch one,
 * but for the words with which another is chosen: of these one will do.
 */
const sinsInOtherLanguages = async (reader: Page, paths: readonly string[]): Promise<string[]> => {
  const sins: string[] = []
  if (paths.length === 0) return sins
  for (const lang of ['en', 'ar']) {
    await chooseLanguage(reader, lang)
    const waiting = [...paths]
    let isFrameJudged = false
    const judge = async (): Promise<void> => {
      const page = await reader.context().newPage()
      await page.addInitScript({ path: axePath })
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        // Most pages are there in English: to ask first would cost more than it saves.
        const isThere = lang === 'en' || (await isThereIn(page, path, lang))
        if (!isThere && isFrameJudged) continue
        isFrameJudged ||= !isThere
        sins.push(...(await sinsIn(lang, page, path)).map((sin) => `${lang}: ${sin}`))
      }
      await page.close()
    }
    await Promise.all([judge(), judge()])
  }
  await chooseLanguage(reader, 'nl')
  return sins
}

const isThereIn = async (page: Page, path: string, lang: string): Promise<boolean> =>
  (await (await page.request.get(path)).text()).includes(`<html lang="${lang}"`)

const sinsIn = async (lang: string, page: Page, path: string): Promise<string[]> => {
  await page.setViewportSize(phone.viewport)
  await page.goto(path)
  if ((await page.locator('html').getAttribute('lang')) !== lang)
    return (await shapeSins(page)).map((sin) => `${path}: ${sin}`)
  const found = await wordSins(page)
  await page.setViewportSize(desk.viewport)
  return [...found, ...(await widthSins(page))]
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
