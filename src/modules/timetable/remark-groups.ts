import type { Remark } from './read/calendar.ts'

export type RemarkGroup<What> = { what: What; lines: number[]; zones: string[]; count: number }

/** Remarks of one kind together: how many, and the first lines. */
export const groupRemarks = <What extends string>(remarks: readonly Remark<What>[]): RemarkGroup<What>[] =>
  [...Map.groupBy(remarks, ({ what }) => what)].map(([what, all]) => ({
    what,
    lines: all.flatMap(({ line }) => (line > 0 ? [line] : [])).slice(0, LINES_SHOWN),
    zones: [...new Set(all.flatMap(({ zone }) => zone ?? []))],
    count: all.reduce((sum, { count = 1 }) => sum + count, 0),
  }))

const LINES_SHOWN = 10
