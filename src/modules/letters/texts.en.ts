import type { Texts } from './texts.nl.ts'

const letters = (count: number): string => (count === 1 ? '1 letter' : `${count} letters`)

export const en: Texts = {
  nav: 'Letters',
  waiting: (count) => `${count} ${count === 1 ? 'letter' : 'letters'} to make for who is not in yet`,
  office: {
    title: 'Letters',
    line: 'With a letter a parent comes in without a password. Each parent gets a letter for each child.',
    chooseSchool: 'Choose a school',
    said: 'The word of the week is ready.',
    saidMail: (count) =>
      count === 1 ? 'The letter will be mailed shortly.' : `${count} letters will be mailed shortly.`,
    loopback:
      'No public address is set yet. The letters then work on this computer alone. Ask who runs the machine to set PUBLIC_URL.',
    countsLabel: 'Who is in',
    in: 'in',
    open: 'letter made',
    none: 'no letter that works',
    byClass: 'By class',
    columnClass: 'Class',
    columnAll: 'Together',
    columnIn: 'In',
    columnOpen: 'Letter made',
    columnNone: 'No letter that works',
    noClass: 'Without a class',
    nobody: 'There are no parents yet. Add them to the pupils, or read in a list.',
    make: 'New letters',
    makeLine: (count) =>
      count === 0
        ? 'Everybody is in, or has a letter that still works.'
        : `${letters(count)} for who is not in yet and has no letter that works.`,
    makeButton: 'Make and print letters',
    again: 'Also for who has a letter already',
    againLine: 'The old letter then no longer works.',
    nothing: 'There is nobody who needs a letter',
    mail: 'By mail',
    mailLine: (count) =>
      `${letters(count)} for who has no letter that works and does have an e-mail address. The mail holds a link, and no name.`,
    mailButton: 'Mail letters',
    word: 'Word of the week',
    wordLine: (count) =>
      count === 1
        ? 'Of 1 child we do not know the birth date. That letter asks for the word of the week.'
        : `Of ${count} children we do not know the birth date. Those letters ask for the word of the week.`,
    wordNone: 'There is no word now. Without one those letters do not work.',
    wordNow: (word, day) => `The word is “${word}”, until ${day}.`,
    wordField: 'New word',
    wordHint: 'Give it only to people you know, at the desk or by telephone.',
    wordButton: 'This is the word',
    wordMissing: 'Choose a word of at least 3 letters',
    wordLong: 'Choose a word of at most 60 letters',
    slips: 'Sign-in slips for pupils',
    slipsLine: 'With a login name and a first password. The pupil chooses a password the first time.',
    slipsButton: 'Make and print slips',
    noAccounts: 'Pupils of primary school have no account. Their parents get a letter.',
  },
  group: {
    title: (group) => `Letters of ${group}`,
    child: 'Pupil',
    to: 'Letter to',
    self: 'the pupil',
    state: 'How it stands',
    deed: 'Letter',
    open: 'Look',
    about: (to, child) => `of ${to} for ${child}`,
  },
  states: {
    account: () => 'signs in with an account',
    letter: (day) => `in with a letter, since ${day}`,
    open: (made, until) => `letter made on ${made}, works until ${until}`,
    expired: (made, until) => `letter of ${made} no longer works since ${until}`,
    void: () => 'letter no longer works: too many wrong answers',
    none: () => 'no letter yet',
  },
  mailed: 'mailed',
  relation: {
    title: (to, child) => `Letter to ${to}, about ${child}`,
    titlePupil: (name) => `Letter to ${name}`,
    now: 'How it stands',
    make: 'New letter',
    makeLine: 'You see the code once. An earlier letter that was not used no longer works then.',
    devices: 'Also shut the devices on which an earlier letter was used',
    devicesLine: 'Do this when a letter or a phone is lost. An account with a password stays open.',
    ofAdult: (child) =>
      `${child} is 18 or older. The letter only works when ${child} lets this parent look along first.`,
    button: 'Make a new letter',
    back: (name) => `Back to ${name}`,
    noAccount: 'Pupils of primary school have no account. The parents get a letter.',
  },
  sheets: {
    title: (count) => (count === 1 ? 'Letter' : `${count} letters`),
    slipsTitle: (count) => (count === 1 ? 'Sign-in slip' : `${count} sign-in slips`),
    once: 'You see the codes this once. Print them before you go on: with Ctrl and P, or share and print on your phone.',
    back: 'Back to the letters',
    slipLine: (address) => `Go to ${address} and type this. Then you choose a password of your own.`,
    slipUntil: (day) => `Works once, until ${day}.`,
  },
}
