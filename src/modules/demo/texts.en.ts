import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  home: 'At home',
  more: 'More people',
  notYet: 'This school is still being set up. Refresh the page in a minute.',
  lines: {
    selma: 'mother of Timo and Mila, and of Merel at De Overkant',
    bas: 'father of Timo, Mila and Merel, lives elsewhere, has a seat in the council of De Overkant',
    merel: 'pupil of De Overkant, class 3c',
    aylin: 'pupil of De Overkant, class 4d, just 16, has a seat in the council',
    nadia: 'pupil of De Overkant, class 6a, just 18',
    senay: 'mother of Lieve and Charlotte-Sophie, reads Turkish, has a seat in the council of De Klimboom',
    oksana: 'mother of Danylo, Sofiia and Marko',
    wietske: 'mother of IJsbrand, who has no timetable yet',
    noorderlicht: 'guardian of Damian and Liv, an institution',
    dennis: 'father of Roos, asks the school for news',
    rik: 'father of Jorn, does not see Jorn here',
    noor: 'teacher of 4B',
    youssef: 'teacher of 8A, father of Inaya in 3A, has a seat in the council',
    anouk: 'office',
    rob: 'head',
    ilse: 'administrator of De Klimboom',
    loes: 'Dutch, mentor of 3c, has a seat in the council',
    ruben: 'team leader and exam secretary, stands in for 5a',
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
