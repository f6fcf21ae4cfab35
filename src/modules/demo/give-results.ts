import { households } from './families.ts'
import { markOf, sometimes } from './draw-grades.ts'
import { laySeries, type Got, type PlannedTest, type Series } from './lay-tests.ts'
import { testsOf4B, testsOf7A, type ChildTest } from './results.data.ts'
import { peopleOf, type Step } from './steps.ts'

/** What each class did, and who teaches it. */
const classes = [
  { key: 'kb-4b', teacher: 'KB-L05', subjects: testsOf4B },
  { key: 'kb-7a', teacher: 'KB-L08', subjects: testsOf7A },
] as const

/** Levels, tests and what teachers saw, of two classes of De Klimboom. */
export const giveResults: Step = async (db, loading) => {
  const people = await peopleOf(db, loading)
  const children = households().flatMap(({ pupils }) => pupils)
  const series = classes.flatMap(({ key, teacher, subjects }): Series[] => {
    const [group, by] = [people.groups.get(key), people.staff.get(teacher)]
    if (group === undefined || by === undefined) return []
    const pupils = children.flatMap((child) => {
      const person = people.pupils.get(child.key)
      return child.group !== key || person === undefined ? [] : [[child.key, person] as const]
    })
    const whose = { stage: 'BO', class: key, group, by, pupils } as const
    return Object.entries(subjects).map(([subject, tests]) => ({
      ...whose,
      subject,
      tests: tests.map((test) => planned(subject, test)),
    }))
  })
  await laySeries(db, loading, series)
}

const planned = (subject: string, { among, said = [], ...test }: ChildTest): PlannedTest => ({
  ...test,
  weight: test.scale === 'words' ? 1 : 0,
  got: (pupil): Got => {
    const [first] = said
    const all = among.length === 0
    const words = first === undefined ? null : sometimes(said, all ? 100 : 40, `${pupil} ${subject} ${test.title}`)
    return { tenths: null, mark: all ? null : markOf(among, pupil, subject, test.title), words }
  },
})
