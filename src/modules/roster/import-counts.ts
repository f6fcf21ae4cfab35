import type { Counts } from './roster.ts'

/** What is told of an applied import in the list and in the ledger: numbers only. */
export type ImportCounts = Record<'added' | 'changed' | 'unchanged' | 'missing' | 'ended', Counts> & {
  repairs: number
  refusals: number
}

/** All kinds together. */
export const total = (counts: Counts): number => counts.pupils + counts.groups + counts.staff + counts.guardians
