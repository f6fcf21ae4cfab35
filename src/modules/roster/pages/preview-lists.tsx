import type { Child, FC } from 'hono/jsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Section } from '#ui/part/section.tsx'
import { countsOf } from '../diff/diff.ts'
import { total } from '../import-counts.ts'
import { paths, type PreviewPart } from '../paths.ts'
import { addedLines, changedLines, missingLines, type Preview } from '../preview.ts'
import { texts } from '../texts.ts'
import { AddedTable, ChangedTable, MissingTable, RefusedTable, RepairedTable } from './preview-tables.tsx'
import { countsInWords } from './words.ts'

/** How many lines the preview shows of a list before it leads to the whole of it. */
const shown = 50

export type PreviewList = { title: string; size: number; table: (from: number, count: number) => Child }

/** Each list of a preview: its heading, how long it is, and a stretch of it as a table. */
export const listOf = (frame: Frame, { diff, decision }: Preview, part: PreviewPart): PreviewList => {
  const words = texts(frame.lang).preview
  const slice = <Line,>(lines: readonly Line[], from: number, count: number) => lines.slice(from, from + count)
  const make = <Line,>(
    title: string,
    lines: readonly Line[],
    Table: FC<{ frame: Frame; caption: string; lines: readonly Line[] }>,
  ): PreviewList => ({
    title,
    size: lines.length,
    table: (from, count) => <Table frame={frame} caption={title} lines={slice(lines, from, count)} />,
  })
  switch (part) {
    case 'nieuw':
      return make(words.addedTitle(countsInWords(frame.lang, countsOf(diff, 'added'))), addedLines(diff), AddedTable)
    case 'gewijzigd':
      return make(
        words.changedTitle(countsInWords(frame.lang, countsOf(diff, 'changed'))),
        changedLines(diff),
        ChangedTable,
      )
    case 'weg':
      return make(
        words.missingTitle(countsInWords(frame.lang, countsOf(diff, 'missing'))),
        missingLines(diff),
        MissingTable,
      )
    case 'hersteld':
      return make(words.repairedTitle(diff.repairs.length), diff.repairs, RepairedTable)
    case 'geweigerd':
      return make(words.refusedTitle(decision.refusals.length), decision.refusals, RefusedTable)
  }
}

/** One list as a section of the preview, its first fifty lines; nothing when it is empty. */
export const ListSection: FC<{
  frame: Frame
  preview: Preview
  part: PreviewPart
  /** What stands in it takes the place of the table. */
  instead?: boolean
  children?: Child
}> = (props) => {
  const { frame, preview, part } = props
  const list = listOf(frame, preview, part)
  if (list.size === 0) return null
  const words = texts(frame.lang).preview
  const whole = list.size > shown && (
    <a class="link-row" href={paths.part(preview.id, part)}>
      {words.all(list.size)}
    </a>
  )
  return (
    <Section id={part} title={list.title} deed={whole}>
      {part === 'geweigerd' && <p class="muted">{words.refusedLine(preview.accepted)}</p>}
      {props.instead !== true && list.table(0, shown)}
      {props.children}
    </Section>
  )
}

export const changed = ({ decision }: Preview): number => total(decision.added) + total(decision.changed)
