import type { Fault, RosterFile } from '../roster.ts'
import type { Diff } from './diff.ts'
import { diffGroups } from './diff-groups.ts'
import { diffGuardians } from './diff-guardians.ts'
import { diffPupils } from './diff-pupils.ts'
import { diffStaff } from './diff-staff.ts'
import { indexSchool, type RosterSnapshot, type School } from './people-rows.ts'

/** @param on the day from which the file holds @param year the school year its groups belong to */
export const makeDiff = (file: RosterFile, snapshot: RosterSnapshot, on: string, year: string): Diff => {
  const school = indexSchool(snapshot)
  const groups = diffGroups(file, school, year)
  const pupils = diffPupils(file, school, groups, on)
  const staff = diffStaff(file, school, groups, on)
  const guardians = diffGuardians(file, school, on)
  return {
    on,
    year,
    groups: groups.part,
    pupils: pupils.part,
    staff: staff.part,
    guardians: guardians.part,
    groupNames: namesOf([...pupils.part.added, ...staff.part.added], school),
    current: { pupils: pupils.current, groups: groups.current, staff: staff.current, guardians: guardians.current },
    repairs: [...file.repairs, ...staff.repairs, ...guardians.repairs].sort((a, b) => a.line - b.line),
    refusals: [...file.refusals, ...pupils.refusals, ...guardians.refusals].sort((a, b) => a.line - b.line),
  }
}

const namesOf = (
  added: readonly { joins: readonly { id: string | null }[] }[],
  school: School,
): Record<string, string> => {
  const ids = new Set(added.flatMap(({ joins }) => joins.flatMap(({ id }) => id ?? [])))
  return Object.fromEntries([...ids].map((id) => [id, school.groups.get(id)?.name ?? '']))
}

/**
 * The file of another school is refused, when both say which school they are; and that of another location, where the school
 * says which it is. Without a number it is the main one, 00.
 */
export const wrongSchool = (file: RosterFile, brin: string | null): Fault | null => {
  if (file.brin === null || brin === null) return null
  const said = file.brin.slice(4) || file.location || ''
  const location = brin.slice(4)
  const same = file.brin.slice(0, 4) === brin.slice(0, 4) && (location === '' || location === (said || '00'))
  return same
    ? null
    : { code: 'wrongSchool', found: `${file.brin.slice(0, 4)}${said === '00' ? '' : said}`.slice(0, 10), wanted: brin }
}
