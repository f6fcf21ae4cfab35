import type { Kysely } from 'kysely'
import type { StaffRole } from '#platform/access/actor.ts'
import type { AccountTables } from '#modules/accounts/index.ts'
import type { AgreementTables } from '#modules/agreements/index.ts'
import type { AnnouncementTables } from '#modules/announcements/index.ts'
import type { CalendarTables } from '#modules/calendar/index.ts'
import type { NoteTables } from '#modules/notes/index.ts'
import type { LetterTables } from '#modules/letters/index.ts'
import type { FileTables } from '#modules/files/index.ts'
import type { ShowingTables } from '#modules/showings/index.ts'
import type { SightTables } from '#modules/sight/index.ts'
import type { HomeworkTables } from '#modules/homework/index.ts'
import { changeContact, grantFunction, grantRole, type Contact } from '#modules/people/index.ts'
import type { ReportTables } from '#modules/reports/index.ts'
import type { ResultTables } from '#modules/results/index.ts'
import { importRoster, type Format, type ImportTables } from '#modules/roster/index.ts'
import { addDayOff } from '#modules/school/index.ts'
import type { TimetableTables } from '#modules/timetable/index.ts'
import { dayAfter } from '#modules/today/index.ts'
import { asOperator } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { LedgerTables } from '#platform/ledger/tables.ts'
import type { Parent } from './cast.ts'
import { planDaysOff } from './days-off.ts'
import type { DemoSchool, SchoolKey } from './demo-school.ts'
import { openAccounts } from './open-accounts.ts'
import type { Passwords } from './passwords.ts'
import { findPeople, personOf, type PeopleNow } from './people-now.ts'
import type { Known } from './personas.ts'
import { findClosures, loaded } from './queries.ts'

export type DemoTables = ImportTables &
  AccountTables &
  TimetableTables &
  HomeworkTables &
  CalendarTables &
  NoteTables &
  AnnouncementTables &
  FileTables &
  ShowingTables &
  SightTables &
  LetterTables &
  AgreementTables &
  ReportTables &
  ResultTables &
  LedgerTables
export type Db = Kysely<DemoTables>

/** What every step knows: the school by id and key, the day, the label of its school year. */
export type Loading = { school: string; key: SchoolKey; today: string; year: string; passwords: Passwords }

/** Is done whole or not at all, and finds out by itself what is done already. */
export type Step = (db: Db, loading: Loading) => Promise<void>

/** Runs as the operator of the school, with everybody who is there now. */
export const asKeeper = <R>(
  db: Db,
  loading: Loading,
  run: (tx: Tx<DemoTables>, people: PeopleNow) => Promise<R>,
): Promise<R> => asOperator(db, loading.school, async (tx) => run(tx, await findPeople(tx, loading)))

export const peopleOf = (db: Db, loading: Loading): Promise<PeopleNow> =>
  asKeeper(db, loading, async (_, people) => people)

export const importFile = async (
  db: Db,
  { key }: Loading,
  format: Format,
  fileName: string,
  bytes: Uint8Array,
): Promise<void> => {
  const { refused } = await importRoster(db, { format, fileName, bytes, schoolKey: key })
  if (refused !== null) throw new Error(`a file of the demo was refused: ${refused}`)
}

/** What was done before a loading broke off is not done again. */
export const unlessDone = async (deed: Promise<unknown>): Promise<void> => {
  await deed.catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error
  })
}

/** Gives each of them the role, where it is not given yet; `key` is that of the file of staff. */
export const giveRolesTo =
  (staff: readonly { key: string; role: StaffRole | null }[]): Step =>
  (db, loading) =>
    asKeeper(db, loading, async (tx, people) => {
      const { school } = loading
      for (const { key, role } of staff) {
        const person = people.staff.get(key)
        if (person === undefined || role === null) continue
        await unlessDone(grantRole(tx, { hat: 'operator', school }, { school, person, role }))
      }
    })

/** Gives somebody who does not work there, a parent or a pupil, a seat in the council of the school. */
export const giveSeatTo =
  (known: Known, role: 'council_parents' | 'council_pupils'): Step =>
  (db, loading) =>
    asKeeper(db, loading, async (tx, people) => {
      const { school } = loading
      const person = personOf(people, known)
      if (person === undefined) return
      const wish = { school, whom: { person }, role, group: null, lastDay: null }
      await unlessDone(grantFunction(tx, { hat: 'operator', school }, wish))
    })

export const contactOf = ({ email, phone, language, address }: Parent): Contact => ({
  email,
  phone,
  language,
  street: address?.street ?? null,
  postalCode: address?.postalCode ?? null,
  city: address?.city ?? null,
})

/** No file of parents has addresses: the office types those it knows. */
export const fillInAddressesOf =
  (parents: readonly Parent[]): Step =>
  (db, loading) =>
    asKeeper(db, loading, async (tx, people) => {
      const { school } = loading
      for (const parent of parents) {
        const person = people.guardians.get(parent.email ?? '')
        if (person === undefined || parent.address === undefined) continue
        await changeContact(tx, { hat: 'operator', school }, { school, person, contact: contactOf(parent) })
      }
    })

/** As far as timetables go. */
const daysAhead = 425

export const addDaysOff: Step = (db, { school, today }) =>
  asOperator(db, school, async (tx) => {
    const known = await findClosures(tx, school)
    for (const days of planDaysOff({ school, ...known, until: dayAfter(today, daysAhead) }))
      await addDayOff(tx, { hat: 'operator', school }, { school, ...days })
  })

export const openDoors: Step = async (db, loading) =>
  openAccounts(db, { ...loading, people: await peopleOf(db, loading) })

/** The last step: from here on the school is people's own to change. */
export const markLoaded: Step = (db, { school, passwords }) =>
  asOperator(db, school, (tx) =>
    record(tx, {
      school,
      event: loaded,
      about: [school],
      payload: { passwords: passwords.mark },
      doer: { hat: 'operator', school },
    }),
  )

/** A school of the demo, with the steps that lay it and those that each later start takes. */
export type Recipe = { school: DemoSchool; firstSteps: readonly Step[]; laterSteps: readonly Step[] }
