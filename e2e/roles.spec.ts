import { judgeEveryPage } from './every-page.ts'
import { desk, expect, phone, signInAs, test } from './fixtures.ts'

const guardian = [
  '/',
  '/account',
  '/account/inlognaam',
  '/afspraken',
  '/afspraken/:id',
  '/agenda',
  '/boodschappen',
  '/huiswerk',
  '/laten-zien',
  '/mededelingen',
  '/mededelingen/:id',
  '/vandaag',
]

/** Each as somebody with other pages, or with the same pages in another state. */
const readers = {
  'Selma de Jong': { options: phone, kinds: guardian },
  "Wietske d' Æth-Hoekstra": { options: phone, kinds: guardian },
  'Merel de Jong': {
    options: phone,
    kinds: [
      '/',
      '/account',
      '/account/inlognaam',
      '/afspraken',
      '/afspraken/:id',
      '/agenda',
      '/huiswerk',
      '/laten-zien',
      '/mededelingen',
      '/meekijken',
      '/vandaag',
    ],
  },
  'Noor Hendriks': {
    options: desk,
    kinds: [
      '/',
      '/account',
      '/account/inlognaam',
      '/account/tweede-stap/nieuw',
      '/afspraken',
      '/afspraken/:id',
      '/afspraken/nieuw',
      '/agenda',
      '/huiswerk',
      '/huiswerk/:id/wijziging',
      '/huiswerk/nieuw',
      '/klassen',
      '/klassen/:id',
      '/laten-zien',
      '/leerlingen',
      '/leerlingen/:id',
      '/mededelingen',
      '/mededelingen/:id',
      '/mededelingen/nieuw',
      '/school',
      '/vandaag',
    ],
  },
  'Ilse de Graaf': {
    options: desk,
    kinds: [
      '/',
      '/account',
      '/account/inlognaam',
      '/account/tweede-stap/nieuw',
      '/afspraken',
      '/afspraken/:id',
      '/afspraken/nieuw',
      '/afspraken/onderwerpen/:theme',
      '/agenda',
      '/boodschappen',
      '/brieven',
      '/brieven/klassen/:id',
      '/functies',
      '/functies/nieuw',
      '/gezag',
      '/huiswerk',
      '/inlezingen',
      '/inlezingen/:id',
      '/invallers',
      '/klassen',
      '/klassen/:id',
      '/leerlingen',
      '/leerlingen/:id',
      '/leerlingen/:id/brief',
      '/leerlingen/:id/ouders',
      '/leerlingen/:id/uitschrijving',
      '/mededelingen',
      '/mededelingen/:id',
      '/mededelingen/:id/wijziging',
      '/mededelingen/nieuw',
      '/medewerkers',
      '/medewerkers/:id',
      '/medewerkers/:id/einde',
      '/medewerkers/:id/rollen',
      '/medewerkers/nieuw',
      '/medezeggenschap',
      '/ouders/:id',
      '/ouderschappen/:id',
      '/ouderschappen/:id/brief',
      '/ouderschappen/:id/einde',
      '/ouderschappen/:id/gezag',
      '/personen/:id/contact',
      '/personen/:id/functies',
      '/rollen/:id/einde',
      '/roosters',
      '/roosters/:id',
      '/school',
      '/school/kalender',
      '/school/kalender/:id',
      '/school/vakanties/:holiday',
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
