import type { TimetableOf } from './lesson.ts'

/** How an address says whose timetables it is about. */
export const kindWords = { klas: 'group', leerling: 'pupil', medewerker: 'staff' } as const
export type KindWord = keyof typeof kindWords

export const kindWordOf: Readonly<Record<TimetableOf['kind'], KindWord>> = {
  group: 'klas',
  pupil: 'leerling',
  staff: 'medewerker',
}

/** Addresses of this module. */
export const paths = {
  timetables: '/roosters',
  /** Posts `of` and `file`. */
  ofSchool: (school: string, kind: TimetableOf['kind'] = 'group'): string =>
    `/roosters?school=${school}&voor=${kindWordOf[kind]}`,
  timetable: (feed: string): string => `/roosters/${feed}`,
  /** Posts `file`. */
  newerFile: (feed: string): string => `/roosters/${feed}/bestand`,
  end: (feed: string): string => `/roosters/${feed}/einde`,
}
