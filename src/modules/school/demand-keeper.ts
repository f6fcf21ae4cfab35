import type { Doer } from '#platform/access/actor.ts'
import { NotFound } from '#platform/errors.ts'
import { keepsSchool, overseesSchool, setsUpSchool } from './access.ts'

/** Before anything of a school is changed. @throws NotFound for who does not keep this school */
export const demandKeeper = (doer: Doer, school: string): void => {
  if (!keepsSchool(doer, school)) throw new NotFound('school')
}

/** Before the set-up of a school is changed. @throws NotFound for who does not set up this school */
export const demandSetter = (doer: Doer, school: string): void => {
  if (!setsUpSchool(doer, school)) throw new NotFound('school')
}

/** Before the calendar of a school is changed. @throws NotFound for who does not oversee this school */
export const demandOverseer = (doer: Doer, school: string): void => {
  if (!overseesSchool(doer, school)) throw new NotFound('school')
}
