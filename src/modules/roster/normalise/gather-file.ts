import type {
  Format,
  GroupRow,
  GuardianRow,
  PupilRow,
  ReadContext,
  Refusal,
  Repair,
  RosterFile,
  StaffRow,
} from '../roster.ts'
import type { Caps } from '../read/caps.ts'
import { cleanText, shorten } from './clean-text.ts'
import { normaliseGroup } from './normalise-group.ts'
import { normaliseGuardian } from './normalise-guardian.ts'
import { normalisePupil } from './normalise-pupil.ts'
import { normaliseStaff } from './normalise-staff.ts'
import { openNotes, type Notes } from './notes.ts'
import type { RawRecord } from './row.ts'
import { yearGroupOfName } from './year-group.ts'

/** Takes the records of a file one by one, in any order, and gives the whole file at the end. */
export type Gathering = {
  school(line: number, field: 'schoolYear' | 'brin' | 'location' | 'version', text: string): void
  group(record: RawRecord, kind: 'class' | 'mixed'): void
  /** @param keyIsBsn the record itself says that its key is the citizen number */
  pupil(record: RawRecord, groups: string[] | null, keyIsBsn: boolean): void
  namedPupil(record: RawRecord): void
  /** A member of staff who names the groups taught, as they are called at the school. */
  namedStaff(record: RawRecord): void
  staff(record: RawRecord, roles: readonly string[], groups: string[] | null): void
  guardian(record: RawRecord): void
  skip(field: string): void
  repair(repair: Repair): void
  refuse(refusal: Refusal): void
  finish(scope: RosterFile['scope']): RosterFile
}

const mostSkipped = 200

export const gatherFile = (format: Format, context: ReadContext, caps: Caps): Gathering => {
  const notes = openNotes(caps)
  const taken = {
    groups: new Set<string>(),
    pupils: new Set<string>(),
    staff: new Set<string>(),
    guardians: new Set<string>(),
  }
  const groups: GroupRow[] = []
  const named = new Map<string, GroupRow>()
  const pupils: PupilRow[] = []
  const staff: StaffRow[] = []
  const guardians: GuardianRow[] = []
  const skipped = new Set<string>()
  const about: Pick<RosterFile, 'schoolYear' | 'brin' | 'location' | 'version'> = {
    schoolYear: null,
    brin: null,
    location: null,
    version: null,
  }

  const nameGroup = (line: number, text: string): string => {
    const ref = text.toLowerCase()
    if (!named.has(ref)) {
      named.set(ref, {
        line,
        ref,
        key: null,
        name: text,
        kind: 'class',
        yearGroup: yearGroupOfName(text, context.stages),
      })
    }
    return ref
  }
  return {
    school: (line, field, raw) => {
      const { text } = cleanText(raw)
      if (text === null) return
      if (field === 'brin') about.brin = text.toUpperCase()
      else if (field === 'location') about.location = shorten(text, 4)
      else if (field === 'version') about.version = shorten(text, 20)
      else about.schoolYear = readSchoolYear(line, text, notes)
    },
    group: (record, kind) => {
      const row = normaliseGroup(record, { kind, taken: taken.groups }, context, notes)
      if (row) groups.push(row)
    },
    pupil: (record, refs, keyIsBsn) => {
      const keys = keyIsBsn ? ('none' as const) : ('any' as const)
      const row = normalisePupil(record, { groups: refs, taken: taken.pupils, keys }, context, notes)
      if (row) pupils.push(row)
    },
    namedPupil: (record) => {
      const row = normalisePupil(record, { groups: 'named', taken: taken.pupils, keys: 'no BSN' }, context, notes)
      if (row) pupils.push({ ...row, groups: row.groups?.map((name) => nameGroup(record.line, name)) ?? null })
    },
    staff: (record, roles, refs) => {
      const row = normaliseStaff(record, { roles, groups: refs, taken: taken.staff }, notes)
      if (row) staff.push(row)
    },
    namedStaff: (record) => {
      const row = normaliseStaff(record, { roles: [], groups: 'named', taken: taken.staff }, notes)
      if (row) staff.push(row)
    },
    guardian: (record) => {
      const row = normaliseGuardian(record, notes)
      if (row) guardians.push(row)
    },
    skip: (field) => {
      const { text } = cleanText(field)
      if (text !== null && skipped.size < mostSkipped) skipped.add(shorten(text, 64))
    },
    repair: notes.repair,
    refuse: (refusal) => {
      notes.row()
      notes.refuse(refusal)
    },
    finish: (scope) => ({
      format,
      ...about,
      scope,
      groups: [...groups, ...named.values()],
      pupils,
      staff,
      guardians,
      skippedFields: [...skipped],
      ...notes.all(),
    }),
  }
}

/** Any school year is taken: the list in the official schema ends at 2024-2025. One that is not two years in a row is said. */
const readSchoolYear = (line: number, text: string, notes: Notes): RosterFile['schoolYear'] => {
  const match = /^([12]\d{3})\s*[-/]\s*([12]\d{3})$/u.exec(text)
  if (!match || Number(match[2]) !== Number(match[1]) + 1)
    notes.repair({ line, kind: 'file', code: 'schoolYearOdd', field: 'schoolYear', found: shorten(text, 40) })
  return match ? { line, label: `${match[1]}-${match[2]}` } : null
}
