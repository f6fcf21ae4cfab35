import type { Agreed } from '../agree.ts'
import { forSchool } from '../agreed.ts'

/** Years of secondary education count from eleven. */
const firstYear = { level: 'year', of: '11' } as const

/** What De Overkant agreed: most of it for the whole school, some of it for the first year or for one subject. */
export const agreedAtOverkant: Agreed = {
  matters: [
    { kind: 'online-trouble', scope: forSchool, versions: [{ starter: 'contact', since: 'this year' }] },
    { kind: 'group-rule', scope: forSchool, versions: [{ starter: 'bare', since: 'this year' }] },
    { kind: 'quiet-hours', scope: forSchool, versions: [{ starter: 'late', since: 'this year' }] },
    {
      kind: 'phones',
      scope: forSchool,
      versions: [
        { starter: 'locker', terms: { where: 'building', watches: 'allowed' }, since: 'last year' },
        {
          starter: 'locker',
          lines: {
            pupils:
              'Je legt je telefoon voor de eerste les in de kluis. Je haalt hem eruit als je naar huis gaat, en niet in de pauze.',
          },
          since: 'this year',
        },
      ],
    },
    {
      kind: 'phones',
      scope: firstYear,
      versions: [
        {
          starter: 'locker',
          terms: { place: 'teacher' },
          lines: {
            school: 'De mentor bewaart de telefoons in een koffer op slot. Na de laatste les geeft de mentor ze terug.',
            pupils: 'Je geeft je telefoon voor de eerste les aan je mentor. Na de laatste les krijg je hem terug.',
          },
          since: 'this year',
        },
      ],
    },
    { kind: 'devices', scope: forSchool, versions: [{ starter: 'asked', since: 'this year' }] },
    { kind: 'on-paper', scope: forSchool, versions: [{ starter: 'mostly', since: 'this year' }] },
    { kind: 'ai', scope: forSchool, versions: [{ starter: 'told', since: 'this year' }] },
    {
      kind: 'ai',
      scope: { level: 'subject', of: 'Wiskunde' },
      versions: [
        {
          starter: 'no',
          lines: {
            pupils: 'Je rekent zelf en laat elke stap zien. Snap je iets niet, dan vraag je het aan de leraar.',
          },
          since: 'this year',
        },
      ],
    },
    {
      kind: 'grade-release',
      scope: forSchool,
      versions: [
        { starter: 'child_first', since: 'this year' },
        { starter: 'child_first', terms: { later: 2 }, since: 'undecided' },
      ],
    },
    {
      kind: 'grading-term',
      scope: forSchool,
      versions: [
        { starter: 'ten', since: 'this year' },
        { starter: 'five', terms: { days: 7 }, since: 'undecided', saidYes: ['pupils'] },
      ],
    },
    { kind: 'fails', scope: forSchool, versions: [{ starter: 'talk', since: 'this year' }] },
    { kind: 'averages', scope: forSchool, versions: [{ starter: 'shown', since: 'this year' }] },
    { kind: 'averages', scope: firstYear, versions: [{ starter: 'hidden', since: 'soon' }] },
    {
      kind: 'reports',
      scope: forSchool,
      versions: [{ starter: 'three', terms: { months: ['11', '1', '4', '7'] }, since: 'this year' }],
    },
    { kind: 'contact', scope: forSchool, versions: [{ starter: 'two', since: 'this year' }] },
    { kind: 'events', scope: forSchool, versions: [{ starter: 'month', since: 'this year' }] },
    { kind: 'measuring', scope: forSchool, versions: [{ starter: 'five', since: 'this year' }] },
  ],
  open: {
    theme: 'skills',
    meanwhile:
      'De mentor vertelt op de ouderavond wat de klas leert over de digitale wereld. Wie meer wil weten, vraagt het aan de mentor.',
    body: 'council',
  },
}

/** What 3c agreed with its mentor. */
export const agreedIn3c = {
  teacher: 'DO-011',
  class: '3c',
  kind: 'on-paper',
  starter: 'always',
  terms: { timetable: 'printed' },
  lines: {
    school:
      'De mentor hangt het rooster van de week in het lokaal. Verandert er iets, dan schrijft de mentor dat erbij.',
    parents: 'Je vraagt je kind naar het rooster. Je hoeft het niet zelf op te zoeken.',
    pupils: 'Je schrijft je rooster en je huiswerk op. Lukt iets niet op papier, dan zeg je dat in de les.',
  },
} as const
