import type { Doer } from '#platform/access/actor.ts'
import { Conflict, NotFound } from '#platform/errors.ts'
import { keepsAgreements } from '../access.ts'
import type { Agreement, Content } from '../agreement.ts'
import { isOption, readTerms, type AnyTerms } from '../kinds/field.ts'
import { shapeOf } from '../kinds/kinds.ts'
import { isMeeting } from '../scope.ts'

/**
 * Before an agreement is drafted, begun or ended. Whether a teacher has this class or pupil, the policies say once more.
 * @throws NotFound for who does not work there, or drafts for more than a class or a pupil without overseeing the school
 */
export const demandDrafter = (doer: Doer, school: string, { scope }: Pick<Content, 'scope'>): void => {
  if (keepsAgreements(doer, school)) return
  const teaches = doer.hat === 'staff' && 'at' in doer && doer.at.some((standing) => standing.school === school)
  if (!teaches || !isMeeting(scope)) throw new NotFound('school')
}

/**
 * What no form sends: parameters or a scope that the kind does not know, or an option for whom it is not.
 * @returns the parameters, with those that were left out
 * @throws Conflict
 */
export const demandSound = ({ kind, scope, terms }: Content): AnyTerms => {
  const { fields, levels } = shapeOf(kind)
  const read = readTerms(fields, terms)
  if (read === null) throw new Conflict('agreement terms')
  for (const [name, field] of Object.entries(fields))
    if (field.type === 'one' && !isOption(field, String(read[name]), scope.level)) throw new Conflict('agreement terms')
  if (!levels.includes(scope.level) || (scope.level === 'school') !== (scope.of === null))
    throw new Conflict('agreement scope')
  return read
}

/** A draft that nobody was asked about yet. @throws Conflict */
export const demandOpenDraft = ({ startsOn, offeredOn, layings }: Agreement): void => {
  if (startsOn !== null || offeredOn !== null || layings.length > 0) throw new Conflict('agreement is fixed')
}
