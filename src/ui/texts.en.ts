import type { UiTexts } from './texts.nl.ts'

export const en: UiTexts = {
  skip: 'Skip to content',
  mainNav: 'Main menu',
  menu: 'Menu',
  account: 'My account',
  signOut: 'Sign out',
  language: 'Language',
  onlyDutch: 'This page is not there in English yet. You see it in Dutch.',
  readAloud: { start: 'Read aloud', pause: 'Pause', resume: 'Go on reading', stop: 'Stop' },
  toWork: 'Sign in for your work',
  actAs: 'You are looking as',
  synthetic: 'demo, made-up names',
  wrongTitle: 'There is a problem',
  wrongPrefix: 'Error: ',
  here: 'You are here',
  pages: 'Pages',
  table: (caption) => `Table: ${caption}`,
  previous: 'Previous',
  next: 'Next',
  pageOf: (page, of) => `Page ${page} of ${of}`,
  reference: 'Number:',
  home: 'To the start',
  errors: {
    'bad-request': {
      title: 'We could not read this',
      line: 'Something arrived that we do not understand. Nothing has changed. Go back and try again.',
    },
    'too-large': {
      title: 'This is too large',
      line: 'What you sent is too large. Nothing has changed. Go back and choose a smaller file.',
    },
    'not-found': {
      title: 'This page does not exist',
      line: 'Check the address. Or go to the start and look for the page there.',
    },
    forbidden: {
      title: 'This was not done',
      line: 'This account cannot do this, or the page was open for too long. Nothing has changed. Go back and open the page again.',
    },
    conflict: {
      title: 'This has already changed',
      line: 'Someone else was first. Nothing has changed. Open the page again and see if it is still needed.',
    },
    'too-many': {
      title: 'Please wait',
      line: 'You have tried this too often. Try again in fifteen minutes.',
    },
    broken: {
      title: 'Something went wrong on our side',
      line: 'This is not your fault. Try again in a moment. Does it keep going wrong? Give this number to your school.',
    },
  },
}
