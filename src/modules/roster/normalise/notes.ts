import { mostRepairs, type Caps } from '../read/caps.ts'
import { ReadFault } from '../read/fault.ts'
import type { Refusal, Repair } from '../roster.ts'

/** Where the remarks of a whole file gather. */
export type Notes = {
  /** Counts one row of the file. @throws ReadFault when there are too many */
  row(): void
  repair(repair: Repair): void
  /** @throws ReadFault when so many rows are wrong that the file is */
  refuse(refusal: Refusal): void
  all(): { repairs: Repair[]; refusals: Refusal[] }
}

const byLine = (one: { line: number }, other: { line: number }): number => one.line - other.line

export const openNotes = (caps: Pick<Caps, 'rows' | 'refusals'>): Notes => {
  const repairs: Repair[] = []
  const refusals: Refusal[] = []
  let [rows, more] = [0, 0]
  return {
    row: () => {
      rows += 1
      if (rows > caps.rows) throw new ReadFault({ code: 'tooManyRows', wanted: String(caps.rows) })
    },
    repair: (repair) => {
      if (repairs.length < mostRepairs) repairs.push(repair)
      else more += 1
    },
    refuse: (refusal) => {
      refusals.push(refusal)
      if (refusals.length > caps.refusals) throw new ReadFault({ code: 'tooManyWrong', wanted: String(caps.refusals) })
    },
    all: () => ({
      repairs: [
        ...repairs.toSorted(byLine),
        ...(more === 0
          ? []
          : [{ line: 0, kind: 'file', code: 'more', field: 'file', found: String(more) } satisfies Repair]),
      ],
      refusals: refusals.toSorted(byLine),
    }),
  }
}
