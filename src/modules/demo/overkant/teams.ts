import { drawFrom, type Draw } from '../draw.ts'
import { nameOf, originOf } from '../draw-family.ts'
import { teachersByName, type CastTeacher } from './cast-staff.ts'
import { originsOfOverkant } from './more-names.data.ts'
import { classes, type Class } from './overkant.ts'
import { departments, hoursOf, type Department } from './subjects.data.ts'

export type Teacher = CastTeacher

/** What one teacher gives one class. */
export type Course = { group: string; subject: string; department: Department; teacher: string; hours: number }

export type Teams = { teachers: readonly Teacher[]; courses: readonly Course[]; mentors: ReadonlyMap<string, string> }

/** Lessons a week that a full week of teaching comes to, and the most that anybody gives. */
const fullWeek = 21
const mostHours = 24

type Load = { teacher: Teacher; hours: number }
type Block = { group: string; department: Department; subjects: [subject: string, hours: number][]; hours: number }

const names = Object.keys(departments).filter(isDepartment)

function isDepartment(name: string): name is Department {
  return name in departments
}

const departmentOf = (subject: string): Department => {
  const found = names.find((name) => departments[name].subjects.some((one) => one === subject))
  if (found === undefined) throw new Error(`nobody gives ${subject}`)
  return found
}

/** Who teaches what: enough teachers for every subject, each class with one of them as its mentor. The same every time. */
export const makeTeams = (): Teams => {
  const draw = drawFrom(1912)
  const blocks = classes.flatMap(blocksOf)
  const loads = new Map<Department, Load[]>()
  let number = 101
  for (const department of names.filter((name) => name !== 'mentor')) {
    const wanted = blocks.filter((block) => block.department === department)
    const hours = wanted.reduce((sum, block) => sum + block.hours, 0)
    const known = teachersByName.filter((one) => one.department === department)
    const more = Math.max(0, Math.ceil(hours / fullWeek) - known.length)
    const team = [...known, ...Array.from({ length: more }, () => drawnTeacher(draw, department, `DO-${number++}`))]
    loads.set(
      department,
      team.map((teacher) => ({ teacher, hours: 0 })),
    )
  }
  const courses = blocks
    .filter(({ department }) => department !== 'mentor')
    .toSorted((one, other) => other.hours - one.hours)
    .flatMap((block) => give(block, loads.get(block.department) ?? []))
  const all = [...loads.values()].flat()
  const mentors = chooseMentors(courses, all)
  const byMentor = blocks
    .filter(({ department }) => department === 'mentor')
    .flatMap(({ group, subjects }) => coursesOf(group, 'mentor', subjects, mentors.get(group) ?? ''))
  return { teachers: all.map(({ teacher }) => teacher), courses: [...courses, ...byMentor], mentors }
}

const blocksOf = (one: Class): Block[] => {
  const byDepartment = Map.groupBy([...hoursOf(one)], ([subject]) => departmentOf(subject))
  return [...byDepartment].map(([department, subjects]) => ({
    group: one.name,
    department,
    subjects,
    hours: subjects.reduce((sum, [, hours]) => sum + hours, 0),
  }))
}

const drawnTeacher = (draw: Draw, department: Department, key: string): CastTeacher => {
  const origin = originOf(draw, originsOfOverkant)
  const first = draw.of(draw.chance(55) ? origin.women : origin.men)
  return { key, ...nameOf(first, draw.of(origin.families)), department, classes: [], room: null }
}

/** To whom of the team a class goes: to whom it was promised, else to whoever gives the least. */
const give = ({ group, department, subjects, hours }: Block, team: Load[]): Course[] => {
  const promised = team.find(({ teacher }) => teacher.classes.includes(group))
  const [least] = team.toSorted((one, other) => one.hours - other.hours)
  const chosen = promised ?? least
  if (!chosen) throw new Error(`nobody teaches ${department} in ${group}`)
  chosen.hours += hours
  return coursesOf(group, department, subjects, chosen.teacher.key)
}

const coursesOf = (
  group: string,
  department: Department,
  subjects: readonly [subject: string, hours: number][],
  teacher: string,
): Course[] => subjects.map(([subject, hours]) => ({ group, subject, department, teacher, hours }))

/** A mentor teaches the class, and has no other class to be the mentor of as long as somebody else can. */
const chooseMentors = (courses: readonly Course[], team: readonly Load[]): Map<string, string> => {
  const mentors = new Map<string, string>()
  const taken = new Set<string>()
  for (const { name } of classes) {
    const near = team.filter(({ teacher }) =>
      courses.some((course) => course.group === name && course.teacher === teacher.key),
    )
    const promised = near.find(({ teacher }) => teacher.classes[0] === name)
    const others = teachersByName.flatMap((one) => one.classes[0] ?? [])
    const [free] = near
      .filter(({ teacher, hours }) => !taken.has(teacher.key) && hours < mostHours - 1)
      .filter(({ teacher }) => teacher.classes[0] === undefined || !others.includes(teacher.classes[0]))
      .toSorted((one, other) => one.hours - other.hours)
    const mentor = promised ?? free
    if (!mentor) throw new Error(`${name} has no mentor`)
    mentor.hours += 2
    taken.add(mentor.teacher.key)
    mentors.set(name, mentor.teacher.key)
  }
  return mentors
}
