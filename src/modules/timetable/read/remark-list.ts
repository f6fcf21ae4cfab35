import { LIMITS, type Remark } from './calendar.ts'

/** Lists the first remarks; counts the rest in one last line per kind. */
export function remarkList<What>() {
  const listed: Remark<What>[] = []
  const beyond = new Map<What, number>()
  const add = (what: What, line: number, more: Pick<Remark<What>, 'zone' | 'count'> = {}): void => {
    if (listed.length < LIMITS.remarks) listed.push({ line, what, ...more })
    else beyond.set(what, (beyond.get(what) ?? 0) + 1)
  }
  const list = (): Remark<What>[] => [...listed, ...[...beyond].map(([what, count]) => ({ line: 0, what, count }))]
  return { add, list }
}
