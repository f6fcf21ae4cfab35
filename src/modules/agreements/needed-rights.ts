import { councilRights, type Right } from './council-rights.data.ts'
import type { Kind } from './kinds/kinds.ts'
import { isMeeting, type Level } from './scope.ts'

/**
 * Whom the law asks before an agreement may be in force. What a class agrees in its meeting, or a family in a talk, is no
 * policy of the school: there those say yes whom it concerns.
 * @param stages the stages the agreement is for: the one of its scope, or all of the school
 */
export const neededRights = (kind: Kind, level: Level, stages: readonly string[]): readonly Right[] => {
  if (isMeeting({ level })) return []
  const { primary, secondary } = councilRights[kind]
  const all = [
    ...(stages.some((stage) => stage === 'BO' || stage === 'SO') ? primary : []),
    ...(stages.some((stage) => stage === 'VO' || stage === 'VSO') ? secondary : []),
  ]
  return all.filter((one, at) => all.findIndex(({ body }) => body === one.body) === at)
}
