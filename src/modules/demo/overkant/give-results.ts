import { gradeOf, markOf, sometimes } from '../draw-grades.ts'
import { laySeries, type Got, type PlannedTest, type Series } from '../lay-tests.ts'
import type { PeopleNow } from '../people-now.ts'
import { peopleOf, type Step } from '../steps.ts'
import { castKey, households } from './people.ts'
import { remarks, testsOf3c, testsOf4d, testsOf5d, testsOf6a, type OwnTest } from './results.data.ts'
import { makeTeams, type Course } from './teams.ts'

/** What each class made. */
const classes = { '3c': testsOf3c, '4d': testsOf4d, '5d': testsOf5d, '6a': testsOf6a } as const

/** Of the class that is shown a term in every subject, of three others some. */
export const giveResults: Step = async (db, loading) => {
  const people = await peopleOf(db, loading)
  const { courses } = makeTeams()
  const families = households().flatMap(({ pupils }) => pupils)
  const series = Object.entries(classes).flatMap(([name, subjects]) => {
    const keys = families.filter(({ group }) => group === name).map(({ key }) => key)
    return Object.entries(subjects).flatMap(([subject, tests]) => {
      const course = courses.find((one) => one.group === name && one.subject === subject)
      return course === undefined ? [] : seriesOf(people, course, keys, tests)
    })
  })
  await laySeries(db, loading, series)
}

const seriesOf = (
  people: PeopleNow,
  { group: name, subject, teacher }: Course,
  keys: readonly string[],
  tests: readonly OwnTest[],
): Series[] => {
  const [group, by] = [people.groups.get(name), people.staff.get(teacher)]
  if (group === undefined || by === undefined) return []
  const pupils = keys.flatMap((key) => {
    const person = people.pupils.get(key)
    return person === undefined ? [] : [[key, person] as const]
  })
  return [{ stage: 'VO', class: name, group, subject, by, pupils, tests: tests.map((test) => planned(subject, test)) }]
}

const planned = (subject: string, { merel, said, ...test }: OwnTest): PlannedTest => ({
  ...test,
  scale: subject === 'LO' ? 'words' : 'tenths',
  got: (pupil) => (pupil === castKey('Merel') ? gotBy(merel, said ?? null) : gotIn(subject, test, pupil)),
})

const gotBy = (grade: OwnTest['merel'], words: string | null): Got =>
  typeof grade === 'number' ? { tenths: grade, mark: null, words } : { tenths: null, mark: grade, words }

/** Who goes to the mentor has one grade that asks for it. */
export const asker = { key: castKey('Emir'), subject: 'Wiskunde', title: 'Hoofdstuk 4: wortels' } as const

const gotIn = (subject: string, { title, again }: Pick<OwnTest, 'title' | 'again'>, pupil: string): Got | null => {
  if (subject === 'LO') return gotBy(isMark(markOf(marks, pupil, subject, title)), null)
  if (pupil === asker.key && title === asker.title) return gotBy(39, remarks.low[0])
  if (again !== undefined) return gotAgain(gradeOf(pupil, subject, again), gradeOf(pupil, subject, title))
  // Somebody is ill.
  if (sometimes(['ill'], 2, `${title} ${pupil}`) !== null) return gotBy('Inh', null)
  const tenths = gradeOf(pupil, subject, title)
  const lines = tenths < 55 ? remarks.low : tenths < 75 ? remarks.enough : remarks.good
  return gotBy(tenths, sometimes(lines, 12, `${pupil} ${title}`))
}

const marks = ['G', 'V', 'V', 'O'] as const
const isMark = (mark: string): 'G' | 'V' | 'O' => marks.find((one) => one === mark) ?? 'V'

/** Who failed makes it again, and does better. */
const gotAgain = (first: number, second: number): Got | null =>
  first < 55 ? gotBy(Math.max(first + 9, second), null) : null
