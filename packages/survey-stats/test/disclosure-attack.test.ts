import { expect, test, vi } from 'vitest'
import { protect } from '../src/disclosure/protect.ts'
import { published } from '../src/disclosure/release.ts'
import type { AnswerTable } from '../src/disclosure/table.ts'
import { seeded, type Seeded } from '../src/random/seeded.ts'
import { attack, riddleOf, withInsiders, type Public, type Riddle } from './disclosure-attacker.ts'
import { anyChances, draw, seenOf, smallCells, tabulated } from './synthetic-survey.ts'

// Seconds alone, more beside other work.
vi.setConfig({ testTimeout: 60_000 })

/** A question of 8 to 400 respondents in 3 to 8 groups, half of the time told by a second grouping as well. */
const anySurvey = (random: Seeded): AnswerTable[] => {
  const n = 8 + random.below(393)
  const plan = {
    question: 'q',
    wave: '2026',
    ordered: random.uniform() < 0.6,
    sensitive: random.uniform() < 0.5,
    chances: anyChances(random, 2 + random.below(5)),
    whole: 'all',
  }
  const answers = Array.from({ length: n }, () => draw(random, plan.chances))
  return Array.from({ length: 1 + random.below(2) }, (_, which) => {
    const groups = Array.from({ length: 3 + random.below(6) }, (_, at) => `grouping ${which}, group ${at}`)
    return tabulated(
      { ...plan, groups },
      answers.map((answer) => [random.below(groups.length), answer] as const),
    )
  })
}

test('In 500 surveys an attacker with rank and enumeration finds no small cell, alone or with three insiders.', () => {
  const random = seeded('S1 and S3')
  let [targets, withHelp] = [0, 0]
  for (let survey = 0; survey < 500; survey += 1) {
    const tables = anySurvey(random)
    const release = protect(tables)
    const { riddle, truth, sizes } = riddleOf(seenOf(release, tables))
    const k = truth.length / sizes.length
    const small = smallCells(truth, sizes, tables[0]?.sensitive ?? true)
    expect(release.exposed).toEqual([])
    expect(attack(riddle, truth, small)).toEqual({ found: [], unsure: [] })
    targets += small.length
    for (let coalition = 0; coalition < 2; coalition += 1) {
      // The groups of the first table come before those of the second: whole 0, then its groups.
      const group = 1 + random.below(3)
      const people = truth
        .slice(group * k, group * k + k)
        .flatMap((n, j) => Array.from({ length: n }, () => group * k + j))
      // One coalition is those who are alone in their answer or nearly so, the others are whoever wants.
      const bySize = people.toSorted((a, b) => (truth[a] ?? 0) - (truth[b] ?? 0))
      const from = coalition === 0 ? bySize : people
      const insiders = Array.from({ length: Math.min(3, from.length) }, () =>
        from.splice(coalition === 0 ? 0 : random.below(from.length), 1),
      ).flat()
      // Of a group in which nobody else is, they know all there is.
      const others = small.filter((cell) => Math.floor(cell / k) !== group || from.length > 0)
      expect(attack(withInsiders(riddle, insiders), truth, others)).toEqual({ found: [], unsure: [] })
      withHelp += others.length
    }
  }
  expect(targets).toBeGreaterThan(5000)
  expect(withHelp).toBeGreaterThan(10_000)
})

test('The attacker is no straw man: of the same tables, rounded but with nothing hidden, he finds cells.', () => {
  const random = seeded('S1 unprotected')
  const open = { ...rulesThatHideNothing }
  let found = 0
  for (let survey = 0; survey < 50; survey += 1) {
    const tables = anySurvey(random).map((table) => ({ ...table, sensitive: false }))
    const { riddle, truth, sizes } = riddleOf(seenOf(protect(tables, open), tables))
    found += attack(riddle, truth, smallCells(truth, sizes, false)).found.length
  }
  expect(found).toBeGreaterThan(100)
})

const rulesThatHideNothing = {
  respondents: 0,
  households: 0,
  remainder: 0,
  cell: 0,
  width: 0,
  widthShare: 0,
  insiders: 0,
  rounding: [
    { from: 100, percent: 1 },
    { from: 0, percent: 5 },
  ],
  exactFrom: 0,
  changed: 0,
  weightRatio: Infinity,
  stratum: 0,
}

