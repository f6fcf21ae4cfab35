import type { Table, TableRow } from '#modules/roster/index.ts'
import type { Field, Mapping } from './columns.ts'
import { pupilNames, type Nameable } from './pupil-names.ts'
import type { Refusal, RefusalCode, Situation } from './plan.ts'

/** One result as a file says it, of a pupil that is known. What is not there is empty. */
export type Line = {
  line: number
  pupil: Nameable
  subject: string
  test: string
  weight: string
  day: string
  kind: string
  dossier: string
  grade: string
  words: string
}

export const refusal = (line: number, code: RefusalCode, found = '', wanted = ''): Refusal => ({
  line,
  code,
  found: found.slice(0, 80),
  wanted,
  scale: null,
})

type Cells = (field: Field) => string

/** The results in a table, a line for each or a column for each test, and the lines of which nobody knows whose they are. */
export const readLines = (
  { rows }: Table,
  mapping: Mapping,
  { pupils }: Situation,
): { lines: Line[]; refused: Refusal[] } => {
  const names = pupilNames(pupils)
  const lines: Line[] = []
  const refused: Refusal[] = []
  for (const row of rows) {
    const cells = row.cells === null ? null : whole(row.cells, mapping)
    if (cells === null) refused.push(refusal(row.line, row.cells === null ? 'ragged' : 'tooLong'))
    else {
      const whose = whoseIs(cells, names)
      if ('code' in whose) refused.push(refusal(row.line, whose.code, whose.found))
      else lines.push(...linesOf({ row, mapping, pupil: whose }, cells))
    }
  }
  return { lines, refused }
}

/** The cells that are read; null when one of them is longer than any text can be. */
const whole = (cells: NonNullable<TableRow['cells']>, { at, tests }: Mapping): Cells | null => {
  const read = [...at.values(), ...(tests ?? []).map((test) => test.at)]
  if (read.some((column) => cells[column] === null)) return null
  return (field) => cells[at.get(field) ?? -1] ?? ''
}

const whoseIs = (
  cells: Cells,
  names: ReturnType<typeof pupilNames>,
): Nameable | { code: RefusalCode; found: string } => {
  const key = cells('key')
  const name =
    cells('pupil') || [cells('first'), cells('prefix'), cells('last')].filter((part) => part !== '').join(' ')
  if (key === '' && name === '') return { code: 'pupilMissing', found: '' }
  const byKey = names.byKey(key === '' ? name : key)
  const found = key === '' && byKey.is === 'none' ? names.byName(name) : byKey
  if (found.is === 'one') return found.pupil
  return { code: found.is === 'none' ? 'pupilUnknown' : 'pupilsMore', found: key === '' ? name : key }
}

const linesOf = (
  { row, mapping, pupil }: { row: TableRow; mapping: Mapping; pupil: Nameable },
  cells: Cells,
): Line[] => {
  const shared = {
    line: row.line,
    pupil,
    subject: cells('subject'),
    weight: cells('weight'),
    day: cells('day'),
    kind: cells('kind'),
    dossier: cells('dossier'),
    words: cells('words'),
  }
  if (mapping.tests === null) return [{ ...shared, test: cells('test'), grade: cells('grade') }]
  return mapping.tests.map(({ at, title }) => ({ ...shared, test: title, grade: row.cells?.[at] ?? '' }))
}
