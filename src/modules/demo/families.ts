import { castFamilies, pupilKey, type Child, type Parent } from './cast.ts'
import { drawFrom } from './draw.ts'
import { drawFamilies, type Seat } from './draw-family.ts'
import { classes } from './klimboom.ts'

/** A pupil as the files have it. `born` counts days after the first of October on which the birthdays of a year begin. */
export type Pupil = Child & { key: string; born: number }
export type Household = { pupils: readonly Pupil[]; parents: readonly Parent[] }

/** Birthdays lie between 1 October and 27 July, so that the youngest of all is four when the school year begins. */
const birthdays = 300

/** All families of the school, the cast first: the same ones every time. */
export const households = (): readonly Household[] => {
  const draw = drawFrom(2026)
  const families = [...castFamilies, ...drawFamilies(draw, freeSeats())]
  let place = 0
  return families.map(({ children, parents }) => ({
    parents,
    pupils: children.map((child) => ({ ...child, key: pupilKey(place++), born: draw.below(birthdays) })),
  }))
}

/** The places in the classes that the cast leaves. */
const freeSeats = (): Seat[] => {
  const taken = castFamilies.flatMap(({ children }) => children)
  return classes.flatMap(({ key, seats }) =>
    Object.entries(seats).flatMap(([year, count]) => {
      const left = count - taken.filter((child) => child.group === key && child.year === Number(year)).length
      return Array.from({ length: left }, () => ({ group: key, year: Number(year) }))
    }),
  )
}
