import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'

const folder = join(import.meta.dirname, '../docs/handleiding/pictures')
const most = 80_000

/**
 * A picture of the page as it stands, for the handleiding. Made anew only with UPDATE_PICTURES=1, for the demo's days differ
 * from one day to the next; else the picture must be there.
 */
export const takePicture = async (page: Page, name: string): Promise<void> => {
  const path = join(folder, `${name}.png`)
  if (process.env['UPDATE_PICTURES'] === '1') {
    await page.evaluate(() => scrollTo(0, 0))
    const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    // A page has few colours: a palette of them is a third of the bytes.
    await sharp(taken).png({ palette: true, colours: 128, effort: 10 }).toFile(path)
  }
  expect(existsSync(path), `${name}.png: UPDATE_PICTURES=1 makes it`).toBe(true)
  expect(statSync(path).size, `${name}.png in bytes`).toBeLessThan(most)
}
