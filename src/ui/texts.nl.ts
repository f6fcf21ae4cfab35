/** The words that belong to parts and not to any page. */
export const nl = {
  skip: 'Naar de inhoud',
  mainNav: 'Hoofdmenu',
  menu: 'Menu',
  account: 'Mijn account',
  signOut: 'Uitloggen',
  language: 'Taal',
  onlyDutch: 'Deze pagina is er nog alleen in het Nederlands.',
  readAloud: { start: 'Lees voor', pause: 'Pauze', resume: 'Lees verder', stop: 'Stop' },
  toWork: 'Inloggen voor je werk',
  actAs: 'Je kijkt nu als',
  synthetic: 'proefomgeving, verzonnen namen',
  wrongTitle: 'Er is een probleem',
  wrongPrefix: 'Fout: ',
  here: 'Waar je bent',
  pages: 'Bladeren',
  table: (caption: string): string => `Tabel: ${caption}`,
  previous: 'Vorige',
  next: 'Volgende',
  pageOf: (page: number, of: number): string => `Bladzijde ${page} van ${of}`,
  reference: 'Nummer:',
  home: 'Naar het begin',
  errors: {
    'bad-request': {
      title: 'Dit konden we niet lezen',
      line: 'Er kwam iets aan dat we niet begrijpen. Er is niets veranderd. Ga terug en probeer het opnieuw.',
    },
    'too-large': {
      title: 'Dit is te groot',
      line: 'Wat je stuurt, is te groot. Er is niets veranderd. Ga terug en kies een kleiner bestand.',
    },
    'not-found': {
      title: 'Deze pagina is er niet',
      line: 'Kijk of het adres klopt. Of ga naar het begin en zoek de pagina daar.',
    },
    forbidden: {
      title: 'Dit is niet gedaan',
      line: 'Met dit account kan dit niet, of de pagina stond te lang open. Er is niets veranderd. Ga terug en open de pagina opnieuw.',
    },
    conflict: {
      title: 'Dit is al veranderd',
      line: 'Iemand anders was je voor. Er is niets veranderd. Open de pagina opnieuw en kijk of het nog nodig is.',
    },
    'too-many': {
      title: 'Wacht even',
      line: 'Je hebt dit te vaak geprobeerd. Probeer het over een kwartier opnieuw.',
    },
    broken: {
      title: 'Er ging iets mis bij ons',
      line: 'Dit ligt niet aan jou. Probeer het zo nog een keer. Blijft het misgaan? Geef dan dit nummer door aan je school.',
    },
  },
}

export type UiTexts = typeof nl
