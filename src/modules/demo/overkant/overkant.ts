/** The made-up secondary school of the demo. It teaches from vmbo-basis to vwo, so it is no lyceum. */
export const overkant = {
  key: 'overkant',
  name: 'De Overkant',
  brin: null,
  region: 'midden',
  stage: 'VO',
} as const

/** What a class is taught towards. */
export type Stream = 'vmbo-basis' | 'vmbo-kader' | 'vmbo-tl' | 'havo' | 'atheneum' | 'gymnasium'

/** From year 4 of havo and vwo: the profiles on nature or on society. */
export type Profile = 'nature' | 'society'

export type Class = {
  /** As on the timetable: the year and a letter, from gymnasium (a) down to vmbo-basis. */
  name: string
  year: number
  stream: Stream
  profile: Profile | null
  seats: number
}

type Row = readonly [letter: string, stream: Stream, seats: number, profile?: Profile]

const lower: readonly Row[] = [
  ['a', 'gymnasium', 23],
  ['b', 'atheneum', 27],
  ['c', 'havo', 28],
  ['d', 'havo', 27],
  ['e', 'vmbo-tl', 25],
  ['f', 'vmbo-tl', 25],
  ['g', 'vmbo-kader', 20],
  ['h', 'vmbo-basis', 15],
]

const upper: readonly Row[] = [
  ['a', 'gymnasium', 24, 'nature'],
  ['b', 'atheneum', 25, 'society'],
  ['c', 'havo', 28, 'nature'],
  ['d', 'havo', 27, 'society'],
]

/** Which classes each of the six years has: vmbo ends after four, havo after five. */
const years: readonly (readonly Row[])[] = [
  lower,
  lower,
  lower,
  [...upper, ...lower.slice(4)],
  upper,
  upper.slice(0, 2),
]

export const classes: readonly Class[] = years.flatMap((rows, at) =>
  rows.map(([letter, stream, seats, profile = null]) => ({
    name: `${at + 1}${letter}`,
    year: at + 1,
    stream,
    profile,
    seats,
  })),
)
