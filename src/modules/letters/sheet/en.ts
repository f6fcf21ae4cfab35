import type { SheetWords } from './words.ts'

export const en: SheetWords = {
  lang: 'en',
  dir: 'ltr',
  title: (child) => `How to see ${child}'s school day`,
  intro: (child, school) =>
    `With this letter you see on your phone what ${child} does at ${school} today. You need no password.`,
  introPupil: (school) => `With this letter you make your account for ${school}. It holds your timetable and your day.`,
  scan: 'Open the camera of your phone and point it at the square on this page. Tap the link.',
  answer: (child) => `Fill in when ${child} was born: the day, the month and the year.`,
  answerWord: 'Ask the school for the word of this week, at the desk or by telephone. Fill in the word.',
  answerPupil: 'Fill in when you were born: the day, the month and the year.',
  ready: (child) => `Done. You see ${child}'s day. It stays that way on this device.`,
  readyPupil: 'Choose a login name and a password. Done.',
  noCamera: (address) => `Does scanning not work? Go to ${address} and type this code:`,
  code: 'Code',
  until: (day) => `The letter works once, until ${day}.`,
  secret: 'Keep the letter safe and give it to nobody.',
  help: 'Does it not work, or is the letter too old? Ask the school for a new one. That takes a minute.',
  toGuardian: 'To the parent or guardian',
}
