import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  home: 'At home',
  lines: {
    selma: 'mother of Timo and Mila',
    bas: 'father of Timo and Mila, lives elsewhere',
    mila: 'pupil, 7A',
    senay: 'mother of Lieve, reads Turkish',
    oksana: 'mother of Danylo, Sofiia and Marko',
    wietske: 'mother of IJsbrand, who has no timetable yet',
    noorderlicht: 'guardian of Damian, an institution',
    noor: 'teacher of 4B',
    youssef: 'teacher of 8A, and father of Inaya in 3A',
    anouk: 'office',
    rob: 'head',
    ilse: 'administrator',
  },
  signIns: {
    title: 'Demo with made-up people. One sign-in per role:',
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
