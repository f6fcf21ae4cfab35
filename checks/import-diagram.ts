import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sin } from './sins.ts'

/** Module `from` imports module `to`; `to` null only says that `from` exists. */
export type Arrow = { readonly from: string; readonly to: string | null }

const begin = '<!-- import-map: begin -->'
const end = '<!-- import-map: end -->'

/** The modules and their arrows as a mermaid diagram, always in the same order. */
export const diagram = (arrows: readonly Arrow[]): string => {
  const real = arrows.filter((arrow) => arrow.to !== null)
  const joined = new Set(real.flatMap(({ from, to }) => [from, to]))
  const lonely = new Set(arrows.filter(({ from }) => !joined.has(from)).map(({ from }) => `  ${from}`))
  const drawn = new Set(real.map(({ from, to }) => `  ${from} --> ${to}`))
  return ['```mermaid', 'flowchart LR', ...[...lonely].sort(), ...[...drawn].sort(), '```'].join('\n')
}

const page = (root: string): string => join(root, 'ARCHITECTURE.md')

const inserted = (text: string, arrows: readonly Arrow[]): string | null => {
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  return from < 0 || to < from ? null : `${text.slice(0, from + begin.length)}\n${diagram(arrows)}\n${text.slice(to)}`
}

/** A sin when ARCHITECTURE.md lacks the markers or shows another graph than the code has. */
export const staleDiagram = (root: string, arrows: readonly Arrow[]): Sin[] => {
  const text = existsSync(page(root)) ? readFileSync(page(root), 'utf8') : ''
  const wanted = inserted(text, arrows)
  if (wanted === null) return [{ where: 'ARCHITECTURE.md', says: 'has no place for the import diagram' }]
  return wanted === text
    ? []
    : [{ where: 'ARCHITECTURE.md', says: 'shows an old import diagram; run node checks/import-map.ts --write' }]
}

/** Puts the graph of today between the markers of ARCHITECTURE.md. */
export const writeDiagram = (root: string, arrows: readonly Arrow[]): void => {
  const wanted = inserted(readFileSync(page(root), 'utf8'), arrows)
  if (wanted !== null) writeFileSync(page(root), wanted)
}
