import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect, inject, test as base } from 'vitest'
import { shapeSins, sinsOf } from './judge-page.ts'
import { troubleIn } from './program.ts'
import { watchPage, type Watch } from './watch-page.ts'

export type Open = (options?: BrowserContextOptions & { base?: string }) => Promise<Page>

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
export const desk = { viewport: { width: 1280, height: 800 } } as const

/** The program with its demo that is this worker's own. */
export const demoHere = (): { base: string; logFile: string } => {
  const demo = inject('demos')[Number(process.env['VITEST_POOL_ID']) - 1]
  if (demo === undefined) throw new Error('There are more workers than programs.')
  return demo
}

let shared: Promise<Browser> | undefined
const browser = (): Promise<Browser> => (shared ??= chromium.connect(inject('browser')))

/**
 * `open` gives a browser of its own, in which nobody is signed in; `onPhone` and `atDesk` are such browsers. After the test none
 * of them may have complained, and the program may not have logged an error.
 */
export const test = base.extend<{ open: Open; onPhone: Page; atDesk: Page }>({
  open: async ({}, use) => {
    const watched: Watch[] = []
    const closers: (() => Promise<void>)[] = []
    const demo = demoHere()
    const before = troubleIn(demo.logFile).length
    await use(async ({ base: address = demo.base, ...options } = {}) => {
      const context = await (await browser()).newContext({ locale: 'nl-NL', baseURL: address, ...desk, ...options })
      closers.push(() => context.close())
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      watched.push(watchPage(page, address))
      return page
    })
    const sins = watched.flatMap((watch) => watch.sins())
    for (const close of closers) await close()
    expect(sins, 'what the browser complained of').toEqual([])
    expect(troubleIn(demo.logFile).slice(before), 'what the program logged').toEqual([])
  },
  onPhone: async ({ open }, use) => use(await open(phone)),
  atDesk: async ({ open }, use) => use(await open(desk)),
})

/** Signs in as somebody of the demo, by the full name on the button. */
export const signInAs = async (page: Page, name: string): Promise<void> => {
  await page.goto('/inloggen')
  const button = page.locator('button.persona', { has: page.getByText(name, { exact: true }) })
  if (!(await button.isVisible())) await page.locator('details:has(button.persona) > summary').click()
  await follow(page, button)
}

/** Presses what leads to another page, and waits until that page is there. */
export const follow = async (page: Page, what: { click(): Promise<void> }): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), what.click()])
}

export const press = (page: Page, name: string): Promise<void> =>
  follow(page, page.getByRole('button', { name, exact: true }))

export const goTo = (page: Page, name: string): Promise<void> =>
  follow(page, page.getByRole('link', { name, exact: true }))

/** Unfolds the choice of a language and presses one, by its own name. */
export const readIn = async (page: Page, language: string): Promise<void> => {
  await page.locator('.langs summary').click()
  await press(page, language)
}

/** The page as it stands has nothing wrong with it that a machine can see. */
export const expectSound = async (page: Page): Promise<void> => {
  expect(await sinsOf(page)).toEqual([])
}

/** The same for a browser with or without scripts: without, what can be seen without one. */
export const soundWith =
  (scripts: boolean) =>
  async (page: Page): Promise<void> =>
    scripts ? expectSound(page) : expect(await shapeSins(page)).toEqual([])

export { expect }
