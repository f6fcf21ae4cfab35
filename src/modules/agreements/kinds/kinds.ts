import type { Level } from '../scope.ts'
import type { AnyTerms, Fields, TermsOf } from './field.ts'

/** The chapters of school life and digital life about which is agreed, in the order of the public page. */
export const themes = ['social', 'groups', 'phones', 'materials', 'ai', 'skills', 'results', 'contact', 'kept'] as const
export type Theme = (typeof themes)[number]

export type KindShape = {
  readonly theme: Theme
  /** Where it can hold, the widest first: of two in force the one further on in this list wins. A total order. */
  readonly levels: readonly [Level, ...Level[]]
  readonly fields: Fields
  /** The module that keeps it; null as long as it is text, and nothing enforces it. */
  readonly enforcer: string | null
  /** Whether the ledger tells each month how often it was kept. */
  readonly measured: boolean
  /**
   * How much it asks of the school, the more the higher: a total order of its parameters. What is done for people for whom
   * different ones hold has to be right for all of them, so that the highest counts. Null where nothing acts on it, and where what
   * acts on it is always about one pupil.
   */
  readonly demand: ((terms: AnyTerms) => number) | null
  /** Whether a class or family may agree this under what holds above it; left out, whatever that is. */
  readonly leaves?: (above: AnyTerms, own: AnyTerms) => boolean
  /** Real variants to begin from: the parameters of each. Its words stand in the texts under the same key. */
  readonly starters: Readonly<Record<string, AnyTerms>>
}

const whole = (least: number, most: number) => ({ type: 'number', least, most }) as const
const time = { type: 'time' } as const
const one = <const O extends readonly string[]>(...of: O) => ({ type: 'one', of }) as const
const some = <const O extends readonly string[]>(...of: O) => ({ type: 'some', of }) as const

const shape = <const S extends KindShape & { starters: Readonly<Record<string, TermsOf<S['fields']>>> }>(kind: S): S =>
  kind

/** What is done with the results of one pupil. */
const ofResults = { theme: 'results', enforcer: 'results', measured: false, demand: null } as const

const text = { enforcer: null, measured: false, demand: null } as const

