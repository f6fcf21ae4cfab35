import { join } from 'node:path'
import { readManifest } from '#platform/http/assets.ts'
import { DeskGallery, PhoneGallery } from '#ui/gallery/gallery.tsx'
import { deskFrame, doorFrame, phoneFrame } from '#ui/gallery/frames.ts'
import { htmlOf } from '#ui/gallery/html-of.ts'
import { ErrorPage } from '#ui/layout/error-page.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { inTheDark } from './every-page.ts'
import { demoHere, desk, expect, phone, test } from './fixtures.ts'
import { layoutSins, sinsOf } from './judge-page.ts'

const assets = readManifest(join(import.meta.dirname, '../dist/assets'))

const pages = {
  desk: (own: Partial<Frame>) => htmlOf(<DeskGallery frame={{ ...deskFrame, ...own }} />),
  phone: (own: Partial<Frame>) => htmlOf(<PhoneGallery frame={{ ...phoneFrame, ...own }} />),
  error: (own: Partial<Frame>) => htmlOf(<ErrorPage frame={{ ...doorFrame, ...own }} kind="broken" reference="7F3A" />),
}

// Every part in every state, with the longest names: also where a page is read from right to left, or is not there in Arabic.
for (const [lang, reader] of [
  ['nl', 'nl'],
  ['en', 'en'],
  ['ar', 'ar'],
  ['nl', 'ar'],
] as const)
  test(`every part in every state is sound, in ${lang} for who reads ${reader}`, async ({ open }) => {
    const page = await open(phone)
    const sins: string[] = []
    for (const [name, html] of Object.entries(pages)) {
      const path = `/gallerij-${name}`
      await page.route(`**${path}`, (route) =>
        route.fulfill({ contentType: 'text/html', body: `<!doctype html>${html({ lang, reader, assets })}` }),
      )
      await page.goto(`${demoHere().base}${path}`)
      sins.push(...(await sinsOf(page)), ...(await inTheDark(page)))
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize(desk.viewport)
      sins.push(...(await layoutSins(page)), ...(await inTheDark(page)))
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize(phone.viewport)
    }
    expect(sins).toEqual([])
  })
