import { guardiansFile } from '../guardians-file.ts'
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
import { setDemoHomework } from '../set-homework.ts'
import { castFamilies } from './cast-families.ts'
import { colleagues } from './cast-staff.ts'
import { pupilsFile, staffFile } from './files.ts'
import { overkant } from './overkant.ts'
import { households } from './people.ts'
import { readLessons } from './read-lessons.ts'
import { makeTeams } from './teams.ts'
import { makePlan, weekOfClass } from './weeks.ts'

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
  giveRolesTo([...colleagues, ...makeTeams().teachers.map(({ key }) => ({ key, role: 'teacher' as const }))])(
    db,
    loading,
  )

const readGuardians: Step = async (db, loading) => {
  const { guardians } = await peopleOf(db, loading)
  if (guardians.size === 0) await importFile(db, loading, 'guardians', 'ouders.csv', guardiansFile(households()))
}

/** For the class of the pupil whom the sign-in page offers first. */
const giveHomework: Step = async (db, loading) => {
  const plan = makePlan()
  const key = '3c'
  await setDemoHomework(db, { ...loading, people: await peopleOf(db, loading) }, [
    {
      key,
      week: weekOfClass(plan, key),
      teacherOf: (subject) =>
        plan.lessons.find((lesson) => lesson.group === key && lesson.subject === subject)?.teacher,
    },
  ])
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
    addDaysOff,
    openDoors,
    readLessons,
    giveHomework,
    markLoaded,
  ],
  laterSteps: [readPupils, readStaff, addDaysOff, readLessons, giveHomework],
}
