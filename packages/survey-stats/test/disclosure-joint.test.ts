import { expect, test, vi } from 'vitest'
import { protect } from '../src/disclosure/protect.ts'
import type { AnswerTable } from '../src/disclosure/table.ts'
import { seeded, type Seeded } from '../src/random/seeded.ts'
import { attack, riddleOf, type Public } from './disclosure-attacker.ts'
import { anyChances, draw, seenOf, smallCells, tabulated } from './synthetic-survey.ts'

// A second alone, more beside other work.
vi.setConfig({ testTimeout: 60_000 })

/** A question by class, by gender and by both, at once or one after the other: what all three tables say together. */
const byClassAndGender = (random: Seeded) => {
  const [classes, genders] = [2 + random.below(3), 2]
  const plan = {
    question: 'q',
    wave: '2026',
    ordered: random.uniform() < 0.6,
    sensitive: random.uniform() < 0.5,
    chances: anyChances(random, 2 + random.below(3)),
    whole: 'all',
  }
  const people = Array.from({ length: 20 + random.below(200) }, () => {
    const [own, gender] = [random.below(classes), random.below(genders)]
    return { own, gender, answer: draw(random, plan.chances) }
  })
  const by = (groups: readonly string[], groupOf: (one: (typeof people)[number]) => number): AnswerTable =>
    tabulated(
      { ...plan, groups },
      people.map((one) => [groupOf(one), one.answer] as const),
    )
  const [first, second] = [
    by(
      Array.from({ length: classes }, (_, at) => `class ${at}`),
      ({ own }) => own,
    ),
    by(
      Array.from({ length: genders }, (_, at) => `gender ${at}`),
      ({ gender }) => gender,
    ),
  ]
  const both = by(
    Array.from({ length: classes * genders }, (_, at) => `class ${Math.floor(at / genders)}, gender ${at % genders}`),
    ({ own, gender }) => own * genders + gender,
  )
  const joint = { ...both, groups: both.groups.map((group) => ({ ...group, within: group.name.split(', ') })) }
  return { tables: [first, second, joint], genders, k: plan.chances.length, sensitive: plan.sensitive }
}

/** The riddle of the three tables: the sums of the joint table over either variable are those of the others. */
const jointRiddle = (publics: readonly Public[], genders: number, k: number) => {
  const read = riddleOf(publics)
  const names = [...new Set(publics.flatMap(({ table }) => table.groups.map(({ group }) => group)))]
  const joint = names.flatMap((name, row) => (name.includes(', ') ? [{ row, within: name.split(', ') }] : []))
  names.forEach((name, whole) => {
    const parts = joint.filter(({ within }) => within.includes(name))
    if (parts.length < genders) return
    for (let j = 0; j < k; j += 1) {
      const of = [[whole * k + j, -1] as const, ...parts.map(({ row }) => [row * k + j, 1] as const)]
      read.riddle.sums.push({ of, low: 0, high: 0 })
    }
  })
  return read
}

test('By class, by gender and by both: of all sums together no small cell follows, at once or one after the other.', () => {
  const random = seeded('joint tables')
  let [targets, told, exposed, unlinked] = [0, 0, 0, 0]
  for (let survey = 0; survey < 50; survey += 1) {
    const { tables, genders, k, sensitive } = byClassAndGender(random)
    const releases = [protect(tables)]
    if (survey % 5 === 0) {
      const first = protect(tables.slice(0, 1))
      const later = protect(tables.slice(1), undefined, [first])
      exposed += later.exposed.length
      releases.push({ ...later, tables: [...first.tables, ...later.tables] })
    }
    for (const release of releases) {
      const { riddle, truth, sizes } = jointRiddle(seenOf(release, tables), genders, k)
      // Of a question that all answered the same way, and that may be told, everything is told.
      const small = smallCells(truth, sizes, sensitive).filter((cell) => truth[cell] !== sizes[Math.floor(cell / k)])
      expect(attack(riddle, truth, small)).toEqual({ found: [], unsure: [] })
      targets += small.length
      told += release.tables.flatMap(({ groups }) => groups).filter(({ cells }) => cells[0]?.told !== 'not').length
    }
    if (survey >= 10) continue
    const apart = tables.map((table) => ({
      ...table,
      groups: table.groups.map(({ name, cells }) => ({ name, cells })),
    }))
    const open = jointRiddle(seenOf(protect(apart), apart), genders, k)
    const small = smallCells(open.truth, open.sizes, sensitive)
    unlinked += attack(open.riddle, open.truth, small).found.length
  }
  expect(exposed).toBe(0)
  expect(targets).toBeGreaterThan(500)
  expect(told).toBeGreaterThan(200)
  // Had it not been said which groups lie within which, some would have been found.
  expect(unlinked).toBeGreaterThan(0)
})
