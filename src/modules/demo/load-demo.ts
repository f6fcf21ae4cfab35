import { sql, type Kysely } from 'kysely'
import type { AccountTables } from '#modules/accounts/index.ts'
import type { CalendarTables } from '#modules/calendar/index.ts'
import type { NoteTables } from '#modules/notes/index.ts'
import { addGuardian, changeContact, grantRole, type Contact } from '#modules/people/index.ts'
import { importRoster, type Format, type ImportTables } from '#modules/roster/index.ts'
import { addDayOff, addSchool, addSchoolYear, schoolYearAround } from '#modules/school/index.ts'
import type { TimetableTables } from '#modules/timetable/index.ts'
import { dayAfter } from '#modules/today/index.ts'
import { asOperator } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { record } from '#platform/ledger/record.ts'
import type { LedgerTables } from '#platform/ledger/tables.ts'
import { castFamilies, castKey, staff, timosFather, type Parent } from './cast.ts'
import { planDaysOff } from './days-off.ts'
import { edexmlFile } from './edexml-file.ts'
import { guardiansFile } from './guardians-file.ts'
import { klimboom } from './klimboom.ts'
import { openAccounts } from './open-accounts.ts'
import type { Passwords } from './passwords.ts'
import { findPeople, type PeopleNow } from './people-now.ts'
import { findClosures, findLoaded, findSchools, findToday, loaded } from './queries.ts'
import { readChanges, readTimetables } from './read-timetables.ts'
import { addSchoolEvents, keepNoteHours, lengthenMay } from './school-events.ts'

export type DemoTables = ImportTables & AccountTables & TimetableTables & CalendarTables & NoteTables & LedgerTables
type Db = Kysely<DemoTables>
type Loading = { school: string; today: string; year: string; passwords: Passwords }
type Step = (db: Db, loading: Loading) => Promise<void>

export type LoadOutcome = { is: 'real' } | { is: 'loaded'; passwordsHold: boolean }

/** The school stands, but its days could not be brought up to date: no reason not to start. */
type OnStale = (error: unknown) => void

/**
 * Loads De Klimboom where no school is, goes on with a loading that broke off, or keeps the days of one that is there up to
 * date. Only through the importers and the verbs that pages call.
 * @returns 'real' when there is a school that is not made up: then nothing was done
 */
export const loadDemo = (db: Db, passwords: Passwords, onStale: OnStale): Promise<LoadOutcome> =>
  asOperator(db, null, async (guard) => {
    // Two processes on one database load one after the other. The lock is held by this transaction alone.
    await sql`select pg_advisory_xact_lock(hashtextextended('demo', 0))`.execute(guard)
    const schools = await findSchools(guard)
    if (schools.some(({ synthetic }) => !synthetic)) return { is: 'real' }
    const today = await findToday(guard)
    const school = schools.find(({ key }) => key === klimboom.key)?.id ?? (await laySchool(db, today))
    const loading = { school, today, year: schoolYearAround(today).label, passwords }
    const mark = await asOperator(db, school, (tx) => findLoaded(tx, school))
    if (mark === null) await takeSteps(db, loading, firstSteps)
    else await takeSteps(db, loading, laterSteps).catch(onStale)
    return { is: 'loaded', passwordsHold: mark === null || mark === passwords.mark }
  })

const takeSteps = async (db: Db, loading: Loading, steps: readonly Step[]): Promise<void> => {
  for (const step of steps) await step(db, loading)
}

const laySchool = (db: Db, today: string): Promise<string> =>
  asOperator(db, null, async (tx) => {
    const { stage, ...school } = klimboom
    const id = await addSchool(tx, { hat: 'operator', school: null }, { ...school, stages: [stage], synthetic: true })
    await addSchoolYear(tx, { hat: 'operator', school: id }, { school: id, ...schoolYearAround(today) })
    return id
  })

/** Runs as the operator of the school, with everybody who is there now. */
const asKeeper = <R>(
  db: Db,
  loading: Loading,
  run: (tx: Tx<DemoTables>, people: PeopleNow) => Promise<R>,
): Promise<R> => asOperator(db, loading.school, async (tx) => run(tx, await findPeople(tx, loading)))

const peopleOf = (db: Db, loading: Loading): Promise<PeopleNow> => asKeeper(db, loading, async (_, people) => people)

const importFile = async (db: Db, format: Format, fileName: string, bytes: Uint8Array): Promise<void> => {
  const { refused } = await importRoster(db, { format, fileName, bytes, schoolKey: klimboom.key })
  if (refused !== null) throw new Error(`a file of the demo was refused: ${refused}`)
}

