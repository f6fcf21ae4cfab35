import {
  countsOf,
  unchangedOf,
  type Diff,
  type GuardianWork,
  type Missing,
  type Part,
  type PupilAdd,
  type PupilEdit,
  type StaffAdd,
  type StaffEdit,
} from './diff/diff.ts'
import { noCounts, type Counts, type Fault, type Refusal } from './roster.ts'

/** What people choose on top of the diff. On the command line no proposal is ever answered. */
export type Choices = {
  /** The first day that who is missing is no longer at the school; null leaves them. */
  endOn: string | null
  /** Who of the missing leaves, by id; 'all' of them. */
  end: 'all' | ReadonlySet<string>
  allowLeavers: boolean
  strict: boolean
  /** Per proposal ('pupils 12'): the same person, or somebody else who is new. Without an answer the row is not read in. */
  proposals: ReadonlyMap<string, 'same' | 'other'>
}

/** Exactly what will be written. */
export type Decision = {
  diff: Diff
  pupils: { added: PupilAdd[]; changed: PupilEdit[]; ends: Missing[] }
  staff: { added: StaffAdd[]; changed: StaffEdit[]; ends: Missing[] }
  guardians: { work: GuardianWork[]; ends: Missing[] }
  groupsEnd: Missing[]
  endOn: string | null
  added: Counts
  changed: Counts
  unchanged: Counts
  missing: Counts
  refusals: Refusal[]
}

export const proposalKey = (kind: 'pupils' | 'staff', line: number): string => `${kind} ${line}`

/** Above this share of those who are there now, leaving needs a second yes. */
const mostLeavers = 0.1

/** The decision, or why the file is refused whole. */
export const decide = (
  diff: Diff,
  choices: Choices,
): { ok: true; decision: Decision } | { ok: false; fault: Fault; refusals: Refusal[] } => {
  const pupils = answer(diff.pupils, 'pupils', choices)
  const staff = answer(diff.staff, 'staff', choices)
  const refusals = [...diff.refusals, ...pupils.waiting, ...staff.waiting].sort((a, b) => a.line - b.line)
  const leaves = (missing: readonly Missing[]): Missing[] => {
    const { end } = choices
    if (choices.endOn === null) return []
    return missing.filter((one) => end === 'all' || end.has(one.id))
  }
  const decision: Decision = {
    diff,
    pupils: { added: pupils.added, changed: pupils.changed, ends: leaves(diff.pupils.missing) },
    staff: { added: staff.added, changed: staff.changed, ends: leaves(diff.staff.missing) },
    guardians: { work: [...diff.guardians.added, ...diff.guardians.changed], ends: leaves(diff.guardians.missing) },
    groupsEnd: leaves(diff.groups.missing),
    endOn: choices.endOn,
    added: { ...countsOf(diff, 'added'), pupils: pupils.added.length, staff: staff.added.length },
    changed: { ...countsOf(diff, 'changed'), pupils: pupils.changed.length, staff: staff.changed.length },
    unchanged: { ...unchangedOf(diff), pupils: pupils.unchanged, staff: staff.unchanged },
    missing: countsOf(diff, 'missing'),
    refusals,
  }
  if (choices.strict && refusals.length > 0)
    return { ok: false, fault: { code: 'strict', found: String(refusals.length) }, refusals }
  const fault = choices.allowLeavers ? null : tooManyLeave(decision)
  return fault === null ? { ok: true, decision } : { ok: false, fault, refusals }
}

type Answerable<Add, Edit extends { changes: readonly unknown[] }> = Part<Add, Edit> & {
  proposals: readonly { line: number; who: string; ifSame: Edit | null; ifOther: Add }[]
}

const answer = <Add, Edit extends { changes: readonly unknown[] }>(
  part: Answerable<Add, Edit>,
  kind: 'pupils' | 'staff',
  choices: Choices,
) => {
  const added = [...part.added]
  const changed = [...part.changed]
  const waiting: Refusal[] = []
  let { unchanged } = part
  for (const { line, who, ifSame, ifOther } of part.proposals) {
    const said = choices.proposals.get(proposalKey(kind, line))
    if (said === 'other') added.push(ifOther)
    else if (said === undefined) waiting.push({ line, kind, code: 'looksLike', field: 'name', who })
    else if (ifSame !== null && ifSame.changes.length > 0) changed.push(ifSame)
    else unchanged += 1
  }
  return { added, changed, unchanged, waiting }
}

/** How many people leave by this decision, per kind: missing ones that end, and pupils whom the file says left. */
export const leaversOf = (decision: Decision): Counts => ({
  ...noCounts(),
  pupils: decision.pupils.ends.length + decision.pupils.changed.filter((edit) => edit.leaves).length,
  staff: decision.staff.ends.length,
  guardians: decision.guardians.ends.length,
})

const tooManyLeave = (decision: Decision): Fault | null => {
  const leavers = leaversOf(decision)
  const { current } = decision.diff
  const over = (['pupils', 'staff', 'guardians'] as const).find((kind) => leavers[kind] > current[kind] * mostLeavers)
  return over ? { code: 'leavers', found: String(leavers[over]), wanted: String(current[over]) } : null
}
