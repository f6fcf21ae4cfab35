import type { DoorTexts } from './texts.nl.ts'

export const en: DoorTexts = {
  code: {
    title: 'I have a letter with a code',
    line: 'Scan the square on the letter with the camera of your phone. If that does not work, type the code here.',
    field: 'Code on the letter',
    hint: 'Sixteen signs, such as AB2C D3EF GH4J KM5N. Capitals and blanks do not matter.',
    submit: 'Continue',
    missing: 'Fill in the code of the letter',
    wrong:
      'Something is wrong with this code. Look sign by sign. The figures 0 and 1 and the letters ILOU are not in it',
    slip: 'I am a pupil and have a sign-in slip',
    signIn: 'I have an account',
  },
  question: {
    title: 'One more question',
    heading: 'When was the child born?',
    line: 'Is the letter about you? Then fill in when you were born.',
    day: 'Day',
    month: 'Month',
    year: 'Year',
    example: 'For example 7 3 2016',
    submit: 'Open',
    wordSummary: 'My letter says that I must ask for a word',
    word: 'The word of the school',
    wordHint: 'The school gives it at the desk or by telephone. It is another one each week.',
    missing: 'Fill in the day, the month and the year',
    noDate: 'This is no date. Fill in the day, the month and the year in figures',
    wrong:
      'The answer is not right, or the letter no longer works. Look again. If it does not work, ask the school for a new letter',
    wait: (seconds) =>
      seconds > 90
        ? `You have tried a few times. Wait ${Math.ceil(seconds / 60)} minutes`
        : `You have tried a few times. Wait ${seconds === 1 ? '1 second' : `${seconds} seconds`}`,
    busy: 'It is very busy now. Wait a minute and try again',
    now: (name) => `${name} is signed in on this device. If you go on, that may change.`,
  },
  choose: {
    title: 'Choose a login name and a password',
    line: 'From now on you sign in with these, on every device.',
    login: 'Login name',
    loginHint: 'A name that you remember. Your e-mail address will do too.',
    password: 'Password',
    passwordHint: (shortest) => `At least ${shortest} characters. A few words in a row are good and easy to remember.`,
    submit: 'Take the account into use',
    taken: 'This login name is in use already. Choose another',
  },
  slip: {
    title: 'Sign in with your slip',
    line: 'Type what your slip says. Then choose a password of your own.',
    login: 'Login name on the slip',
    first: 'First password on the slip',
    firstHint: 'Twelve signs. Capitals and blanks do not matter.',
    firstMissing: 'Fill in the first password',
    loginMissing: 'Fill in the login name',
    own: 'Your own password',
    submit: 'Sign in',
    wrong: 'The login name or the first password is not right, or the slip no longer works',
  },
  join: {
    heading: 'Do you want to put this child with your own account?',
    line: (name) =>
      `You are signed in as ${name}. Is the letter to you? Then you see this child from now on, on every device you sign in on.`,
    yes: 'Yes, with my account',
    no: 'No, on this device only',
    noLine: (name) => `With no, ${name} may no longer be signed in on this device.`,
    refused:
      'Your answer is right, but this child cannot go with this account. The letter still works. Choose this device only, or ask the school',
  },
  own: {
    title: 'Choose a password',
    line: 'With a password you can sign in on another device too. This is how we know that it is you:',
    heading: (child) => `When was ${child} born?`,
    wrong: 'That is not right. Look again',
    submit: 'Choose this password',
    each: 'A password is for all your children at this school. First open the letter about each child on this device',
    only: (school) => `This password is for ${school}. For your other school you still need the letter.`,
  },
  mail: {
    subject: 'Your letter from school is ready',
    text: (link, day) =>
      [
        'With this link you see the school day of your child on your phone. You need no password.',
        '',
        link,
        '',
        'You answer one question about your child. After that you stay in on that device.',
        `The link works once, until ${day}. Give it to nobody.`,
        'Does it not work? Ask the school for a new one.',
        '',
      ].join('\n'),
  },
}
