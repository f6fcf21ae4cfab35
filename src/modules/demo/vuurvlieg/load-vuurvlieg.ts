import { dayAfter } from '#modules/today/index.ts'
import { asOperator } from '#platform/db/context.ts'
import { calendarFile } from '../calendar-file.ts'
import { csvFile } from '../csv-file.ts'
import { guardiansFile } from '../guardians-file.ts'
import { findLastLessons } from '../queries.ts'
import { readFile } from '../read-file.ts'
import {
  addDaysOff,
  fillInAddressesOf,
  giveRolesTo,
  importFile,
  markLoaded,
  openDoors,
  peopleOf,
  type Recipe,
  type Step,
} from '../steps.ts'
import { weekdayOf } from '../weekday.ts'
import { castParents, group, households, staff, vuurvlieg, week } from './vuurvlieg.ts'

/** Pupils are nine to eleven, and have no year: S is special education in the words of the files. */
const pupilsFile = (year: string): Uint8Array =>
  csvFile(
    ['Leerlingnummer', 'Roepnaam', 'Tussenvoegsel', 'Achternaam', 'Geboortedatum', 'Jaargroep', 'Stamgroep'],
    households()
      .flatMap(({ pupils }) => pupils)
      .map(({ key, firstName, prefix, lastName, born }) => [
        key,
        firstName,
        prefix,
        lastName,
        dayAfter(`${Number(year.slice(0, 4)) - 11}-10-01`, born),
        'S',
        group,
      ]),
  )

const staffFile = (): Uint8Array =>
  csvFile(
    ['Personeelsnummer', 'Roepnaam', 'Tussenvoegsel', 'Achternaam', 'Groepen'],
    staff.map(({ key, firstName, prefix, lastName, groups }) => [key, firstName, prefix, lastName, groups.join(', ')]),
  )

const readPupils: Step = async (db, loading) => {
  const { groups } = await peopleOf(db, loading)
  if (groups.size === 0) await importFile(db, loading, 'pupils', 'leerlingen.csv', pupilsFile(loading.year))
}

const readStaff: Step = async (db, loading) => {
  const { areTaught } = await peopleOf(db, loading)
  if (!areTaught) await importFile(db, loading, 'staff', 'medewerkers.csv', staffFile())
}

const readGuardians: Step = async (db, loading) => {
  const { guardians } = await peopleOf(db, loading)
  if (guardians.size === 0) await importFile(db, loading, 'guardians', 'ouders.csv', guardiansFile(households()))
}

/** A timetable that ends within so many days is read anew. */
const shortDays = 30

const readLessons: Step = async (db, loading) => {
  const { school, today } = loading
  const id = (await peopleOf(db, loading)).groups.get(group)
  if (id === undefined) return
  const last = await asOperator(db, school, (tx) => findLastLessons(tx, school))
  const known = last.get(id)
  if (known !== undefined && known >= dayAfter(today, shortDays)) return
  const from = known === undefined ? dayAfter(today, -weekdayOf(today)) : today
  await readFile(db, school, { kind: 'group', id }, calendarFile(week, { from }))
}

/** De Vuurvlieg: small enough to come in within a second. */
export const loadingVuurvlieg: Recipe = {
  school: vuurvlieg,
  firstSteps: [
    readPupils,
    readStaff,
    giveRolesTo(staff),
    readGuardians,
    fillInAddressesOf(castParents),
    addDaysOff,
    readLessons,
    openDoors,
    markLoaded,
  ],
  laterSteps: [readPupils, readStaff, addDaysOff, readLessons],
}