/** Pupils, classes and staff, once for each school year: the same ones again, and as old as that year asks. */
const readPupils: Step = async (db, loading) => {
  const { groups } = await peopleOf(db, loading)
  if (groups.size === 0) await importFile(db, 'edexml', 'EDEX.XML', edexmlFile(loading.year, loading.today))
}

const readGuardians: Step = async (db, loading) => {
  const { guardians } = await peopleOf(db, loading)
  if (guardians.size === 0) await importFile(db, 'guardians', 'ouders.csv', guardiansFile())
}

/** What was done before a loading broke off is not done again. */
const unlessDone = async (deed: Promise<unknown>): Promise<void> => {
  await deed.catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error
  })
}

const giveRoles: Step = (db, loading) =>
  asKeeper(db, loading, async (tx, people) => {
    const { school } = loading
    for (const { key, role } of staff) {
      const person = people.staff.get(key)
      if (person === undefined || role === null) continue
      await unlessDone(grantRole(tx, { hat: 'operator', school }, { school, person, role }))
    }
  })

const contactOf = ({ email, phone, language, address }: Parent): Contact => ({
  email,
  phone,
  language,
  street: address?.street ?? null,
  postalCode: address?.postalCode ?? null,
  city: address?.city ?? null,
})

const addFather: Step = (db, loading) =>
  asKeeper(db, loading, async (tx, people) => {
    const { school } = loading
    const { email, firstName, prefix, lastName } = timosFather
    let known = people.guardians.get(email ?? '')
    for (const child of ['Timo', 'Mila']) {
      const pupil = people.pupils.get(castKey(child))
      if (pupil === undefined) continue
      const guardian =
        known === undefined
          ? { name: { firstName, prefix, lastName }, contact: contactOf(timosFather) }
          : { person: known }
      const wish = { school, pupil, relation: 'father' as const, guardian }
      await unlessDone(
        addGuardian(tx, { hat: 'operator', school }, wish).then(({ person }) => {
          known = person
        }),
      )
    }
  })

const fillInAddresses: Step = (db, loading) =>
  asKeeper(db, loading, async (tx, people) => {
    const { school } = loading
    for (const parent of castFamilies.flatMap(({ parents }) => parents)) {
      const person = people.guardians.get(parent.email ?? '')
      if (person === undefined || parent.address === undefined) continue
      await changeContact(tx, { hat: 'operator', school }, { school, person, contact: contactOf(parent) })
    }
  })

/** As far as the timetables go. */
const daysAhead = 425

const addDaysOff: Step = (db, { school, today }) =>
  asOperator(db, school, async (tx) => {
    const known = await findClosures(tx, school)
    for (const days of planDaysOff({ school, ...known, until: dayAfter(today, daysAhead) }))
      await addDayOff(tx, { hat: 'operator', school }, { school, ...days })
  })

const addEvents: Step = (db, loading) =>
  asKeeper(db, loading, async (tx, { groups }) => {
    const { calendar } = await findClosures(tx, loading.school)
    await addSchoolEvents(tx, { school: loading.school, calendar, groups })
  })

const keepMay: Step = (db, { school, today }) => asOperator(db, school, (tx) => lengthenMay(tx, school, today))

const openNotes: Step = (db, { school }) => asOperator(db, school, (tx) => keepNoteHours(tx, school))

const readLessons: Step = async (db, loading) => {
  const people = await peopleOf(db, loading)
  await readTimetables(db, { ...loading, people })
  await readChanges(db, { ...loading, people })
}

const openDoors: Step = async (db, loading) => openAccounts(db, { ...loading, people: await peopleOf(db, loading) })

const markLoaded: Step = (db, { school, passwords }) =>
  asOperator(db, school, (tx) =>
    record(tx, {
      school,
      event: loaded,
      about: [school],
      payload: { passwords: passwords.mark },
      doer: { hat: 'operator', school },
    }),
  )

/** Each step is done whole or not at all, and finds out by itself what is done already. */
const firstSteps: readonly Step[] = [
  readPupils,
  giveRoles,
  readGuardians,
  addFather,
  fillInAddresses,
  keepMay,
  openNotes,
  addDaysOff,
  addEvents,
  readLessons,
  openDoors,
  markLoaded,
]

/** A school that was loaded is people's own to change; only its days and its calendar go on. */
const laterSteps: readonly Step[] = [readPupils, addDaysOff, addEvents, readLessons]
