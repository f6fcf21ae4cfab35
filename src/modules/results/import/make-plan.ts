import type { Table } from '#modules/roster/index.ts'
import { oneLine, plainDigits, readDay } from '#platform/http/fields.ts'
import { canWeigh, kindsOf, mostWeight, scalesOf } from '../assessment.ts'
import { longest } from '../forms.ts'
import { readGrade } from '../read-grade.ts'
import type { AssessmentKind, Scale } from '../tables.ts'
import { kindNamed, type Mapping } from './columns.ts'
import type { Defaults, KnownTest, Plan, PlannedTest, Refusal, Situation } from './plan.ts'
import { planResults } from './plan-results.ts'
import { sameText } from './pupil-names.ts'
import { readLines, refusal, type Line } from './read-lines.ts'

/** A line of which is clear what test it is about. Null: the line does not say it. */
export type Judged = {
  line: Line
  subject: string
  title: string
  madeOn: string
  weight: number | null
  kind: AssessmentKind | null
}

/** What reading in this table would do to the group as it is now. It changes nothing and knows no time but the day of the defaults. */
export const makePlan = (table: Table, mapping: Mapping, situation: Situation, defaults: Defaults): Plan => {
  const { lines, refused } = readLines(table, mapping, situation)
  const said = lines.filter(({ grade, words }) => grade !== '' || words !== '')
  const judged = said.map((line) => judge(line, situation, defaults))
  const sound = judged.flatMap((one) => ('code' in one ? [] : [one]))
  const outcomes = [...Map.groupBy(sound, keyOf).values()].map((all) => planTest(all, situation))
  const wrong = [...refused, ...judged.flatMap((one) => ('code' in one ? [one] : []))]
  return {
    tests: outcomes.flatMap(({ test }) => (test === null || test.results.length === 0 ? [] : [test])),
    refused: [...wrong, ...outcomes.flatMap((one) => one.refused)].toSorted((one, other) => one.line - other.line),
    empty: lines.length - said.length + outcomes.reduce((sum, one) => sum + one.empty, 0),
    skipped: mapping.skipped,
  }
}

const keyOf = ({ subject, title, madeOn }: Pick<Judged, 'subject' | 'title' | 'madeOn'>): string =>
  JSON.stringify([sameText(subject), sameText(title), madeOn])

const judge = (line: Line, { stage, first, last }: Situation, defaults: Defaults): Judged | Refusal => {
  const subject = oneLine(line.subject) || defaults.subject
  const title = oneLine(line.test)
  const kind = line.kind === '' ? null : kindNamed(line.kind)
  const madeOn = line.day === '' ? defaults.madeOn : readDay(plainDigits(line.day))
  const weight = line.weight === '' ? null : weightIn(line.weight)
  const wrong = (code: Refusal['code'], found = '', wanted = '') => refusal(line.line, code, found, wanted)
  if (kind === 'exam' || kindNamed(line.dossier) === 'exam') return wrong('exam')
  if (subject === '') return wrong('subjectMissing')
  if (subject.length > longest.subject) return wrong('subjectLong', '', String(longest.subject))
  if (title === '') return wrong('testMissing')
  if (title.length > longest.title) return wrong('testLong', '', String(longest.title))
  if (line.kind !== '' && (kind === null || !kindsOf(stage).includes(kind))) return wrong('kindUnknown', line.kind)
  if (madeOn === null) return wrong('dayWrong', line.day)
  if (madeOn < first || madeOn > last) return wrong('dayFar', line.day)
  if (weight === 'wrong') return wrong('weightWrong', line.weight)
  return { line, subject, title, madeOn, weight, kind }
}

const weightIn = (text: string): number | 'wrong' => {
  const digits = plainDigits(text)
  return /^\d{1,3}$/.test(digits) && Number(digits) <= mostWeight ? Number(digits) : 'wrong'
}

type Outcome = { test: PlannedTest | null; refused: readonly Refusal[]; empty: number }

const planTest = (all: readonly Judged[], situation: Situation): Outcome => {
  const [one] = all
  if (one === undefined) return { test: null, refused: [], empty: 0 }
  const known = situation.tests.filter((test) => keyOf(test) === keyOf(one))
  const open = known.filter(({ dossier, retakeOf }) => dossier === 'progress' && retakeOf === null)
  const code = shutBy(known, open)
  if (code !== null) return { test: null, refused: all.map(({ line }) => refusal(line.line, code)), empty: 0 }
  const there = open[0] ?? null
  const about: About = there === null ? newTest(all, one, situation) : there
  const { fitting, refused } = fittingTo(about, all)
  const planned = planResults(about, fitting, there?.results ?? [])
  const { id, subject, title, kind, scale, weight, madeOn } = about
  const test = { id, subject, title, kind, scale, weight, madeOn, results: planned.results }
  return { test, refused: [...refused, ...planned.refused], empty: planned.empty }
}

/** Why no file changes this test: it is of the exam, made again, or one of several. */
const shutBy = (known: readonly KnownTest[], open: readonly KnownTest[]): 'exam' | 'retake' | 'testsMore' | null => {
  if (open.length > 1) return 'testsMore'
  if (open.length === 1 || known.length === 0) return null
  return known.some(({ dossier }) => dossier === 'exam') ? 'exam' : 'retake'
}

type About = Omit<PlannedTest, 'results'>

/** A test that is not there yet: what its first line says of it holds. */
const newTest = (all: readonly Judged[], one: Judged, { stage }: Situation): About => {
  const kind = all.find((other) => other.kind !== null)?.kind ?? 'written'
  const scale = bestScale(scalesOf(stage, kind), all)
  const weight = canWeigh(scale) ? (all.find((other) => other.weight !== null)?.weight ?? 1) : 0
  return { id: null, subject: one.subject, title: one.title, kind, scale, weight, madeOn: one.madeOn }
}

/** In what most of these are marked; the usual one of the stage where that is not to be seen. */
const bestScale = (scales: readonly Scale[], all: readonly Judged[]): Scale => {
  const readable = (scale: Scale): number => all.filter(({ line }) => readGrade(scale, line.grade) !== null).length
  return scales.reduce((best, scale) => (readable(scale) > readable(best) ? scale : best))
}

/** The lines that say of the test what is so. What a level would weigh is left out. */
const fittingTo = ({ kind, scale, weight }: About, all: readonly Judged[]) => {
  const refused: Refusal[] = []
  const fitting = all.filter(({ line, ...says }) => {
    const otherWeight = says.weight !== null && canWeigh(scale) && says.weight !== weight
    if (otherWeight) refused.push(refusal(line.line, 'otherWeight', line.weight, String(weight)))
    else if (says.kind !== null && says.kind !== kind) refused.push(refusal(line.line, 'otherKind', line.kind))
    else return true
    return false
  })
  return { fitting, refused }
}
