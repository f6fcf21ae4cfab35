import { at, named, parent, type Family } from '../cast.ts'
import { drawFrom } from '../draw.ts'
import { drawFamilies } from '../draw-family.ts'
import type { Household } from '../families.ts'

/** The made-up school for special education: one group of twelve, most of whom come by taxi. */
export const vuurvlieg = {
  key: 'vuurvlieg',
  name: 'De Vuurvlieg',
  brin: null,
  region: 'midden',
  stage: 'SO',
} as const

export const group = 'Groep Blauw'

const pupils = 12

const castFamilies: readonly Family[] = [
  {
    // Her brother James is at De Klimboom.
    children: [{ ...named('Juno', null, 'Achterberg'), group, year: 0 }],
    parents: [parent(named('Tom', null, 'Achterberg'), 'vader', 'tom.achterberg')],
  },
  {
    children: [{ ...named('Ravi', null, 'Ramdin-Jhagroe'), group, year: 0 }],
    parents: [
      parent(named('Shanti', null, 'Ramdin-Jhagroe'), 'moeder', 'shanti.ramdin', {
        phone: '06 00004001',
        address: at('Kastanjeplein 7', '9999 XC', 'Boomdorp'),
      }),
      parent(named('Corrie', 'van', 'Ooijen'), 'oma', 'corrie.vanooijen'),
    ],
  },
]

export const castParents = castFamilies.flatMap(({ parents }) => parents)

/** All families of the school, the cast first: the same ones every time. */
export const households = (): readonly Household[] => {
  const draw = drawFrom(1857)
  const free = Array.from({ length: pupils - castFamilies.length }, () => ({ group, year: 0 }))
  let place = 0
  return [...castFamilies, ...drawFamilies(draw, free, { before: 3000 })].map(({ children, parents }) => ({
    parents,
    pupils: children.map((child) => ({ ...child, key: `VV${101 + place++}`, born: draw.below(700) })),
  }))
}

export const staff = [
  { key: 'VV-L1', ...named('Marieke', 'ter', 'Horst'), role: 'teacher', groups: [group] },
  { key: 'VV-L2', ...named('Delano', null, 'Pinas'), role: 'teacher', groups: [group] },
  { key: 'VV-L3', ...named('Wil', null, 'Quist'), role: 'office', groups: [] },
] as const

const days: readonly (readonly string[])[] = [
  [
    'Dag openen met pictogrammen',
    'Lezen in twee groepjes',
    'Rekenen met spullen',
    'Buitenspelen',
    'Samen eten',
    'Logopedie en werken',
  ],
  ['Dag openen met pictogrammen', 'Rekenen met spullen', 'Taal', 'Buitenspelen', 'Samen eten', 'Zwemmen'],
  ['Dag openen met pictogrammen', 'Lezen in twee groepjes', 'Koken', 'Buitenspelen', 'Samen eten', 'Muziek'],
  [
    'Dag openen met pictogrammen',
    'Rekenen met spullen',
    'Taal',
    'Buitenspelen',
    'Samen eten',
    'Gym met de fysiotherapeut',
  ],
  ['Dag openen met pictogrammen', 'Lezen in twee groepjes', 'Schooltuin', 'Buitenspelen', 'Samen eten', 'Week sluiten'],
]

const times: readonly (readonly [starts: string, ends: string])[] = [
  ['08:45', '09:15'],
  ['09:15', '10:00'],
  ['10:00', '10:45'],
  ['11:00', '11:30'],
  ['11:30', '12:15'],
  ['12:45', '14:00'],
]

const elsewhere: Readonly<Record<string, string>> = {
  Buitenspelen: 'schoolplein',
  Koken: 'keuken',
  Schooltuin: 'schooltuin',
  Zwemmen: 'zwembad',
  'Gym met de fysiotherapeut': 'speelzaal',
}

/** The week of the group, with the taxis that bring and fetch. */
export const week = days.flatMap((titles, weekday) => {
  const lesson = (part: string, starts: string, ends: string, title: string, place: string) => ({
    uid: `${weekday}-${part}@vuurvlieg.example`,
    weekday,
    starts,
    ends,
    title,
    place,
  })
  return [
    lesson('heen', '08:20', '08:45', 'Taxi naar school', 'ingang'),
    ...titles.map((title, at_) => {
      const [starts, ends] = times[at_] ?? ['', '']
      return lesson(String(at_), starts, ends, title, elsewhere[title] ?? 'lokaal blauw')
    }),
    lesson('terug', '14:00', '14:20', 'Taxi naar huis', 'ingang'),
  ]
})
