/** The made-up primary school of the demo. */
export const klimboom = {
  key: 'klimboom',
  name: 'De Klimboom',
  // Without a number in the national register any school's file can be tried out here.
  brin: null,
  region: 'midden',
  stage: 'BO',
} as const

export type Level = 'infants' | 'lower' | 'middle' | 'upper'

/** A class of the school: how many pupils of each year sit in it, the room, and which week it has; null has no timetable. */
export type Class = {
  key: string
  name: string
  /** As in EDEXML: C is a combination of years. */
  yearGroup: string
  seats: Readonly<Record<string, number>>
  room: string
  week: Level | null
}

export const classes: readonly Class[] = [
  { key: 'kb-12a', name: '1/2A', yearGroup: 'C', seats: { 1: 11, 2: 13 }, room: '1', week: 'infants' },
  { key: 'kb-12b', name: '1/2B', yearGroup: 'C', seats: { 1: 12, 2: 12 }, room: '2', week: null },
  { key: 'kb-3a', name: '3A', yearGroup: '3', seats: { 3: 26 }, room: '3', week: 'lower' },
  { key: 'kb-4a', name: '4A', yearGroup: '4', seats: { 4: 25 }, room: '4', week: 'lower' },
  { key: 'kb-4b', name: '4B', yearGroup: '4', seats: { 4: 25 }, room: '5', week: 'lower' },
  { key: 'kb-56', name: '5/6', yearGroup: 'C', seats: { 5: 14, 6: 13 }, room: '6', week: 'middle' },
  { key: 'kb-7a', name: '7A', yearGroup: '7', seats: { 7: 25 }, room: '7', week: 'upper' },
  { key: 'kb-8a', name: '8A', yearGroup: '8', seats: { 8: 24 }, room: '8', week: 'upper' },
]

/** Pupils of several classes, a few hours a week. */
export const mixedGroup = { key: 'kb-plus', name: 'Plusgroep' } as const