/**
 * Beside both waves, who came to each group and who left it: the worst case, that nobody who stayed changed an answer.
 * @param changes by group, the answers of who joined and of who left, counted
 */
const wavesRiddle = (then: Public, now: Public, changes: readonly (readonly [number[], number[]])[]) => {
  const [a, b] = [riddleOf([then]), riddleOf([now])]
  const [first, k] = [a.truth.length, then.table.answers.length]
  const riddle: Riddle = {
    low: [...a.riddle.low, ...b.riddle.low],
    high: [...a.riddle.high, ...b.riddle.high],
    sums: [
      ...a.riddle.sums,
      ...b.riddle.sums.map((sum) => ({ ...sum, of: sum.of.map(([cell, sign]) => [cell + first, sign] as const) })),
    ],
  }
  const truth = [...a.truth, ...b.truth]
  const small: number[] = []
  changes.forEach(([joined, left], group) => {
    const start = truth.length
    for (const people of [joined, left]) {
      const n = people.reduce((sum, count) => sum + count, 0)
      riddle.sums.push({ of: people.map((_, j) => [truth.length + j, 1]), low: n, high: n })
      riddle.low.push(...people.map(() => 0))
      riddle.high.push(...people.map(() => n))
      small.push(...people.flatMap((count, j) => (n > 0 && count < 5 ? [truth.length + j] : [])))
      truth.push(...people)
    }
    // Without groups the whole itself changed.
    const row = changes.length === 1 ? 0 : group + 1
    for (let j = 0; j < k; j += 1) {
      const terms = [
        [row * k + j, 1],
        [first + row * k + j, -1],
        [start + j, 1],
        [start + k + j, -1],
      ] as const
      riddle.sums.push({ of: terms, low: 0, high: 0 })
    }
  })
  return { riddle, truth, small }
}

const tally = (answers: readonly number[], k: number): number[] =>
  Array.from({ length: k }, (_, at) => answers.filter((answer) => answer === at).length)

/** Two waves of the same groups (none: of the whole alone), and how many came and went. */
const anyWaves = (random: Seeded, groups: readonly string[]) => {
  const chances = anyChances(random, 2 + random.below(4))
  const plan = { question: 'q', ordered: random.uniform() < 0.6, sensitive: true, chances, whole: 'all', groups }
  const some = (n: number): number[] => Array.from({ length: n }, () => draw(random, chances))
  const parts = Array.from({ length: Math.max(1, groups.length) }, () => {
    const few = random.uniform() < 0.4 ? 5 : 25
    return {
      stay: some(10 + random.below(100)),
      join: some(random.below(2) * random.below(few)),
      leave: some(random.below(2) * random.below(few)),
    }
  })
  const people = (of: (part: (typeof parts)[number]) => number[]) =>
    parts.flatMap((part, group) => of(part).map((answer) => [group, answer] as const))
  const then = tabulated(
    { ...plan, wave: '2025' },
    people(({ stay, leave }) => [...stay, ...leave]),
  )
  const bare = tabulated(
    { ...plan, wave: '2026' },
    people(({ stay, join }) => [...stay, ...join]),
  )
  const sinceOf = (own: typeof parts) => [
    {
      wave: '2025',
      joined: own.reduce((sum, { join }) => sum + join.length, 0),
      left: own.reduce((sum, { leave }) => sum + leave.length, 0),
    },
  ]
  const now = {
    ...bare,
    whole: { ...bare.whole, since: sinceOf(parts) },
    groups: bare.groups.map((group, at) => ({ ...group, since: sinceOf(parts.slice(at, at + 1)) })),
  }
  const changes = parts.map(({ join, leave }) => [tally(join, chances.length), tally(leave, chances.length)] as const)
  return { before: then, after: now, changes: changes.map(([joined, left]) => [joined, left] as [number[], number[]]) }
}

