import { birthDate } from '../birth-date.ts'
import { drawFrom } from '../draw.ts'
import { drawFamilies, type Seat } from '../draw-family.ts'
import type { Household, Pupil } from '../families.ts'
import { dayAfter } from '#modules/today/index.ts'
import { castFamilies } from './cast-families.ts'
import { originsOfOverkant } from './more-names.data.ts'
import { classes } from './overkant.ts'

/** @param place the place of a pupil among all pupils, the cast first */
export const pupilKey = (place: number): string => `${12_001 + place}`

/** The key of a pupil of the cast. @throws when there is no such pupil */
export const castKey = (firstName: string): string => {
  const place = castFamilies.flatMap(({ children }) => children).findIndex((child) => child.firstName === firstName)
  if (place < 0) throw new Error(`${firstName} is not in the cast`)
  return pupilKey(place)
}

/** Whose authority over a child is not full, by the number of the pupil and the address of the parent. */
export const limitedParents: readonly { pupil: string; guardian: string; state: 'on_request' | 'blocked' }[] = [
  { pupil: castKey('Roos'), guardian: 'dennis.vos@thuis.example', state: 'on_request' },
  { pupil: castKey('Jorn'), guardian: 'rik.dekker@thuis.example', state: 'blocked' },
]

/** Birthdays of a year lie between 1 October and the end of September. */
const birthdays = 360

/** All families of the school, the cast first: the same ones every time. */
export const households = (): readonly Household[] => {
  const draw = drawFrom(1574)
  const families = [...castFamilies, ...drawFamilies(draw, freeSeats(), { before: 1000, among: originsOfOverkant })]
  let place = 0
  return families.map(({ children, parents }) => ({
    parents,
    pupils: children.map((child) => ({ ...child, key: pupilKey(place++), born: draw.below(birthdays) })),
  }))
}

const freeSeats = (): Seat[] => {
  const taken = castFamilies.flatMap(({ children }) => children)
  return classes.flatMap(({ name, year, seats }) => {
    const left = seats - taken.filter(({ group }) => group === name).length
    return Array.from({ length: left }, () => ({ group: name, year }))
  })
}

/** In year 1 pupils turn thirteen. @param begins the year in which the school year begins @returns null when not known */
export const bornOn = ({ birth, year, born }: Pupil, begins: number, today: string): string | null => {
  if (birth === 'unknown') return null
  return birth ? birthDate(birth, today) : dayAfter(`${begins - 12 - year}-10-01`, born)
}
