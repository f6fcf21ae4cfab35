import type { Child } from 'hono/jsx'
import { useTexts } from '../layout/language.ts'

export interface Column<Row> {
  head: Child
  /** Numbers stand at the end of the line, digits under each other. */
  number?: boolean | undefined
  /** This cell names the row. One column of a table. */
  rowHead?: boolean | undefined
  cell: (row: Row) => Child
  /** Shown there alone. On paper a column without words is a box to tick. */
  on?: 'screen' | 'paper' | undefined
}

export interface DataTableProps<Row> {
  /** What the table holds; also names the region that scrolls. */
  caption: string
  /** A heading above already says it. */
  captionHidden?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
}

/** A table in a card that scrolls sideways by itself on a narrow screen, by keyboard too. */
export const DataTable = <Row,>({ caption, captionHidden, columns, rows }: DataTableProps<Row>) => (
  <div class="sheet scroll" tabindex={0} role="region" aria-label={useTexts().table(caption)}>
    <table class="table">
      <caption class={captionHidden ? 'vh' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={classOf(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>{columns.map((column) => cellOf(column, row))}</tr>
        ))}
      </tbody>
    </table>
  </div>
)

const cellOf = <Row,>(column: Column<Row>, row: Row) => {
  const kind = classOf(column)
  if (column.rowHead)
    return (
      <th scope="row" class={kind}>
        {column.cell(row)}
      </th>
    )
  return <td class={kind}>{column.cell(row)}</td>
}

const classOf = <Row,>({ number, on }: Column<Row>): string | undefined => {
  const place = on === undefined ? undefined : on === 'screen' ? 'no-print' : 'only-print tick'
  return [number ? 'n' : undefined, place].filter(Boolean).join(' ') || undefined
}