test('Of 1,000 pairs of waves the few who came or went are not found, even if nobody else changed an answer.', () => {
  const random = seeded('S2 waves')
  let [both, targets] = [0, 0]
  for (let pair = 0; pair < 1000; pair += 1) {
    const groups = Array.from({ length: pair % 4 > 0 ? 0 : 2 + random.below(4) }, (_, at) => `group ${at}`)
    const { before: then, after: now, changes } = anyWaves(random, groups)
    const release = protect([then])
    const later = protect([now], undefined, [release])
    const [before, after] = [seenOf(release, [then])[0], seenOf(later, [now])[0]]
    if (before === undefined || after === undefined) throw new Error('No table came back.')
    const { riddle, truth, small } = wavesRiddle(before, after, changes)
    expect(attack(riddle, truth, small)).toEqual({ found: [], unsure: [] })
    targets += small.length
    if (small.length > 0 && after.table.groups.some(({ cells }) => cells.some(({ told }) => told !== 'not'))) both += 1
  }
  expect(targets).toBeGreaterThan(1000)
  expect(both).toBeGreaterThan(100)
})

test('Of 1,000 pairs of a group and the whole it is in, the people between them are not found.', () => {
  const random = seeded('S2 groups')
  let both = 0
  for (let pair = 0; pair < 1000; pair += 1) {
    const chances = anyChances(random, 2 + random.below(4))
    const plan = { question: 'q', wave: '2026', ordered: random.uniform() < 0.6, sensitive: true, chances }
    const n = 10 + random.below(200)
    const outside = random.below(30)
    // A group number that no group has: these people are in the whole alone.
    const people = Array.from({ length: n + outside }, (_, at) => [at < n ? 0 : 9, draw(random, chances)] as const)
    const table = tabulated({ ...plan, whole: 'all', groups: ['part'] }, people)
    const release = protect([table])
    const { riddle, truth, sizes } = riddleOf(seenOf(release, [table]))
    expect(attack(riddle, truth, smallCells(truth, sizes, true))).toEqual({ found: [], unsure: [] })
    if (release.tables[0]?.groups[1]?.cells.some(({ told }) => told !== 'not') === true && outside > 0) both += 1
  }
  expect(both).toBeGreaterThan(100)
})

test('A table that comes later gives no cell of the earlier one away, nor the other way round, and none was given away then.', () => {
  const random = seeded('later tables')
  for (let survey = 0; survey < 100; survey += 1) {
    const [first, second] = anySurvey(random)
    if (first === undefined) throw new Error('No survey.')
    // Another grouping of the same people, or the same groups without the last.
    const again = second ?? { ...first, groups: first.groups.slice(0, -1) }
    const release = protect([first])
    const later = protect([again], undefined, [release])
    const { riddle, truth, sizes } = riddleOf([...seenOf(release, [first]), ...seenOf(later, [again])])
    // What was frozen leaves every cell of groups nobody thought of uncertain, three insiders of such a group among the readers.
    expect(later.exposed).toEqual([])
    expect(attack(riddle, truth, smallCells(truth, sizes, first.sensitive ?? true))).toEqual({ found: [], unsure: [] })
  }
})

test('Classes within phases within a school are looked at together: no small cell is found at any level.', () => {
  const random = seeded('nested')
  for (let survey = 0; survey < 100; survey += 1) {
    const chances = anyChances(random, 2 + random.below(4))
    const plan = {
      question: 'q',
      wave: '2026',
      ordered: random.uniform() < 0.6,
      sensitive: random.uniform() < 0.5,
      chances,
    }
    const pupils = Array.from(
      { length: 30 + random.below(250) },
      () => [random.below(6), draw(random, chances)] as const,
    )
    const byPhase = tabulated(
      { ...plan, whole: 'school', groups: ['phase 0', 'phase 1'] },
      pupils.map(([own, answer]) => [Math.floor(own / 3), answer] as const),
    )
    const byClass = [0, 1].map((phase) =>
      tabulated(
        { ...plan, whole: `phase ${phase}`, groups: [0, 1, 2].map((at) => `class ${phase * 3 + at}`) },
        pupils.filter(([own]) => Math.floor(own / 3) === phase).map(([own, answer]) => [own % 3, answer] as const),
      ),
    )
    const tables = [byPhase, ...byClass]
    const release = protect(tables)
    const { riddle, truth, sizes } = riddleOf(seenOf(release, tables))
    expect(release.exposed).toEqual([])
    expect(attack(riddle, truth, smallCells(truth, sizes, plan.sensitive))).toEqual({ found: [], unsure: [] })
  }
})

