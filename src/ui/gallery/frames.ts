import type { Frame } from '../layout/frame.ts'

/** A frame for tests of pages and parts, with nobody signed in. */
export const doorFrame: Frame = {
  lang: 'nl',
  reader: 'nl',
  path: '/inloggen',
  csrf: 'token',
  nonce: 'nonce',
  assets: {
    css: '/assets/site.css',
    icon: '/assets/icon.svg',
    scripts: { 'read-aloud': '/assets/read-aloud.js', 'accounts-passkey': '/assets/accounts-passkey.js' },
  },
  links: { home: '/', account: '/account', language: '/taal', hat: '/account/rol', signOut: '/uitloggen' },
  who: null,
  hats: [],
  nav: [],
}

/** A parent who works at the school too, so every part of the frame shows. */
export const phoneFrame: Frame = {
  ...doorFrame,
  path: '/vandaag',
  who: { name: 'Selma de Jong', line: 'moeder van Merel en Timo' },
  hats: [
    { id: 'guardian', label: 'ouder', current: true },
    { id: 'staff', label: 'medewerker van De Klimboom', current: false },
  ],
  nav: [
    { href: '/vandaag', label: 'Vandaag', icon: 'today', current: true, place: 'tab' },
    { href: '/agenda', label: 'Agenda', icon: 'calendar', current: false, place: 'tab' },
    { href: '/huiswerk', label: 'Huiswerk', icon: 'done', current: false, place: 'tab' },
    { href: '/mededelingen', label: 'Mededelingen', icon: 'message', current: false, place: 'tab' },
    { href: '/boodschappen', label: 'Boodschappen', icon: 'note', current: false, place: 'menu' },
  ],
  synthetic: true,
}

export const deskFrame: Frame = {
  ...phoneFrame,
  path: '/inlezen',
  desk: true,
  who: { name: 'Anouk Verbeek', line: 'Administratie, De Klimboom' },
  hats: [],
  nav: [
    { href: '/vandaag', label: 'Vandaag', icon: 'today', current: false, place: 'tab' },
    { href: '/leerlingen', label: 'Leerlingen', icon: 'group', current: true, place: 'menu' },
    { href: '/schooljaar', label: 'Schooljaar', icon: 'calendar', current: false, place: 'menu' },
  ],
}
