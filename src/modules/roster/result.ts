import type { Lang } from '#platform/i18n/lang.ts'
import type { Decision } from './decide.ts'
import { noCounts, type Counts, type Fault, type Field, type Format, type Refusal, type Repair } from './roster.ts'
import { texts } from './texts.ts'

/** What an import did, or would do: the JSON of the command line. It names lines and fields, never people. */
export type ImportResult = {
  format: Format
  file: string
  school: string
  dryRun: boolean
  added: Counts
  changed: Counts
  unchanged: Counts
  missing: Counts
  ended: Counts
  skippedFields: string[]
  repairs: { line: number; what: string }[]
  refusals: { line: number; what: string }[]
}

export type ResultHead = Pick<ImportResult, 'format' | 'file' | 'school' | 'dryRun'>

type Said = { line: number; what: string }

const tellRepairs = (lang: Lang, repairs: readonly Repair[]): Said[] =>
  repairs.map(({ line, code, field }) => ({ line, what: tell(lang, field, texts(lang).repairs[code]) }))

const tellRefusals = (lang: Lang, refusals: readonly Refusal[]): Said[] =>
  refusals.map(({ line, code, field }) => ({
    line,
    what: texts(lang).refusals[code].what(field ? texts(lang).fields[field] : '', ''),
  }))

const tell = (lang: Lang, field: Field | undefined, words: string): string =>
  field ? `${texts(lang).fields[field]}: ${words}` : words

export const resultOf = (
  head: ResultHead,
  decision: Decision,
  ended: Counts,
  skippedFields: string[],
  lang: Lang,
): ImportResult => {
  const { added, changed, unchanged, missing } = decision
  return {
    ...head,
    added,
    changed,
    unchanged,
    missing,
    ended,
    skippedFields,
    repairs: tellRepairs(lang, decision.diff.repairs),
    refusals: tellRefusals(lang, decision.refusals),
  }
}

/** The same shape for a file that is refused whole: nothing counted, the reason among the refusals. */
export const refusedResult = (
  head: ResultHead,
  fault: Fault,
  lang: Lang,
  refusals: readonly Refusal[] = [],
): ImportResult => ({
  ...head,
  added: noCounts(),
  changed: noCounts(),
  unchanged: noCounts(),
  missing: noCounts(),
  ended: noCounts(),
  skippedFields: [],
  repairs: [],
  refusals: [...tellRefusals(lang, refusals), { line: fault.line ?? 0, what: texts(lang).fault(fault) }],
})