test('In a school of 200 pupils at least 80 % of cells are published, by phase, by class and by gender.', () => {
  const random = seeded('S6')
  const kinds = [
    { chances: [0.04, 0.08, 0.2, 0.4, 0.28], ordered: true, sensitive: true },
    { chances: [0.1, 0.2, 0.3, 0.25, 0.15], ordered: true, sensitive: false },
    { chances: [0.7, 0.3], ordered: false, sensitive: true },
    { chances: [0.45, 0.3, 0.15, 0.1], ordered: false, sensitive: false },
  ]
  const tables = kinds.flatMap((kind, question) => {
    // Six in ten answer.
    const people = Array.from({ length: 200 }, (_, pupil) => pupil)
      .filter(() => random.uniform() < 0.6)
      .map((pupil) => [pupil, draw(random, kind.chances)] as const)
    const by = (name: string, count: number, groupOf: (pupil: number) => number): AnswerTable =>
      tabulated(
        {
          ...kind,
          question: `question ${question}`,
          wave: '2026',
          whole: 'school',
          groups: Array.from({ length: count }, (_, at) => `${name} ${at + 1}`),
        },
        people.map(([pupil, answer]) => [groupOf(pupil), answer]),
      )
    return [
      by('phase', 3, (pupil) => Math.min(2, Math.floor(pupil / 67))),
      by('class', 8, (pupil) => Math.floor(pupil / 25)),
      by('gender', 2, (pupil) => pupil % 2),
    ]
  })
  const told = protect(tables).tables.flatMap(({ groups }) =>
    groups.flatMap(({ cells }) => cells.map((cell) => cell.told)),
  )
  const share = (kind: string): number => told.filter((one) => one === kind).length / told.length
  expect(1 - share('not')).toBeGreaterThan(0.8)
  expect(share('apart')).toBeGreaterThan(0.4)
})

test('From a weighted share and known weights nobody works out how a stratum of ten answered.', () => {
  const random = seeded('S4')
  let [told, found] = [0, 0]
  for (let survey = 0; survey < 1000; survey += 1) {
    const [inStratum, others] = [10 + random.below(6), 10 + random.below(110)]
    const n = inStratum + others
    // The stratum weighs up to five times the others, or a fifth.
    const weight = random.below(2) === 0 ? 1 + 4 * random.uniform() : 1 / (1 + 4 * random.uniform())
    const chance = random.uniform()
    const count = (size: number): number =>
      Array.from({ length: size }, () => random.uniform()).filter((u) => u < chance).length
    const [a, b] = [count(inStratum), count(others)]
    const shareOf = (x: number, y: number): number => (weight * x + y) / (weight * inStratum + others)
    const share = shareOf(a, b)
    const cells = [
      { respondents: a + b, share },
      { respondents: n - a - b, share: 1 - share },
    ]
    const weights = { least: Math.min(1, weight), most: Math.max(1, weight), smallestStratum: inStratum }
    const table = {
      question: 'q',
      wave: '2026',
      answers: ['yes', 'no'],
      ordered: true,
      whole: { name: 'all', cells },
      groups: [],
      weights,
    }
    const [cell] = published(protect([table]))[0]?.groups[0]?.cells ?? []
    if (cell?.told !== 'apart' || !('percent' in cell.figure)) continue
    const { percent } = cell.figure
    const step = n >= 100 ? 1 : 5
    const possible = new Set<number>()
    for (let x = 0; x <= inStratum; x += 1)
      for (let y = 0; y <= others; y += 1)
        if (Math.abs(100 * shareOf(x, y) - percent) <= step / 2 + 1e-9) possible.add(x)
    told += 1
    if (possible.size === 1) found += 1
  }
  expect(told).toBeGreaterThan(500)
  expect(found).toBe(0)
})
