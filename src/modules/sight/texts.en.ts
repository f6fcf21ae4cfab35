import type { Texts } from './texts.nl.ts'

const inWeeks = (count: number): string => (count === 1 ? '1 week' : `${count} weeks`)

/** English. */
export const en: Texts = {
  nav: 'Sight',
  title: { guardian: 'What do you want to see?', pupil: 'Who sees your results?', staff: 'Requests for more sight' },
  line: {
    guardian:
      'Choose for each child what you want to see here. Nothing is a good choice too. You can always change it.',
    pupil: 'When a parent or carer wants to see your results at the same time as you, it stands here.',
    staff:
      'A parent can ask to see results at the same time as the child for a while. Only when the child and a teacher of the class say yes.',
  },
  onlyYou: 'Only you know what you choose. Your child, the other parent and the school do not see it.',
  always:
    'This always comes through: when your child is not there and the school does not know why, and an important announcement.',
  empty: {
    guardian: 'You have no child here for whom you can choose something.',
    pupil: 'Nobody asks anything now.',
    staff: 'There is no request for you now.',
  },
  said: {
    bewaard: 'Saved. You can always change it.',
    gevraagd: 'Your request has been made.',
    ingetrokken: 'Taken back.',
    wacht: 'Saved. Now it is for the other to answer.',
    mag: 'Saved. From now on it is allowed, and it ends by itself.',
    gestopt: 'Saved. It does not go ahead, or it has stopped.',
    laat: 'This was over already. Nothing has changed.',
  },
  categories: {
    grades: 'Grades and results',
    homework: 'Homework and tests',
    presence: 'Presence',
    timetable: 'Timetable',
    messages: 'Announcements for the class',
  },
  choices: { agreed: 'As agreed', ask: 'Only when I ask', none: 'Rather nothing' },
  choiceMissing: 'Choose one of the three',
  now: { agreed: 'Now: everything as agreed.', none: 'Now: everything off.', own: 'Now: as you chose part by part.' },
  all: { agreed: 'Everything as agreed', none: 'Everything off' },
  parts: 'Choose part by part',
  save: 'Save',
  more: {
    title: 'See more for a while',
    line: 'Do you see results later than your child? You can ask to see them at the same moment for a while. Your child and a teacher of the class must both say yes. It ends by itself.',
    quiet: 'Other parents do not see this request.',
    open: 'Ask for it',
    weeks: 'For how long?',
    inWeeks,
    weeksMissing: 'Choose for how long',
    reason: 'Why? You need not say.',
    reasonHint: 'Your child and the teachers of the class read this.',
    reasonLong: (most) => `Make it shorter: ${most} characters at most`,
    submit: 'Ask',
    inTheWay: 'There is a request already, or somebody has just said no. See above.',
    asked: {
      open: () => 'Your request has been made. Your child and a teacher of the class must both say yes.',
      granted: (until) => `You see results at the moment your child sees them. That ends by itself after ${until}.`,
      over: (until) => `You saw results at the same time as your child, until ${until}.`,
      refused: (_until, again) => `This does not go ahead. From ${again} you can ask again.`,
      stopped: (_until, again) => `This has stopped. From ${again} you can ask again.`,
      withdrawn: () => 'You took your request back.',
    },
    withdraw: 'Take your request back',
    stop: 'Stop this',
  },
  ask: {
    yours: {
      mother: 'Your mother',
      father: 'Your father',
      caretaker: 'Your carer',
      guardian: 'Your guardian',
      foster: 'Your foster parent',
      institution: '',
      other: '',
    },
    theirs: {
      mother: 'The mother',
      father: 'The father',
      caretaker: 'The carer',
      guardian: 'The guardian',
      foster: 'The foster parent',
      institution: 'The guardian',
      other: 'Somebody with authority',
    },
    byPupil: (who, weeks) => `${who} asks: may I see your results at the same moment as you for ${inWeeks(weeks)}?`,
    byMentor: (who, child, weeks) =>
      `${who} wants to see the results at the same moment as ${child} for ${inWeeks(weeks)}.`,
    reason: (text) => `Why: ${text}`,
    free: 'You may say yes or no. For a no you need not say why. Who asks does not hear who said no. A teacher of your class must say yes too. You can always stop it.',
    freeMentor:
      'For a no you need not say why. Who asks does not hear who said no. Other parents know nothing of this request.',
    yes: 'Yes, that is fine',
    no: 'No',
    missing: 'Say yes or no',
    youYes: 'You said yes. A teacher of your class must say yes too.',
    mentorYes: (child) => `You said yes. ${child} must say yes too.`,
    teacherSaidYes: 'A teacher of your class said yes.',
    childSaid: (child) => `${child} said yes.`,
    what: 'What do you think?',
    whatChild: (child) => `What does ${child} say? Ask first.`,
    childYes: (child) => `${child} says yes`,
    childNo: (child) => `${child} says no`,
    granted: (who, until) => `${who} sees your results at the same moment as you. That ends by itself after ${until}.`,
    grantedMentor: (who, child, until) =>
      `${who} sees the results at the same moment as ${child}. That ends by itself after ${until}.`,
    stop: 'Stop this',
    notAfterAll: 'Rather not',
  },
  own: {
    show: {
      homework: (child) => `Show homework of ${child}`,
      timetable: (child) => `Show the timetable of ${child}`,
      messages: (child) => `Show announcements for ${child}`,
    },
    off: 'Not everything is here. You chose that yourself.',
    offLink: 'See what you chose',
    waiting: {
      pupil: 'There is a request for you: who may see your results?',
      staff: (count) =>
        count === 1 ? 'A request for more sight is waiting' : `${count} requests for more sight are waiting`,
    },
  },
}
