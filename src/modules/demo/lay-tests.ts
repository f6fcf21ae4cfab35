import { addAssessment, enterResults, markKnown, type Entry, type NewTest } from '#modules/results/index.ts'
import { findPeriods } from '#modules/reports/index.ts'
import type { Stage } from '#modules/school/index.ts'
import { dayAfter, isOpen } from '#modules/today/index.ts'
import { asOperator } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { findClosures, findLaid, findResults } from './queries.ts'
import type { Db, DemoTables } from './steps.ts'

/** What one pupil got; nothing for who has no result of it. */
export type Got = Pick<Entry, 'tenths' | 'mark' | 'words'>

export type PlannedTest = Pick<NewTest, 'title' | 'kind' | 'scale' | 'weight'> & {
  dossier?: NewTest['dossier']
  /** How many school days ago it was made; 0 is the last one before today. */
  made: number
  /** How many school days ago it was entered; today when nobody knows it yet. */
  entered: number | 'today'
  /** The title of the test of this subject that it is made again for. */
  again?: string
  retakable?: boolean
  /** In primary education: how many school days ago the children were told, and how many of a hundred. */
  told?: { ago: number; percent: number }
  got: (pupil: string) => Got | null
}

/** The tests of one subject in one class, by who gives it. */
export type Series = {
  stage: Stage
  class: string
  group: string
  subject: string
  by: string
  /** Keys of the files with who they are. */
  pupils: readonly (readonly [key: string, person: string])[]
  tests: readonly PlannedTest[]
}

/** As far back as a term goes, in school days, and the days that hold so many of them with any holiday between. */
export const term = 56
const reach = 200

/** The school days before today, the newest first. */
export const findTerm = (db: Db, school: string): Promise<string[]> =>
  asOperator(db, school, async (tx) => {
    const { calendar } = await findClosures(tx, school, reach)
    const days = Array.from({ length: reach }, (_, at) => dayAfter(calendar.today, -1 - at))
    return days.filter((day) => isOpen(calendar, school, day)).slice(0, term)
  })

/** Lays each series whole or not at all, in the name of the teacher and at its moments, and none that is there. */
export const laySeries = async (
  db: Db,
  { school, year }: { school: string; year: string },
  series: readonly Series[],
): Promise<void> => {
  const known = await asOperator(db, school, (tx) => findLaid(tx, school))
  const wanted = series.filter((one) => !known.has(onceOf(year, one, 0)))
  if (wanted.length === 0) return
  const days = await findTerm(db, school)
  for (const one of wanted) await asOperator(db, school, (tx) => layOne(tx, { school, year, days }, one))
}

type Place = { school: string; year: string; days: readonly string[] }

/** Of the year too: its groups are others. */
const onceOf = (year: string, { class: name, subject }: Pick<Series, 'class' | 'subject'>, at: number): string =>
  `demo-${year}-${name}-${subject}-${at}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

const layOne = async (tx: Tx<DemoTables>, { school, year, days }: Place, series: Series): Promise<void> => {
  const { stage, group, subject, by } = series
  const doer = { hat: 'operator', school } as const
  const periods = await findPeriods(tx, school, stage)
  const laid = new Map<string, string>()
  for (const [place, { got, made, entered, again, told, retakable = false, ...planned }] of series.tests.entries()) {
    const madeOn = days[made]
    const enteredOn = entered === 'today' ? undefined : days[entered]
    if (madeOn === undefined || (entered !== 'today' && enteredOn === undefined)) continue
    const period = periods.find(({ startsOn, endsOn }) => startsOn <= madeOn && madeOn <= endsOn)?.id ?? null
    const { title, kind, scale, weight, dossier = 'progress' } = planned
    const retakeOf = again === undefined ? null : (laid.get(again) ?? null)
    const test = {
      school,
      group,
      stage,
      subject,
      title,
      kind,
      scale,
      weight,
      dossier,
      period,
      madeOn,
      retakable,
      retakeOf,
    }
    const id = await addAssessment(tx, doer, { ...test, by, once: onceOf(year, series, place) })
    laid.set(title, id)
    const entries = series.pupils.flatMap(([key, pupil]) => {
      const result = got(key)
      return result === null ? [] : [{ pupil, ...result, was: null }]
    })
    const at = enteredOn === undefined ? undefined : momentOn(enteredOn, place)
    const crossed = await enterResults(tx, doer, { ...test, id }, { entries, by, at })
    if (crossed !== null) throw new Error(`results of the demo were there: ${subject}, ${title}`)
    if (told !== undefined) await tellChildren(tx, { ...test, id }, { by, told, days })
  }
}

/** In the afternoon, and not all at once. */
const momentOn = (day: string, place: number): string => `${day} 15:${10 + ((place * 7) % 50)}:00 Europe/Amsterdam`

const tellChildren = async (
  tx: Tx<DemoTables>,
  test: Pick<NewTest, 'school' | 'stage'> & { id: string },
  { by, told, days }: { by: string; told: { ago: number; percent: number }; days: readonly string[] },
): Promise<void> => {
  const results = await findResults(tx, test.school, test.id)
  const some = results.slice(0, Math.ceil((results.length * told.percent) / 100))
  const at = `${days[told.ago]} 14:00:00 Europe/Amsterdam`
  await markKnown(tx, { hat: 'operator', school: test.school }, test, { results: some, by, at })
}
