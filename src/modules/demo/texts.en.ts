import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  home: 'At home',
  more: 'More people',
  notYet: 'This school is still being set up. Refresh the page in a minute.',
  lines: {
    selma: 'mother of Timo and Mila',
    bas: 'father of Timo and Mila, lives elsewhere',
    merel: 'pupil of De Overkant, class 3c',
    aylin: 'pupil of De Overkant, class 4d, just 16',
    nadia: 'pupil of De Overkant, class 6a, just 18',
    senay: 'mother of Lieve, reads Turkish',
    oksana: 'mother of Danylo, Sofiia and Marko',
    wietske: 'mother of IJsbrand, who has no timetable yet',
    noorderlicht: 'guardian of Damian, an institution',
    noor: 'teacher of 4B',
    youssef: 'teacher of 8A, and father of Inaya in 3A',
    anouk: 'office',
    rob: 'head',
    ilse: 'administrator of De Klimboom',
    loes: 'Dutch, mentor of 3c',
    ruben: 'team leader',
    fatma: 'office',
    marieke: 'teacher of Groep Blauw',
  },
  signIns: {
    title: 'Demo with made-up people. One sign-in per role:',
    notYet: (schools) => `Still being set up: ${schools.join(' and ')}. Their people can sign in within a minute.`,
    otherPasswords:
      'Demo with made-up people. This data folder is not the one for which the passwords were made: use a button on the sign-in page.',
    roles: {
      parent: 'parent',
      pupil: 'pupil',
      teacher: 'teacher',
      office: 'office',
      head: 'head',
      administrator: 'administrator',
    },
  },
}
