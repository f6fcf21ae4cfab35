// The roster as every format gives it after normalising: what a file says, in our own words.

export const formats = ['edexml', 'pupils', 'staff', 'guardians'] as const
export type Format = (typeof formats)[number]

export const kinds = ['pupils', 'groups', 'staff', 'guardians'] as const
export type Kind = (typeof kinds)[number]
/** Counts of people (or groups) per kind. */
export type Counts = Record<Kind, number>

export const noCounts = (): Counts => ({ pupils: 0, groups: 0, staff: 0, guardians: 0 })

export type PersonName = {
  firstName: string | null
  initials: string | null
  prefix: string | null
  lastName: string | null
}

/** `ref` is how rows of the same file name the group; `key` is stable between files, or null when the file has no such key. */
export type GroupRow = {
  line: number
  ref: string
  key: string | null
  name: string
  kind: 'class' | 'mixed'
  yearGroup: string | null
}

/** `groups` are refs; null when the file says nothing about groups. `left` is a leaver without a date. */
export type PupilRow = PersonName & {
  line: number
  key: string | null
  birthDate: string | null
  yearGroup: string | null
  groups: string[] | null
  email: string | null
  enteredOn: string | null
  left: boolean
  leftOn: string | null
}

export type StaffRow = PersonName & { line: number; key: string | null; email: string | null; groups: string[] | null }

export const relations = ['mother', 'father', 'caretaker', 'guardian', 'foster', 'institution', 'other'] as const
export type Relation = (typeof relations)[number]

export type GuardianRow = PersonName & {
  line: number
  pupilKey: string
  relation: Relation | null
  email: string | null
  phone: string | null
  language: string | null
}

/** The fields a remark can be about. */
export type Field =
  | 'key'
  | 'pupilKey'
  | 'name'
  | 'firstName'
  | 'initials'
  | 'prefix'
  | 'lastName'
  | 'birthDate'
  | 'yearGroup'
  | 'group'
  | 'groups'
  | 'email'
  | 'phone'
  | 'language'
  | 'relation'
  | 'enteredOn'
  | 'leftOn'
  | 'schoolYear'
  | 'file'
  | 'pupil'
  | 'guardianOf'

/** Something that was put right while reading. */
export type RepairCode =
  | 'encoding'
  | 'cutOff'
  | 'characters'
  | 'control'
  | 'capitals'
  | 'dropped'
  | 'leadingZero'
  | 'relationOther'
  | 'helpingParent'
  | 'groupUnknown'
  | 'schoolYearOdd'
  | 'schoolYearOther'
  | 'differsFromEarlier'
  | 'staffEnded'
  | 'more'

/** Why one row is not read in. */
export type RefusalCode =
  | 'keyMissing'
  | 'keyTwice'
  | 'keyIsBsn'
  | 'nameMissing'
  | 'tooLong'
  | 'dateImpossible'
  | 'groupUnknown'
  | 'ragged'
  | 'guardianTwice'
  | 'pupilUnknown'
  | 'pupilLeft'
  | 'guardianshipEnded'
  | 'looksLike'

/** A repair or refusal of one row. `who`, `key`, `found` and `becomes` are personal: the page shows them, output and logs never do. */
export type Remark<Code extends string> = {
  line: number
  kind: Kind | 'file'
  code: Code
  field?: Field
  key?: string
  who?: string
  found?: string
  becomes?: string
}
export type Repair = Remark<RepairCode>
export type Refusal = Remark<RefusalCode>

/** What the file speaks of: what it leaves out stays as it is. */
export type Scope = { groups: boolean; staff: boolean; memberships: 'all' | 'class' | 'none' }

export type RosterFile = {
  format: Format
  version: string | null
  brin: string | null
  /** The number of the location, as far as the file tells it: '00' is the main one. */
  location: string | null
  schoolYear: { line: number; label: string } | null
  scope: Scope
  groups: GroupRow[]
  pupils: PupilRow[]
  staff: StaffRow[]
  guardians: GuardianRow[]
  skippedFields: string[]
  repairs: Repair[]
  refusals: Refusal[]
}

/** Why a file is refused whole. `found` and `wanted` fill the sentence. */
export type Fault = {
  code:
    | 'empty'
    | 'tooLarge'
    | 'tooDeep'
    | 'tooSlow'
    | 'notWellFormed'
    | 'doctype'
    | 'wrongRoot'
    | 'encodingUnknown'
    | 'noRows'
    | 'headersMissing'
    | 'headerTwice'
    | 'quoteOpen'
    | 'unreadable'
    | 'rowTooLong'
    | 'tooManyRows'
    | 'tooManyWrong'
    | 'wrongSchool'
    | 'schoolUnknown'
    | 'changedMeanwhile'
    | 'leavers'
    | 'strict'
  line?: number
  found?: string
  wanted?: string
}

export type ReadOutcome = { ok: true; file: RosterFile } | { ok: false; fault: Fault }

/** What normalising must know of the school: its stages, and the day of today as YYYY-MM-DD. */
export type ReadContext = { stages: readonly string[]; today: string }

/** A name for lists: surname first, prefix behind. Null when the row has no name at all. */
export const nameInList = (name: PersonName): string | null => {
  const first = name.firstName ?? name.initials
  if (name.lastName === null) return first
  const front = [first, name.prefix].filter((part) => part !== null).join(' ')
  return front === '' ? name.lastName : `${name.lastName}, ${front}`
}

/** Two writings of one name are equal: capitals, accents and spaces aside. */
export const nameKey = (name: PersonName): string =>
  [name.firstName ?? name.initials, name.prefix, name.lastName]
    .filter((part) => part !== null)
    .join(' ')
    .normalize('NFD')
    .replaceAll(/\p{M}|[.’'`]/gu, '')
    .replaceAll(/[\s-]+/g, ' ')
    .trim()
    .toLowerCase()
