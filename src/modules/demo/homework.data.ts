import type { NewHomework } from '#modules/homework/index.ts'

/** What a class is asked for the first lesson of a subject in a week. */
export type Plan = Pick<NewHomework, 'kind' | 'title' | 'way' | 'minutes'> & { details?: string }

const paper = { kind: 'homework', way: 'paper' } as const
const screen = { kind: 'homework', way: 'screen' } as const
const either = { kind: 'homework', way: 'either' } as const
const test = { kind: 'test', way: null } as const

/** By class and by subject, one for each of two weeks in turn; null asks nothing. A subject that is not named never does. */
export const plans: Readonly<Record<string, Readonly<Record<string, readonly [Plan | null, Plan | null]>>>> = {
  'kb-4b': {
    Lezen: [
      { ...paper, title: 'lees een stuk uit je eigen boek', minutes: 10 },
      { ...paper, title: 'lees iemand thuis een bladzijde voor', minutes: 10 },
    ],
    Schooltuin: [{ ...either, title: 'neem een foto of een tekening van een plant mee', minutes: 10 }, null],
    Verkeer: [null, { ...paper, title: 'zoek drie borden op weg naar school', minutes: 10 }],
    Spelling: [
      { ...test, title: 'dictee met de woorden van deze week', minutes: 10 },
      { ...paper, title: 'maak vijf zinnen met de woorden van deze week', minutes: 20 },
    ],
  },
  'kb-7a': {
    Engels: [
      { ...screen, title: 'oefen de woorden van les 4', minutes: 20 },
      { ...screen, title: 'kijk het filmpje en maak de vragen', minutes: 20 },
    ],
    Geschiedenis: [{ ...either, title: 'maak de tijdlijn af', minutes: 30 }, null],
    Aardrijkskunde: [
      null,
      {
        ...test,
        title: 'topografie van Europa',
        minutes: 30,
        details: 'Landen en hoofdsteden.\nDe kaart zit in je map.',
      },
    ],
    Rekenen: [
      { ...paper, title: 'bladzijde 34, opgave 3 tot en met 6', minutes: 20 },
      { ...paper, title: 'bladzijde 36, opgave 1 tot en met 4', minutes: 20 },
    ],
    'Natuur en techniek': [
      { ...either, title: 'bedenk een proefje met water', minutes: 20 },
      { ...screen, title: 'kijk het filmpje over smeltend ijs', minutes: 10 },
    ],
  },
  'kb-8a': {
    Engels: [{ ...screen, title: 'kijk het filmpje en maak de vragen', minutes: 20 }, null],
    Rekenen: [
      { ...paper, title: 'bladzijde 41, opgave 1 tot en met 5', minutes: 30 },
      { ...paper, title: 'bladzijde 43, opgave 2 tot en met 4', minutes: 20 },
    ],
    Geschiedenis: [null, { ...test, title: 'hoofdstuk 3, de tijd van ontdekkers', minutes: 45 }],
  },
}
