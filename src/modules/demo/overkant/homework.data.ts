import type { Plan } from '../homework.data.ts'

const paper = { kind: 'homework', way: 'paper' } as const
const screen = { kind: 'homework', way: 'screen' } as const
const either = { kind: 'homework', way: 'either' } as const
const test = { kind: 'test', way: null } as const

/** What 3c is asked for the first lesson of a subject in a week, for each of two weeks in turn; null asks nothing. */
export const planOf3c: Readonly<Record<string, readonly [Plan | null, Plan | null]>> = {
  Nederlands: [
    { ...paper, title: 'lees hoofdstuk 4 van je leesboek', minutes: 30 },
    {
      ...either,
      title: 'schrijf de eerste versie van je betoog',
      minutes: 45,
      details: 'Driehonderd woorden is genoeg.',
    },
  ],
  Engels: [
    { ...screen, title: 'oefen de woorden van unit 3', minutes: 20 },
    { ...test, title: 'woorden en grammatica van unit 3', minutes: 60 },
  ],
  Wiskunde: [
    { ...paper, title: 'maak opgave 12 tot en met 18', minutes: 40 },
    { ...paper, title: 'maak de oefentoets van hoofdstuk 5', minutes: 45 },
  ],
  Duits: [null, { ...screen, title: 'luister naar het gesprek en maak de vragen', minutes: 20 }],
  Geschiedenis: [{ ...test, title: 'hoofdstuk 2, paragraaf 1 tot en met 4', minutes: 60 }, null],
  Biologie: [{ ...paper, title: 'maak de tekening van het hart af', minutes: 20 }, null],
}
