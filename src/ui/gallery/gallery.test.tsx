import { describe, expect, test } from 'vitest'
import { ErrorPage } from '../layout/error-page.tsx'
import { doorFrame, deskFrame, phoneFrame } from './frames.ts'
import { htmlOf } from './html-of.ts'
import { DeskGallery, PhoneGallery } from './gallery.tsx'

const pages = {
  desk: htmlOf(<DeskGallery frame={deskFrame} />),
  phone: htmlOf(<PhoneGallery frame={phoneFrame} />),
  error: htmlOf(<ErrorPage frame={doorFrame} kind="broken" reference="7F3A" />),
}

const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((found) => found[1] ?? '')

describe.each(Object.entries(pages))('the %s page', (_name, html) => {
  const ids = all(html, / id="([^"]*)"/g)

  test('gives every id once', () => {
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  test('refers only to what is on it: labels, descriptions, headings, links', () => {
    const referred = [
      ...all(html, / for="([^"]*)"/g),
      ...all(html, / aria-(?:describedby|labelledby)="([^"]*)"/g).flatMap((list) => list.split(' ')),
      ...all(html, / href="#([^"]*)"/g),
    ]
    expect(referred.length).toBeGreaterThan(0)
    expect(referred.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('has nothing inline, which the content security policy would stop', () => {
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:/i)
  })

  test('has one h1, one main and a language', () => {
    expect(all(html, /<(h1)[ >]/g)).toHaveLength(1)
    expect(all(html, /<(main) /g)).toHaveLength(1)
    expect(html).toMatch(/^<html lang="nl" dir="ltr">/)
  })

  test('prints no value that was not there', () => {
    expect(html).not.toMatch(/undefined|\[object|NaN|>null</)
  })
})

test('what somebody typed comes back as text, never as markup', () => {
  expect(pages.desk).toContain('value="&quot;&gt;&lt;b&gt;Saar&lt;/b&gt;"')
  expect(pages.desk).not.toContain('<b>Saar')
})

test('a wrong form says so in its title, first on the page, and beside each field in the same words', () => {
  expect(pages.desk).toContain('<title>Fout: Onderdelen</title>')
  expect(pages.desk).toMatch(/<main[^>]*><div class="wrong-box" role="alert" tabindex="-1" autofocus=""/)
  expect(pages.desk).toContain('<a href="#day">Kies een eerste dag vanaf morgen</a>')
  expect(pages.desk).toMatch(/id="day" name="day" aria-describedby="day-uitleg day-fout" aria-invalid="true"/)
  expect(pages.desk).toMatch(/<p class="msg-wrong" id="day-fout">.*?Kies een eerste dag vanaf morgen/)
})

test('a message that belongs to no field stands in the summary without a link', () => {
  expect(pages.desk).toContain('<li>Kies een bestand of een map</li>')
})

test('every form that posts carries the token of its reader', () => {
  const posts = all(`${pages.desk}${pages.phone}${pages.error}`, /<form [^>]*method="post"[^>]*>(.{0,60})/g)
  expect(posts.length).toBeGreaterThanOrEqual(4)
  for (const start of posts) expect(start).toContain('<input type="hidden" name="_form" value="token"/>')
})

test('a single place to go to makes no tabs, and nobody signed in no menu', () => {
  const alone = { ...phoneFrame, nav: phoneFrame.nav.slice(0, 1), who: null }
  const html = htmlOf(<PhoneGallery frame={alone} />)
  expect(html).not.toContain('class="tabs"')
  expect(html).not.toContain('class="menu"')
  expect(pages.phone).toContain('class="tabs"')
  expect(pages.phone).toContain('class="menu"')
})

test('on a phone what is no tab stands in the menu, and at a desk everything in the side list', () => {
  const tabs = all(pages.phone, /(<nav class="tabs".*?<\/nav>)/g).join('')
  const menu = all(pages.phone, /(<ul class="menu-places".*?<\/ul>)/g).join('')
  expect(all(tabs, / href="([^"]*)"/g)).toEqual(['/vandaag', '/agenda', '/huiswerk', '/mededelingen'])
  expect(all(menu, / href="([^"]*)"/g)).toEqual(['/boodschappen'])
  expect(pages.desk).not.toContain('menu-places')
  expect(all(pages.desk, /(<nav aria-label="Hoofdmenu".*?<\/nav>)/g).join('')).toContain('href="/schooljaar"')
})

test('who has one role is not asked which', () => {
  expect(pages.phone).toContain('name="hat" value="staff"')
  expect(pages.desk).not.toContain('name="hat"')
})

test('an error page has no number when there is no fault of ours, and speaks English to who reads that', () => {
  const html = htmlOf(<ErrorPage frame={{ ...doorFrame, lang: 'en', reader: 'en' }} kind="not-found" />)
  expect(html).toContain('<h1>This page does not exist</h1>')
  expect(html).toContain('lang="en"')
  expect(html).not.toContain('<code>')
})
