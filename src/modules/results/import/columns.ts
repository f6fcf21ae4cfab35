// What the columns of a file of results are called, and which of its two forms the file has.
import { headerKey } from '#modules/roster/index.ts'
import type { AssessmentKind } from '../tables.ts'

export type Field =
  | 'pupil'
  | 'key'
  | 'first'
  | 'prefix'
  | 'last'
  | 'subject'
  | 'test'
  | 'weight'
  | 'day'
  | 'kind'
  | 'dossier'
  | 'grade'
  | 'words'

const names: Readonly<Record<Field, readonly string[]>> = {
  pupil: ['leerling', 'naam', 'naamleerling', 'leerlingnaam', 'pupil', 'student', 'name'],
  key: ['leerlingnummer', 'leerlingnr', 'leerlingid', 'stamnummer', 'pupilkey', 'pupilnumber', 'studentnumber'],
  first: ['roepnaam', 'voornaam', 'firstname'],
  prefix: ['tussenvoegsel', 'tussenvoegsels', 'tv', 'prefix'],
  last: ['achternaam', 'lastname', 'surname'],
  subject: ['vak', 'subject'],
  test: ['toets', 'toetsnaam', 'titel', 'omschrijving', 'test', 'title'],
  weight: ['weging', 'weegfactor', 'wegingsfactor', 'weight'],
  day: ['datum', 'dag', 'date', 'day'],
  kind: ['soort', 'toetssoort', 'kind', 'type'],
  dossier: ['dossier'],
  grade: ['cijfer', 'resultaat', 'beoordeling', 'grade', 'result', 'mark'],
  words: ['opmerking', 'opmerkingen', 'toelichting', 'comment', 'remark'],
}

/** Columns of class lists that say nothing about a result. */
const besides = new Set(['klas', 'groep', 'stamklas', 'stamgroep', 'leerjaar', 'nr', 'class', 'group', 'year'])

/** A column of a class list that holds one test. */
export type TestColumn = { at: number; title: string }

/**
 * `tests` is null for a file with a line for each result, and holds the columns of a class list. `skipped` are headers that are
 * not read.
 */
export type Mapping = {
  at: ReadonlyMap<Field, number>
  tests: readonly TestColumn[] | null
  skipped: readonly string[]
}

/** @returns the columns, or null when no results can be in them: no pupil, or no test */
export const mapColumns = (header: readonly string[]): Mapping | null => {
  const keys = header.map(headerKey)
  const at = new Map<Field, number>()
  for (const field of fields) {
    const found = names[field].map((word) => keys.indexOf(word)).find((one) => one >= 0)
    if (found !== undefined) at.set(field, found)
  }
  const others = header.flatMap((title, column) =>
    keys[column] === '' || [...at.values()].includes(column) ? [] : [{ at: column, title, key: keys[column] ?? '' }],
  )
  const named = at.has('pupil') || at.has('key') || at.has('last')
  if (at.has('test') && (at.has('grade') || at.has('words')))
    return named ? { at, tests: null, skipped: others.map(({ title }) => title) } : null
  if (at.has('test') || at.has('grade')) return null
  return asClassList(at, named, others)
}

const asClassList = (
  at: Map<Field, number>,
  named: boolean,
  others: readonly (TestColumn & { key: string })[],
): Mapping | null => {
  const columns = others.filter((one) => !(besides.has(one.key) && (named || one.at > 0)))
  const [first] = columns
  const tests = named ? columns : columns.slice(1)
  if (first === undefined || tests.length === 0) return null
  if (!named) at.set('pupil', first.at)
  // One remark cannot be about several tests.
  const remarks = tests.length > 1 && at.delete('words')
  const skipped = others.filter((one) => !columns.includes(one)).map(({ title }) => title)
  return { at, tests, skipped: remarks ? [...skipped, 'opmerking'] : skipped }
}

const fields = Object.keys(names).filter((name): name is Field => name in names)

const kinds: Readonly<Record<AssessmentKind | 'exam', readonly string[]>> = {
  written: ['schriftelijk', 'schriftelijketoets', 'toets', 'proefwerk', 'pw', 'so', 'repetitie', 'written', 'test'],
  oral: ['mondeling', 'mondelingetoets', 'spreekbeurt', 'oral'],
  practical: ['praktischeopdracht', 'po', 'practicum', 'practical'],
  assignment: ['verslag', 'werkstuk', 'verslagofwerkstuk', 'opdracht', 'assignment'],
  listening: ['luistertoets', 'listening'],
  reading: ['leestoets', 'reading'],
  cito: ['cito', 'toetsmeteenniveau'],
  observation: ['observatie', 'watdeleraarziet', 'observation'],
  exam: ['examen', 'examendossier', 'schoolexamen', 'examentoets', 'se', 'pta', 'ce', 'exam'],
}

/** The kind that a text names; 'exam' for what belongs to the exam dossier; null when it names none. */
export const kindNamed = (text: string): AssessmentKind | 'exam' | null => {
  const key = headerKey(text)
  const all: readonly (AssessmentKind | 'exam')[] = [
    'written',
    'oral',
    'practical',
    'assignment',
    'listening',
    'reading',
    'cito',
    'observation',
    'exam',
  ]
  return all.find((kind) => kinds[kind].includes(key)) ?? null
}
