import type { Arrow } from './import-diagram.ts'

/** Each cycle of the graph once, as the nodes on the way round; empty when the graph has none. */
export const cyclesIn = (arrows: readonly Arrow[]): string[][] => {
  const next = new Map<string, Set<string>>()
  for (const { from, to } of arrows) if (to !== null) next.set(from, (next.get(from) ?? new Set()).add(to))
  const cycles: string[][] = []
  const done = new Set<string>()
  const visit = (node: string, trail: readonly string[]): void => {
    const start = trail.indexOf(node)
    if (start >= 0) {
      cycles.push([...trail.slice(start), node])
      return
    }
    if (done.has(node)) return
    for (const to of next.get(node) ?? []) visit(to, [...trail, node])
    done.add(node)
  }
  for (const node of [...next.keys()].sort()) visit(node, [])
  return cycles
}
