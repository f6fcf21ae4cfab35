import type { FC } from 'hono/jsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Name } from '#ui/part/name.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import type { AddedLine, ChangedLine, MissingLine } from '../preview.ts'
import type { Refusal, Repair } from '../roster.ts'
import { texts } from '../texts.ts'
import { changeInWords } from './words.ts'

interface TableProps<Line> {
  frame: Frame
  caption: string
  lines: readonly Line[]
}

const Who: FC<{ frame: Frame; who: string | undefined }> = ({ frame, who }) =>
  who ? <Name>{who}</Name> : <>{texts(frame.lang).preview.noName}</>

/** What is refused, why, and what to do about it. */
export const RefusedTable: FC<TableProps<Refusal>> = ({ frame, caption, lines }) => {
  const { preview, refusals, fields } = texts(frame.lang)
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={lines}
      columns={[
        { head: preview.line, number: true, cell: ({ line }) => line },
        { head: preview.person, rowHead: true, cell: ({ who }) => <Who frame={frame} who={who} /> },
        {
          head: preview.wrong,
          cell: ({ code, field, found }) => (
            <Name>{refusals[code].what(field ? fields[field] : '', found === undefined ? '' : ` ${found}`)}</Name>
          ),
        },
        { head: preview.deed, cell: ({ code }) => refusals[code].deed },
      ]}
    />
  )
}

/** What was put right while reading: before and after. */
export const RepairedTable: FC<TableProps<Repair>> = ({ frame, caption, lines }) => {
  const { preview, repairs, fields } = texts(frame.lang)
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={lines}
      columns={[
        { head: preview.line, number: true, cell: ({ line }) => line },
        {
          head: preview.person,
          rowHead: true,
          cell: ({ who, kind }) => (kind === 'file' ? fields.file : <Who frame={frame} who={who} />),
        },
        { head: preview.field, cell: ({ field }) => (field ? fields[field] : '') },
        {
          head: preview.was,
          cell: ({ found }) =>
            found !== undefined && (
              <del>
                <Name>{found}</Name>
              </del>
            ),
        },
        {
          head: preview.becomes,
          cell: ({ becomes }) =>
            becomes !== undefined && (
              <ins>
                <Name>{becomes}</Name>
              </ins>
            ),
        },
        { head: preview.why, cell: ({ code }) => <span class="muted">{repairs[code]}</span> },
      ]}
    />
  )
}

/** Who and what changes, a line per field. */
export const ChangedTable: FC<TableProps<ChangedLine>> = ({ frame, caption, lines }) => {
  const { preview } = texts(frame.lang)
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={lines}
      columns={[
        { head: preview.person, rowHead: true, cell: ({ who }) => <Who frame={frame} who={who} /> },
        { head: preview.field, cell: ({ change }) => changeInWords(frame.lang, change).field },
        {
          head: preview.now,
          cell: ({ change }) => (
            <del>
              <Name>{changeInWords(frame.lang, change).from}</Name>
            </del>
          ),
        },
        {
          head: preview.becomes,
          cell: ({ change }) => (
            <ins>
              <Name>{changeInWords(frame.lang, change).to}</Name>
            </ins>
          ),
        },
      ]}
    />
  )
}

export const AddedTable: FC<TableProps<AddedLine>> = ({ frame, caption, lines }) => {
  const { preview, kindWords, fields } = texts(frame.lang)
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={lines}
      columns={[
        { head: preview.line, number: true, cell: ({ line }) => line },
        { head: preview.person, rowHead: true, cell: ({ who }) => <Who frame={frame} who={who} /> },
        { head: preview.kind, cell: ({ kind }) => kindWords[kind] },
        {
          head: lines[0]?.kind === 'guardians' ? fields.guardianOf : preview.group,
          cell: ({ more }) => more !== null && <Name>{more}</Name>,
        },
      ]}
    />
  )
}

export const MissingTable: FC<TableProps<MissingLine>> = ({ frame, caption, lines }) => {
  const { preview, kindWords } = texts(frame.lang)
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={lines}
      columns={[
        { head: preview.person, rowHead: true, cell: ({ who }) => <Who frame={frame} who={who} /> },
        { head: preview.kind, cell: ({ kind }) => kindWords[kind] },
      ]}
    />
  )
}
