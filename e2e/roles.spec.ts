import { judgeEveryPage } from './every-page.ts'
import { desk, expect, phone, signInAs, test } from './fixtures.ts'

/** Each as somebody with other pages, or with the same pages in another state. */
const readers = {
  'Selma de Jong': { options: phone, kinds: ['/', '/account', '/vandaag'] },
  "Wietske d' Æth-Hoekstra": { options: phone, kinds: ['/', '/account', '/vandaag'] },
  'Mila de Jong': { options: phone, kinds: ['/', '/account', '/vandaag'] },
  'Noor Hendriks': { options: desk, kinds: ['/klassen', '/klassen/:id', '/leerlingen', '/leerlingen/:id', '/vandaag'] },
  'Ilse de Graaf': {
    options: desk,
    kinds: [
      '/account',
      '/brieven',
      '/brieven/klassen/:id',
      '/inlezingen',
      '/inlezingen/:id',
      '/klassen',
      '/klassen/:id',
      '/leerlingen',
      '/leerlingen/:id',
      '/leerlingen/:id/brief',
      '/leerlingen/:id/ouders',
      '/leerlingen/:id/uitschrijving',
      '/medewerkers',
      '/medewerkers/:id',
      '/medewerkers/:id/rollen',
      '/medewerkers/nieuw',
      '/ouders/:id',
      '/ouderschappen/:id/brief',
      '/ouderschappen/:id/einde',
      '/personen/:id/contact',
      '/rollen/:id/einde',
      '/roosters',
      '/roosters/:id',
      '/school',
      '/vandaag',
    ],
  },
}

for (const [name, { options, kinds }] of Object.entries(readers)) {
  test(`every page that ${name} can walk to is sound, in light and in dark, and light to load`, async ({ open }) => {
    const page = await open(options)
    await signInAs(page, name)
    expect(await judgeEveryPage(page, open, options)).toEqual(expect.arrayContaining(kinds))
  })
}
