import type { Lang } from './layout/frame.ts'

/** The words that belong to parts and not to any page. */
export interface UiTexts {
  skip: string
  mainNav: string
  menu: string
  account: string
  signOut: string
  actAs: string
  synthetic: string
  wrongTitle: string
  wrongPrefix: string
  here: string
  pages: string
  previous: string
  next: string
  pageOf: (page: number, of: number) => string
  optional: string
}

const nl: UiTexts = {
  skip: 'Naar de inhoud',
  mainNav: 'Hoofdmenu',
  menu: 'Menu',
  account: 'Mijn account',
  signOut: 'Uitloggen',
  actAs: 'Je kijkt nu als',
  synthetic: 'proefomgeving, verzonnen namen',
  wrongTitle: 'Er is een probleem',
  wrongPrefix: 'Fout: ',
  here: 'Waar je bent',
  pages: 'Bladeren',
  previous: 'Vorige',
  next: 'Volgende',
  pageOf: (page, of) => `Bladzijde ${page} van ${of}`,
  optional: 'mag je leeg laten',
}

const en: UiTexts = {
  skip: 'Skip to content',
  mainNav: 'Main menu',
  menu: 'Menu',
  account: 'My account',
  signOut: 'Sign out',
  actAs: 'You are looking as',
  synthetic: 'demo, made-up names',
  wrongTitle: 'There is a problem',
  wrongPrefix: 'Error: ',
  here: 'You are here',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  pageOf: (page, of) => `Page ${page} of ${of}`,
  optional: 'optional',
}

export const uiTexts = (lang: Lang): UiTexts => (lang === 'en' ? en : nl)
