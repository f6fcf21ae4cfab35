import { addPeriod, findPeriods } from '#modules/reports/index.ts'
import { firstYearOf, type Stage } from '#modules/school/index.ts'
import { dayAfter, nextSchoolDay } from '#modules/today/index.ts'
import { asOperator } from '#platform/db/context.ts'
import { findClosures } from './queries.ts'
import type { Step } from './steps.ts'

/** A period by its days in a school year, 'MM-DD'; the report comes on the first school day from that one. */
type Plan = { name: string; startsOn: string; endsOn: string; reportFrom: string }

export const periodsOfKlimboom: readonly Plan[] = [
  { name: 'Eerste rapport', startsOn: '09-01', endsOn: '11-06', reportFrom: '11-12' },
  { name: 'Tweede rapport', startsOn: '11-07', endsOn: '03-05', reportFrom: '03-11' },
  { name: 'Derde rapport', startsOn: '03-06', endsOn: '07-09', reportFrom: '06-24' },
]

export const periodsOfOverkant: readonly Plan[] = [
  { name: 'Periode 1', startsOn: '09-01', endsOn: '11-06', reportFrom: '11-13' },
  { name: 'Periode 2', startsOn: '11-07', endsOn: '01-22', reportFrom: '01-29' },
  { name: 'Periode 3', startsOn: '01-23', endsOn: '04-02', reportFrom: '04-09' },
  { name: 'Periode 4', startsOn: '04-03', endsOn: '07-09', reportFrom: '07-02' },
]

/** The periods of this school year, where there are none in it yet. */
export const setPeriods =
  (stage: Stage, plans: readonly Plan[]): Step =>
  (db, { school, today }) =>
    asOperator(db, school, async (tx) => {
      const year = firstYearOf(today)
      const known = await findPeriods(tx, school, stage)
      if (known.some(({ startsOn }) => firstYearOf(startsOn) === year)) return
      const { calendar } = await findClosures(tx, school)
      const dayOf = (day: string): string => `${day >= '08' ? year : year + 1}-${day}`
      for (const { name, startsOn, endsOn, reportFrom } of plans) {
        const reportOn = nextSchoolDay(calendar, school, dayAfter(dayOf(reportFrom), -1)) ?? dayOf(reportFrom)
        const plan = { name, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn), reportOn, reportAt: '15:00' }
        const refusal = await addPeriod(tx, { hat: 'operator', school }, { school, stage, ...plan })
        if (refusal !== null) throw new Error(`a period of the demo was refused: ${refusal.why}`)
      }
    })
