import type { Agreed } from './agree.ts'
import { forSchool } from './agreed.ts'

const evenings = { from: '20:00', until: '07:00', weekend: 'open' } as const

/** What De Klimboom agreed. About AI it still talks; whether a sum is over more teachers, the staff have not said yet. */
export const agreedAtKlimboom: Agreed = {
  matters: [
    {
      kind: 'online-trouble',
      scope: forSchool,
      versions: [
        {
          starter: 'mentor',
          lines: {
            school: 'De leraar luistert eerst en zegt dan wat de school gaat doen. Het kind hoort dat ook.',
            parents: 'Je blijft rustig en luistert naar je kind. Daarna vertel je het aan de leraar.',
          },
          since: 'this year',
        },
      ],
    },
    { kind: 'group-rule', scope: forSchool, versions: [{ starter: 'practical', since: 'this year' }] },
    {
      kind: 'quiet-hours',
      scope: forSchool,
      versions: [
        {
          starter: 'evening',
          terms: evenings,
          lines: { school: 'De school stuurt in de stille uren niets behalve bij brand.' },
          since: 'last year',
        },
        { starter: 'evening', since: 'this year' },
      ],
    },
    { kind: 'phones', scope: forSchool, versions: [{ starter: 'home', since: 'this year' }] },
    { kind: 'devices', scope: forSchool, versions: [{ starter: 'closed', since: 'this year' }] },
    { kind: 'on-paper', scope: forSchool, versions: [{ starter: 'always', since: 'this year' }] },
    {
      kind: 'on-paper',
      scope: { level: 'subject', of: 'Engels' },
      versions: [
        {
          starter: 'mostly',
          terms: { timetable: 'printed' },
          lines: {
            school: 'Bij Engels hoort luisteren. Moet dat thuis op een scherm, dan zegt de leraar dat vooraf.',
            pupils: 'Je oefent op het scherm alleen wat je moet horen. De rest maak je op papier.',
          },
          since: 'this year',
        },
      ],
    },
    { kind: 'skills', scope: forSchool, versions: [{ starter: 'open', since: 'this year' }] },
    { kind: 'reports', scope: forSchool, versions: [{ starter: 'three', since: 'this year' }] },
    {
      kind: 'contact',
      scope: forSchool,
      versions: [
        { starter: 'two', since: 'this year' },
        { starter: 'one', since: 'soon' },
      ],
    },
    {
      kind: 'events',
      scope: forSchool,
      versions: [
        { starter: 'fortnight', since: 'this year' },
        { starter: 'month', since: 'undecided' },
      ],
    },
    {
      kind: 'measuring',
      scope: forSchool,
      versions: [
        { starter: 'three', since: 'this year' },
        { starter: 'five', since: 'undecided' },
      ],
    },
  ],
  open: {
    theme: 'ai',
    meanwhile:
      'Leerlingen gebruiken nog geen AI voor schoolwerk. De leraar mag in groep 7 en 8 laten zien hoe het werkt.',
    body: 'council',
  },
}

/** What 4B agreed in the circle. */
export const agreedIn4B = {
  teacher: 'KB-L05',
  class: 'kb-4b',
  kind: 'devices',
  starter: 'asked',
  lines: {
    school: 'De juf zegt wanneer we de tablet pakken, en waarvoor. Wie liever op papier werkt, krijgt papier.',
    parents: 'Je vraagt wat je kind vandaag op papier maakte.',
    pupils: 'Je pakt de tablet als de juf het vraagt. Daarna leg je hem terug in de kast.',
  },
} as const
