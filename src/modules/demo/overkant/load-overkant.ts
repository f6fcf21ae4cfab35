import { agreeInClass } from '../agree-in-class.ts'
import { agreeOn } from '../agree.ts'
import { guardiansFile } from '../guardians-file.ts'
import { makeLettersFor } from '../make-letters.ts'
import { periodsOfOverkant, setPeriods } from '../set-periods.ts'
import {
  addDaysOff,
  fillInAddressesOf,
  giveRolesTo,
  giveSeatTo,
  importFile,
  markLoaded,
  openDoors,
  peopleOf,
  type Recipe,
  type Step,
} from '../steps.ts'
import { agreedAtOverkant, agreedIn3c } from './agreements.data.ts'
import { askForSight } from './ask-for-sight.ts'
import { castFamilies } from './cast-families.ts'
import { colleagues, moreRoles } from './cast-staff.ts'
import { pupilsFile, staffFile } from './files.ts'
import { joinAccounts } from './join-accounts.ts'
import { giveResults } from './give-results.ts'
import { limitParents } from './limit-parents.ts'
import { overkant } from './overkant.ts'
import { castKey, households } from './people.ts'
import { readLessons } from './read-lessons.ts'
import { sendSubstitute } from './put-substitute.ts'
import { giveHomework } from './set-homework.ts'
import { makeTeams } from './teams.ts'
import { tellAtHome } from './tell-at-home.ts'
import { addEvents, tellThings } from './tell.ts'

/** Pupils and classes, once for each school year: the same ones again, and as old as that year asks. */
const readPupils: Step = async (db, loading) => {
  const { groups } = await peopleOf(db, loading)
  if (groups.size > 0) return
  await importFile(db, loading, 'pupils', 'leerlingen.csv', pupilsFile(households(), loading.year, loading.today))
}

/** Once for each school year too: then they teach its classes. */
const readStaff: Step = async (db, loading) => {
  const { areTaught } = await peopleOf(db, loading)
  if (!areTaught) await importFile(db, loading, 'staff', 'medewerkers.csv', staffFile(makeTeams()))
}

const giveRoles: Step = (db, loading) =>
  giveRolesTo([
    ...colleagues,
    ...moreRoles,
    ...makeTeams().teachers.map(({ key }) => ({ key, role: 'teacher' as const })),
  ])(db, loading)

const readGuardians: Step = async (db, loading) => {
  const { guardians } = await peopleOf(db, loading)
  if (guardians.size === 0) await importFile(db, loading, 'guardians', 'ouders.csv', guardiansFile(households()))
}

/** De Overkant, as schools for secondary education come in: a list of pupils, one of staff, one of parents, and timetables. */
export const loadingOverkant: Recipe = {
  school: overkant,
  firstSteps: [
    readPupils,
    readStaff,
    giveRoles,
    readGuardians,
    fillInAddressesOf(castFamilies.flatMap(({ parents }) => parents)),
    limitParents,
    addDaysOff,
    addEvents,
    openDoors,
    joinAccounts,
    makeLettersFor('3c'),
    sendSubstitute,
    readLessons,
    giveHomework,
    tellThings,
    giveSeatTo({ as: 'guardian', email: 'bas.dejong@thuis.example' }, 'council_parents'),
    giveSeatTo({ as: 'pupil', key: castKey('Aylin') }, 'council_pupils'),
    setPeriods('VO', periodsOfOverkant),
    agreeOn(agreedAtOverkant),
    agreeInClass(agreedIn3c),
    askForSight,
    giveResults,
    tellAtHome,
    markLoaded,
  ],
  laterSteps: [
    readPupils,
    readStaff,
    addDaysOff,
    setPeriods('VO', periodsOfOverkant),
    addEvents,
    sendSubstitute,
    readLessons,
    giveHomework,
    giveResults,
  ],
}
