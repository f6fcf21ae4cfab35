import type { PlannedTest } from './lay-tests.ts'

/** A test or what the teacher saw, of a class in primary education: the marks from the best to the lowest, or lines. */
export type ChildTest = Omit<PlannedTest, 'got' | 'weight'> & { among: readonly string[]; said?: readonly string[] }

type When = Pick<PlannedTest, 'made' | 'entered' | 'told'>

/** Told to all children soon after, so that home knows too; or before the report alone. */
const long = (made: number, entered: number): When => ({ made, entered, told: { ago: entered - 1, percent: 100 } })

const fiveLevels = ['I', 'II', 'III', 'IV', 'V']
const inWords = ['G', 'G', 'V', 'V', 'RV', 'M']

const level = (title: string, when: When): ChildTest => ({
  title,
  kind: 'cito',
  scale: 'roman',
  ...when,
  among: fiveLevels,
})
const reached = (title: string, when: When, among: readonly string[]): ChildTest => ({
  title,
  kind: 'cito',
  scale: 'function',
  ...when,
  among,
})
const block = (title: string, when: When, said: readonly string[] = []): ChildTest => ({
  title,
  kind: 'written',
  scale: 'words',
  ...when,
  among: inWords,
  said,
})
const seen = (title: string, when: When, said: readonly string[]): ChildTest => ({
  title,
  kind: 'observation',
  scale: 'words_only',
  ...when,
  among: [],
  said,
})

const ofSums = [
  'Weet de tafels van 2, 5 en 10 uit het hoofd.',
  'Rekent rustig en schrijft de tussenstap op.',
  'Oefent nog met splitsen tot 20.',
  'Legt aan een ander kind uit hoe een som gaat.',
]
const together = [
  'Luistert naar een ander en zegt daarna wat het zelf vindt.',
  'Neemt graag de leiding en laat de ander ook kiezen.',
  'Werkt het liefst alleen. We oefenen met om hulp vragen.',
  'Ruimt op zonder dat iemand het vraagt.',
  'Maakt snel contact en speelt met veel kinderen.',
]
const atWork = [
  'Begint snel en werkt door tot het af is.',
  'Raakt soms afgeleid. Een plek bij het raam helpt.',
  'Vraagt hulp als het niet lukt. Dat is knap.',
  'Kijkt het eigen werk na voordat het in de bak gaat.',
]

/** What 4B did since the summer. Part of what is new the children know; one thing nobody knows yet. */
export const testsOf4B: Readonly<Record<string, readonly ChildTest[]>> = {
  Rekenen: [
    level('Toets van het leerlingvolgsysteem', long(38, 34)),
    block('Blok 2', long(22, 20), ofSums),
    block('Blok 3', { made: 4, entered: 3, told: { ago: 1, percent: 60 } }, ofSums),
  ],
  Lezen: [
    reached('Hoe ver je kind is met lezen', long(36, 33), ['E4', 'M4', 'M4', 'E3', 'E3', 'M3']),
    seen('Stil lezen', { made: 1, entered: 'today' }, [
      'Kiest zelf een boek en blijft erbij.',
      'Leest het liefst samen met een ander.',
      'Leest steeds vaker zonder vinger bij de zin.',
    ]),
  ],
  Spelling: [
    level('Toets van het leerlingvolgsysteem', long(35, 32)),
    block('Woorden met ei en ij', long(11, 9), ['Kent de woorden met ei. Oefent nog met ij.']),
  ],
  Samenwerken: [seen('In de kring en in groepjes', long(8, 7), together)],
  Werken: [seen('Zelf aan het werk', { made: 2, entered: 2, told: { ago: 0, percent: 50 } }, atWork)],
}

export const testsOf7A: Readonly<Record<string, readonly ChildTest[]>> = {
  Rekenen: [level('Toets van het leerlingvolgsysteem', long(37, 33)), block('Breuken en procenten', long(10, 8))],
  'Begrijpend lezen': [
    reached('Hoe ver je kind is met lezen', long(36, 32), ['E7', 'M7', 'M7', 'E6', 'E6', 'M6']),
    level('Toets van het leerlingvolgsysteem', { made: 3, entered: 2, told: { ago: 0, percent: 50 } }),
  ],
  Werken: [seen('Zelf aan het werk', long(9, 7), atWork)],
}
