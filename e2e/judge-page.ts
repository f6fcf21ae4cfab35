import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The same rules in less than half the letters. */
export const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Everything that may not be wrong with any page, whatever it shows; in words, empty when nothing is. */
export const sinsOf = async (page: Page): Promise<string[]> => {
  const at = new URL(page.url()).pathname
  const sins = [...(await barriers(page)), ...(await shapeSins(page))]
  return sins.map((sin) => `${at}: ${sin}`)
}

/** The part of it that can be asked where no script runs, which axe-core is. */
export const shapeSins = async (page: Page): Promise<string[]> => [
  ...(await scripts(page)),
  ...(await headings(page)),
  ...(await widths(page)),
]

/** What keeps people out, by axe-core: all its rules, or only these; those that need a person's eye left out. */
export const barriers = async (page: Page, only?: readonly string[]): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(readFileSync(axePath, 'utf8'))
  const found = await page.evaluate(async (asked) => {
    const { violations } = await window.axe.run(document, {
      preload: false,
      resultTypes: ['violations'],
      ...(asked !== undefined && { runOnly: { type: 'rule', values: [...asked] } }),
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
  }, only)
  return found.map((barrier) => `axe-core: ${barrier}`)
}

declare global {
  interface Window {
    axe: { run: typeof axe.run }
  }
}

/** What axe-core asks of words: a name that is there, says enough and is nobody else's, and the language it is in. */
const ofWords = [
  'aria-command-name',
  'aria-dialog-name',
  'aria-input-field-name',
  'button-name',
  'document-title',
  'empty-heading',
  'empty-table-header',
  'html-has-lang',
  'html-lang-valid',
  'image-alt',
  'image-redundant-alt',
  'input-button-name',
  'label',
  'label-title-only',
  'landmark-unique',
  'link-name',
  'role-img-alt',
  'select-name',
  'summary-name',
  'svg-img-alt',
  'table-duplicate-name',
  'valid-lang',
]

/** What of it another language may change: words, and how long they are; neither a colour, nor what stands in what. */
export const wordSins = async (page: Page): Promise<string[]> => {
  const at = new URL(page.url()).pathname
  const sins = [...(await barriers(page, ofWords)), ...(await shapeSins(page))]
  return sins.map((sin) => `${at}: ${sin}`)
}

/** Lines that are longer than a screen that is wide anyhow, whatever they say. */
export const widthSins = async (page: Page): Promise<string[]> => {
  const at = new URL(page.url()).pathname
  return (await widths(page, 'wide')).map((sin) => `${at}: ${sin}`)
}

/** What of it another width may change. */
export const layoutSins = async (page: Page): Promise<string[]> => {
  const at = new URL(page.url()).pathname
  const sins = [
    ...(await barriers(page, ['color-contrast', 'scrollable-region-focusable', 'target-size'])),
    ...(await widths(page, 'wide')),
  ]
  return sins.map((sin) => `${at}: ${sin}`)
}

/** Islands are files of ours beside a page that is whole without them; nothing else runs. */
const scripts = async (page: Page): Promise<string[]> => {
  const count = await page.locator('script:not([type="module"][src^="/assets/"])').count()
  return count === 0 ? [] : [`has ${count} scripts that are no island`]
}

const headings = async (page: Page): Promise<string[]> => {
  const count = await page.locator('h1').count()
  return count === 1 ? [] : [`has ${count} h1`]
}

/** No line may be longer than a narrow screen, nor than a wide one for who needs letters twice as large. */
const widths = async (page: Page, which: 'narrow too' | 'wide' = 'narrow too'): Promise<string[]> => {
  const size = page.viewportSize()
  if (size === null) return ['has no size']
  const sins: string[] = []
  const look = async (width: number, letters: string, what: string): Promise<void> => {
    await page.setViewportSize({ width, height: size.height })
    const over = await page.evaluate((fontSize) => {
      const html = document.documentElement
      html.style.fontSize = fontSize
      if (html.scrollWidth <= html.clientWidth) return ''
      const culprits = [...document.querySelectorAll('body *')]
        .filter((one) => {
          const { left, right } = one.getBoundingClientRect()
          return right > html.clientWidth + 1 || left < -1
        })
        .map((one) => `${one.tagName.toLowerCase()}.${one.className}`)
      return `${html.scrollWidth} px: ${culprits.slice(0, 3).join(', ')}`
    }, letters)
    if (over !== '') sins.push(`scrolls sideways ${what}, to ${over}`)
  }
  if (which === 'narrow too') await look(320, '', 'on a screen of 320 px')
  await look(size.width, '200%', `with letters of 200 % on ${size.width} px`)
  await look(size.width, '', `on ${size.width} px`)
  return sins
}