/** Every kind of agreement. A row kept in the database names one of these keys, so that none is ever taken out. */
export const kinds = {
  'online-trouble': shape({
    ...text,
    theme: 'social',
    levels: ['school', 'stage'],
    fields: { whom: one('mentor', 'anti_bullying', 'office'), days: whole(1, 10) },
    starters: { mentor: { whom: 'mentor', days: 2 }, contact: { whom: 'anti_bullying', days: 1 } },
  }),
  'group-rule': shape({
    ...text,
    theme: 'groups',
    levels: ['school', 'stage', 'year', 'class'],
    fields: {
      subjects: some('questions', 'reminders', 'lost', 'help', 'chat'),
      photos: one('consent', 'none'),
      chatter: one('side_room', 'nowhere'),
    },
    starters: {
      practical: { subjects: ['questions', 'reminders', 'lost', 'help'], photos: 'consent', chatter: 'side_room' },
      bare: { subjects: ['reminders', 'lost'], photos: 'none', chatter: 'nowhere' },
    },
  }),
  'quiet-hours': shape({
    ...text,
    theme: 'groups',
    levels: ['school', 'stage', 'year', 'class', 'pupil'],
    fields: { from: time, until: time, weekend: one('quiet', 'open') },
    starters: {
      evening: { from: '19:00', until: '07:00', weekend: 'quiet' },
      late: { from: '21:00', until: '07:00', weekend: 'open' },
    },
  }),
  phones: shape({
    ...text,
    theme: 'phones',
    levels: ['school', 'stage', 'year', 'pupil'],
    fields: {
      where: one('lesson', 'building', 'day', 'free'),
      place: one('home', 'locker', 'bag', 'teacher'),
      watches: one('same', 'allowed'),
    },
    starters: {
      locker: { where: 'day', place: 'locker', watches: 'same' },
      home: { where: 'day', place: 'home', watches: 'same' },
      lesson: { where: 'lesson', place: 'bag', watches: 'allowed' },
    },
  }),
  devices: shape({
    ...text,
    theme: 'materials',
    levels: ['school', 'stage', 'year', 'class', 'subject', 'pupil'],
    fields: { use: one('closed', 'asked', 'free'), paper: one('always', 'where_possible') },
    starters: { closed: { use: 'closed', paper: 'where_possible' }, asked: { use: 'asked', paper: 'always' } },
  }),
  'on-paper': shape({
    theme: 'materials',
    levels: ['school', 'stage', 'year', 'class', 'subject', 'pupil'],
    fields: { homework: one('always', 'mostly'), timetable: one('printed', 'screen') },
    enforcer: 'homework',
    measured: true,
    demand: ({ homework }) => (homework === 'always' ? 2 : 1),
    starters: {
      always: { homework: 'always', timetable: 'printed' },
      mostly: { homework: 'mostly', timetable: 'screen' },
    },
  }),
  ai: shape({
    ...text,
    theme: 'ai',
    levels: ['school', 'stage', 'year', 'class', 'subject', 'pupil'],
    fields: { use: one('no', 'asked', 'told', 'free'), told: one('assignment', 'lesson') },
    starters: {
      asked: { use: 'asked', told: 'assignment' },
      told: { use: 'told', told: 'assignment' },
      no: { use: 'no', told: 'lesson' },
    },
  }),
  skills: shape({
    ...text,
    theme: 'skills',
    levels: ['school', 'stage', 'year'],
    fields: { times: whole(1, 6), how: one('lesson', 'evening', 'letter') },
    starters: { open: { times: 2, how: 'lesson' }, letter: { times: 3, how: 'letter' } },
  }),
  'grade-release': shape({
    ...ofResults,
    levels: ['school', 'stage', 'year', 'class', 'subject', 'pupil'],
    fields: {
      when: one('direct', 'school_days', 'mon_thu', 'report', 'child_first'),
      time: { ...time, least: '07:00', most: '21:00' },
      later: whole(0, 10),
      counted: { ...one('school_days', 'calendar_days'), absent: 'school_days' },
    },
    starters: {
      child_first: { when: 'child_first', time: '17:00', later: 3, counted: 'school_days' },
      direct: { when: 'direct', time: '17:00', later: 0, counted: 'school_days' },
      school_days: { when: 'school_days', time: '17:00', later: 0, counted: 'school_days' },
      mon_thu: { when: 'mon_thu', time: '16:30', later: 0, counted: 'school_days' },
      report: { when: 'report', time: '17:00', later: 0, counted: 'school_days' },
    },
  }),
  fails: shape({
    ...ofResults,
    levels: ['school', 'stage', 'pupil'],
    fields: {
      waits: { ...one('no', 'talk', 'retake'), at: { talk: ['school', 'stage'], retake: ['pupil'] } },
    },
    leaves: (above, own) => own['waits'] !== 'retake' || above['waits'] === 'talk',
    starters: { talk: { waits: 'talk' }, no: { waits: 'no' }, retake: { waits: 'retake' } },
  }),
  'grading-term': shape({
    ...text,
    theme: 'results',
    levels: ['school', 'stage', 'year', 'class', 'subject'],
    fields: { days: whole(1, 30) },
    starters: { ten: { days: 10 }, five: { days: 5 } },
  }),
  averages: shape({
    ...ofResults,
    levels: ['school', 'stage', 'year', 'class', 'pupil'],
    fields: { shown: one('shown', 'hidden') },
    starters: { hidden: { shown: 'hidden' }, shown: { shown: 'shown' } },
  }),
  reports: shape({
    ...text,
    theme: 'results',
    levels: ['school', 'stage', 'year'],
    fields: { months: some('9', '10', '11', '12', '1', '2', '3', '4', '5', '6', '7'), first: one('child', 'together') },
    starters: {
      three: { months: ['11', '3', '6'], first: 'child' },
      two: { months: ['2', '6'], first: 'together' },
    },
  }),
  contact: shape({
    ...text,
    theme: 'contact',
    levels: ['school', 'stage', 'class', 'pupil'],
    fields: { from: time, until: time, days: whole(1, 10) },
    starters: {
      two: { from: '08:00', until: '16:30', days: 2 },
      one: { from: '08:00', until: '17:00', days: 1 },
    },
  }),
  events: shape({
    theme: 'contact',
    levels: ['school', 'stage'],
    fields: { days: whole(1, 60) },
    enforcer: 'calendar',
    measured: true,
    demand: ({ days }) => Number(days),
    starters: { fortnight: { days: 14 }, month: { days: 28 } },
  }),
  measuring: shape({
    theme: 'kept',
    levels: ['school'],
    fields: { teachers: whole(3, 10) },
    enforcer: 'agreements',
    measured: false,
    demand: ({ teachers }) => Number(teachers),
    starters: { three: { teachers: 3 }, five: { teachers: 5 } },
  }),
} as const satisfies Readonly<Record<string, KindShape>>

export type Kind = keyof typeof kinds
export type KindTerms = { readonly [K in Kind]: TermsOf<(typeof kinds)[K]['fields']> }

export const kindKeys: readonly Kind[] = Object.keys(kinds).filter((key): key is Kind => key in kinds)

/** Whether a word of the database or of an address is a theme of this program. */
export const isTheme = (word: string): word is Theme => themes.some((theme) => theme === word)

export const isKind = (key: string): key is Kind => Object.hasOwn(kinds, key)

/** The same, for who does not care which kind it is. */
export const shapeOf = (kind: Kind): KindShape => kinds[kind]

export const kindsOf = (theme: Theme): readonly Kind[] => kindKeys.filter((kind) => kinds[kind].theme === theme)
