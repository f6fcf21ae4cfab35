import { averageOf, countedOf, roundingOf, type Rounding } from './average.ts'
import type { AssessmentKind, Dossier, Scale } from './tables.ts'

/** A version of a result that the reader may know, with its test. */
export type KnownRow = {
  id: string
  pupil: string
  test: string
  subject: string
  title: string
  kind: AssessmentKind
  scale: Scale
  dossier: Dossier
  weight: number
  madeOn: string
  period: string | null
  retakeOf: string | null
  tenths: number | null
  mark: string | null
  words: string | null
  by: string | null
  enteredAt: Date
  /** For the pupil who reads: whether home knows, and else from when. */
  atHome: boolean
  homeDue: Date | null
}

/** A result as the reader knows it now, with what it was before as far as that was seen. */
export type Known = KnownRow & { before: readonly KnownRow[]; retakes: readonly Known[] }

/** One subject of one pupil in one dossier. */
export type SubjectResults = {
  subject: string
  dossier: Dossier
  results: readonly Known[]
  /** In tenths; null when nothing counts or averages are not shown. */
  average: number | null
}

/** A subject is the same however it is written. */
const subjectKey = (subject: string): string => subject.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Of each test of each pupil the newest version that is known; retakes under the test they are of. In the order of the rows. */
export const knownOf = (rows: readonly KnownRow[]): Known[] => {
  const byTest = Map.groupBy(rows, ({ pupil, test }) => `${pupil} ${test}`)
  const newest = [...byTest.values()].flatMap((versions) => {
    const inTime = versions.toSorted((one, other) => one.enteredAt.getTime() - other.enteredAt.getTime())
    const last = inTime.at(-1)
    return last === undefined ? [] : [{ ...last, before: inTime.slice(0, -1) }]
  })
  const retakesOf = Map.groupBy(newest, ({ pupil, retakeOf }) => `${pupil} ${retakeOf ?? ''}`)
  return newest.map((one) => ({
    ...one,
    retakes: (retakesOf.get(`${one.pupil} ${one.test}`) ?? []).map((retake) => ({ ...retake, retakes: [] })),
  }))
}

/** By subject and dossier, in the order of the alphabet; the newest test last. @param showsAverage whether that was agreed */
export const subjectsOf = (
  known: readonly Known[],
  rounding: Rounding,
  showsAverage: (subject: string) => boolean = () => true,
): SubjectResults[] => {
  const order = new Intl.Collator('nl')
  return [...Map.groupBy(known, ({ subject, dossier }) => `${dossier} ${subjectKey(subject)}`).values()]
    .flatMap((results) => {
      const [first] = results
      if (first === undefined) return []
      const { subject, dossier } = first
      const average = showsAverage(subject) ? averageOf(countedOf(results), roundingOf(dossier, rounding)) : null
      return [{ subject, dossier, average, results: results.toSorted(byDay) }]
    })
    .toSorted((one, other) => order.compare(one.subject, other.subject) || other.dossier.localeCompare(one.dossier))
}

const byDay = (one: Known, other: Known): number =>
  one.madeOn < other.madeOn ? -1 : one.madeOn > other.madeOn ? 1 : one.test < other.test ? -1 : 1
