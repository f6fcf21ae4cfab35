import { sql } from 'kysely'
import { addEvent, type CalendarView, type EventPlan } from '#modules/calendar/index.ts'
import { keepOwnHoliday, schoolYearAround, firstYearOf, type SchoolTables } from '#modules/school/index.ts'
import { dayAfter, nextSchoolDay, type Calendar } from '#modules/today/index.ts'
import { keepHours, type NoteTables } from '#modules/notes/index.ts'
import type { Tx } from '#platform/db/types.ts'

export type Plan = Omit<EventPlan, 'startsOn' | 'endsOn' | 'audience'> & { after: number; groups?: readonly string[] }

const untimed = { startsTime: null, endsTime: null, line: null }
const at = (startsTime: string, endsTime: string, line: string) => ({ startsTime, endsTime, line })

/** What happens soon, each on the first school day after so many days. */
const ofKlimboom: readonly Plan[] = [
  {
    after: 1,
    kind: 'trip',
    name: 'Naar het museum',
    ...at('09:00', '14:00', 'Neem een lunch mee.'),
    groups: ['kb-4b'],
  },
  { after: 6, kind: 'parents', name: null, ...at('19:30', '21:00', 'In de aula.') },
  { after: 12, kind: 'report', name: null, ...untimed },
  {
    after: 20,
    kind: 'sports',
    name: null,
    ...at('08:30', '14:00', 'Trek sportkleren aan.'),
    groups: ['kb-56', 'kb-7a', 'kb-8a'],
  },
]

type Place = {
  school: string
  calendar: Calendar
  groups: ReadonlyMap<string, string>
  plans?: readonly Plan[]
}

/** Puts something in the calendar of the coming weeks, when nothing is in it any more. */
export const addSchoolEvents = async (
  tx: Tx<CalendarView>,
  { school, calendar, groups, plans = ofKlimboom }: Place,
): Promise<void> => {
  const coming = await tx
    .selectFrom('calendar_event')
    .select('id')
    .where('school_id', '=', school)
    .where('ends_on', '>', calendar.today)
    .limit(1)
    .executeTakeFirst()
  if (coming !== undefined) return
  for (const { after, groups: keys, ...plan } of plans) {
    const day = nextSchoolDay(calendar, school, dayAfter(calendar.today, after))
    if (day === null) continue
    const ids = keys?.flatMap((key) => groups.get(key) ?? [])
    const audience: EventPlan['audience'] = ids === undefined ? { whom: 'school' } : { whom: 'groups', groups: ids }
    await addEvent(tx, { hat: 'operator', school }, { school, ...plan, startsOn: day, endsOn: day, audience })
  }
}

/** The school takes a second week in May, where the national dates of this school year are known. */
export const lengthenMay = async (tx: Tx<SchoolTables>, school: string, today: string): Promise<void> => {
  const { startsOn, endsOn } = schoolYearAround(today)
  const may = await tx
    .selectFrom('holiday')
    .innerJoin('school', 'school.region', 'holiday.region')
    .select(['holiday.starts_on as startsOn', sql<string>`holiday.ends_on + 7`.as('endsOn')])
    .where('school.id', '=', school)
    .where('holiday.kind', '=', 'mei')
    .where('holiday.starts_on', '>=', startsOn)
    .where('holiday.starts_on', '<=', endsOn)
    .executeTakeFirst()
  const kept = await tx.selectFrom('own_holiday').select('kind').where('school_id', '=', school).executeTakeFirst()
  if (may === undefined || kept !== undefined) return
  const holiday = { kind: 'mei', firstYear: firstYearOf(today) } as const
  await keepOwnHoliday(tx, { hat: 'operator', school }, { school, holiday, days: may })
}

/** Until when the school takes messages for a child, and a number that nobody has. */
export const keepNoteHours = async (tx: Tx<NoteTables>, school: string): Promise<void> => {
  const kept = await tx
    .selectFrom('child_note_hours')
    .select('phone')
    .where('school_id', '=', school)
    .executeTakeFirst()
  if (kept !== undefined) return
  await keepHours(tx, { hat: 'operator', school }, { school, until: '14:00', phone: '030 000 00 00' })
}
