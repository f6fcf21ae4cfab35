import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { langs, type Lang } from '#platform/i18n/lang.ts'
import { actorNamed, closeHouse, httpHouse, type HttpHouse } from './http-cast.ts'
import { base, readerOf } from './reader.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let house: HttpHouse
beforeAll(async () => {
  house = await httpHouse()
})
afterAll(() => closeHouse(house))

const own = { nl: 'Nederlands', en: 'English', tr: 'Türkçe', ar: 'العربية', pl: 'Polski', uk: 'Українська' }
const headOf = (html: string): string => /<html[^>]*>/.exec(html)?.[0] ?? ''
const door = async (headers: Record<string, string>): Promise<string> =>
  (await house.app.request(`${base}/inloggen`, { headers })).text()

const asReaderOf = async (lang: Lang, who: 'guardian' | 'office', path: string): Promise<string> => {
  const reader = readerOf(house.app, actorNamed(who).token)
  expect((await reader.post('/taal', { lang, back: path })).status).toBe(303)
  const html = await (await reader.ask(path)).text()
  await reader.post('/taal', { lang: 'nl', back: '/' })
  return html
}

test.each(langs)('the door speaks %s to a browser that asks for it, in its own direction', async (lang) => {
  const html = await door({ 'accept-language': lang })
  expect(headOf(html)).toBe(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`)
  expect(html).toContain(own[lang])
  expect(html).not.toContain('only-dutch')
})

test.each(langs)('who comes with a letter is asked for its code in %s', async (lang) => {
  for (const path of ['/brief', '/inlogbriefje']) {
    const html = await (await house.app.request(`${base}${path}`, { headers: { 'accept-language': lang } })).text()
    expect(headOf(html)).toContain(`lang="${lang}"`)
    expect(html).not.toContain('only-dutch')
  }
})

test('the letters of the office are in Dutch, whole, though the door of the same module speaks Turkish', async () => {
  const html = await asReaderOf('tr', 'office', '/brieven')
  expect(headOf(html)).toBe('<html lang="nl" dir="ltr">')
  expect(html).toContain('only-dutch')
})

test('a language we do not speak is answered in Dutch', async () => {
  expect(headOf(await door({ 'accept-language': 'fr' }))).toContain('lang="nl"')
})

test.each(langs)('Vandaag and the own account are whole in %s', async (lang) => {
  for (const path of ['/vandaag', '/account']) {
    const html = await asReaderOf(lang, 'guardian', path)
    expect(headOf(html)).toContain(`lang="${lang}"`)
    expect(html).not.toContain('only-dutch')
  }
})

test('a page that is not there in Turkish is whole in Dutch, says so in Turkish, and keeps its frame in Turkish', async () => {
  const html = await asReaderOf('tr', 'office', '/leerlingen')
  expect(headOf(html)).toBe('<html lang="nl" dir="ltr">')
  expect(html).toContain('<h1>Leerlingen</h1>')
  expect(html).toMatch(/<p class="note only-dutch" lang="tr" dir="ltr">.*?Bu sayfanın henüz Türkçesi yok/)
  expect(html).toMatch(
    /<header class="side" lang="tr" dir="ltr">.*?Bugün.*?<span lang="nl" dir="ltr">Leerlingen<\/span>/,
  )
})

test('its frame reads from right to left for who reads Arabic, and its words from left to right', async () => {
  const html = await asReaderOf('ar', 'office', '/leerlingen')
  expect(headOf(html)).toBe('<html lang="nl" dir="ltr">')
  expect(html).toContain('<header class="side" lang="ar" dir="rtl">')
})

test('a fault is told in the language of the reader', async () => {
  const reader = readerOf(house.app, actorNamed('office').token)
  await reader.post('/taal', { lang: 'uk', back: '/' })
  const html = await (await reader.ask('/leerlingen/geen-id')).text()
  await reader.post('/taal', { lang: 'nl', back: '/' })
  expect(headOf(html)).toContain('lang="uk"')
  expect(html).toContain('Такої сторінки немає')
})

test('a language that is none of ours is not kept', async () => {
  expect((await readerOf(house.app, actorNamed('guardian').token).post('/taal', { lang: 'fr' })).status).toBe(404)
})
