import { judgeEveryPage } from './every-page.ts'
import { desk, expect, phone, signInAs, test } from './fixtures.ts'

/** Each as somebody with other pages, or with the same pages in another state. */
const readers = {
  'Selma de Jong': { options: phone, kinds: ['/', '/account', '/huiswerk', '/vandaag'] },
  "Wietske d' Æth-Hoekstra": { options: phone, kinds: ['/', '/account', '/huiswerk', '/vandaag'] },
  'Merel de Jong': { options: phone, kinds: ['/', '/account', '/huiswerk', '/meekijken', '/vandaag'] },
  'Noor Hendriks': {
    options: desk,
    kinds: [
      '/huiswerk',
      '/huiswerk/:id/wijziging',
      '/huiswerk/nieuw',
      '/klassen',
      '/klassen/:id',
      '/leerlingen',
      '/leerlingen/:id',
      '/vandaag',
    ],
  },
  'Ilse de Graaf': {
    options: desk,
    kinds: [
      '/account',
      '/functies',
      '/functies/nieuw',
      '/gezag',
      '/brieven',
      '/brieven/klassen/:id',
      '/inlezingen',
      '/inlezingen/:id',
      '/invallers',
      '/klassen',
      '/klassen/:id',
      '/agenda',
      '/boodschappen',
      '/leerlingen',
      '/leerlingen/:id',
      '/leerlingen/:id/brief',
      '/leerlingen/:id/ouders',
      '/leerlingen/:id/uitschrijving',
      '/medewerkers',
      '/medewerkers/:id',
      '/medewerkers/:id/einde',
      '/medewerkers/:id/rollen',
      '/medewerkers/nieuw',
      '/ouders/:id',
      '/ouderschappen/:id',
      '/ouderschappen/:id/brief',
      '/ouderschappen/:id/einde',
      '/ouderschappen/:id/gezag',
      '/personen/:id/contact',
      '/personen/:id/functies',
      '/rollen/:id/einde',
      '/roosters',
      '/school/kalender',
      '/school/kalender/:id',
      '/roosters/:id',
      '/school',
      '/vandaag',
      '/verjaardagen',
    ],
  },
}

/** A page that two of them have is judged in full once. */
const judged = new Set<string>()

for (const [name, { options, kinds }] of Object.entries(readers)) {
  test(
    `every page that ${name} can walk to is sound in each language, in light and in dark, and light to load`,
    { timeout: 400_000 },
    async ({ open }) => {
      const page = await open(options)
      await signInAs(page, name)
      expect(await judgeEveryPage(page, open, options, judged)).toEqual(expect.arrayContaining(kinds))
    },
  )
}
