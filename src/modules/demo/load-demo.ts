import { asOperator } from '#platform/db/context.ts'
import { addGuardian, grantFunction } from '#modules/people/index.ts'
import { agreeInClass } from './agree-in-class.ts'
import { agreeOn } from './agree.ts'
import { countFigures } from './count-figures.ts'
import { openAccount } from './open-accounts.ts'
import { agreedAtKlimboom, agreedIn4B } from './agreements.data.ts'
import { announce } from './announce.ts'
import { castFamilies, castKey, moreRoles, staff, timosFather } from './cast.ts'
import { edexmlFile } from './edexml-file.ts'
import { households } from './families.ts'
import { giveResults } from './give-results.ts'
import { guardiansFile } from './guardians-file.ts'
import { klimboom } from './klimboom.ts'
import { loadSchool, type LoadOutcome, type OnStale } from './load-school.ts'
import { makeLettersFor } from './make-letters.ts'
import type { Passwords } from './passwords.ts'
import { placeWork } from './place-work.ts'
import { readChanges, readTimetables } from './read-timetables.ts'
import { findClosures } from './queries.ts'
import { addSchoolEvents, keepNoteHours, lengthenMay } from './school-events.ts'
import { setDemoHomework } from './set-homework.ts'
import { periodsOfKlimboom, setPeriods } from './set-periods.ts'
import {
  addDaysOff,
  asKeeper,
  contactOf,
  fillInAddressesOf,
  giveRolesTo,
  giveSeatTo,
  importFile,
  markLoaded,
  openDoors,
  peopleOf,
  unlessDone,
  type Db,
  type Step,
} from './steps.ts'

/** Loads De Klimboom: the school that stands before the pages are served. */
export const loadDemo = (db: Db, passwords: Passwords, onStale: OnStale): Promise<LoadOutcome> =>
  loadSchool(db, { school: klimboom, firstSteps, laterSteps }, { passwords, onStale })

/** Pupils, classes and staff, once for each school year: the same ones again, and as old as that year asks. */
const readPupils: Step = async (db, loading) => {
  const { groups } = await peopleOf(db, loading)
  if (groups.size === 0) await importFile(db, loading, 'edexml', 'EDEX.XML', edexmlFile(loading.year, loading.today))
}

const readGuardians: Step = async (db, loading) => {
  const { guardians } = await peopleOf(db, loading)
  if (guardians.size === 0) await importFile(db, loading, 'guardians', 'ouders.csv', guardiansFile(households()))
}

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

const giveHomework: Step = async (db, loading) =>
  setDemoHomework(db, { ...loading, people: await peopleOf(db, loading) })

/** The teacher of 7A sets homework too, and nobody signs in as him. */
const openDoorOf7A: Step = async (db, loading) =>
  openAccount(
    db,
    { ...loading, people: await peopleOf(db, loading) },
    { login: 'piotr@klimboom.example', known: { as: 'staff', key: 'KB-L08' } },
  )

const tellThings: Step = async (db, loading) => announce(db, { ...loading, people: await peopleOf(db, loading) })

/** A mother of 4B helps the class. */
const giveClassParent: Step = (db, loading) =>
  asKeeper(db, loading, async (tx, people) => {
    const { school } = loading
    const [person, group] = [people.guardians.get('marije.dewit@thuis.example'), people.groups.get('kb-4b')]
    if (person === undefined || group === undefined) return
    const wish = { school, whom: { person }, role: 'class_parent', group, lastDay: null } as const
    await unlessDone(grantFunction(tx, { hat: 'operator', school }, wish))
  })

/** Each step is done whole or not at all, and finds out by itself what is done already. */
const firstSteps: readonly Step[] = [
  readPupils,
  giveRolesTo([...staff, ...moreRoles]),
  readGuardians,
  addFather,
  fillInAddressesOf(castFamilies.flatMap(({ parents }) => parents)),
  keepMay,
  openNotes,
  addDaysOff,
  addEvents,
  readLessons,
  tellThings,
  giveClassParent,
  giveSeatTo({ as: 'guardian', email: 'senay@thuis.example' }, 'council_parents'),
  setPeriods('BO', periodsOfKlimboom),
  agreeOn(agreedAtKlimboom),
  openDoors,
  openDoorOf7A,
  giveHomework,
  countFigures,
  placeWork,
  agreeInClass(agreedIn4B),
  giveResults,
  makeLettersFor('kb-4b'),
  markLoaded,
]

/** A school that was loaded is people's own to change; only its days and its calendar go on. */
const laterSteps: readonly Step[] = [
  readPupils,
  addDaysOff,
  setPeriods('BO', periodsOfKlimboom),
  addEvents,
  readLessons,
  giveHomework,
  giveResults,
  countFigures,
]
