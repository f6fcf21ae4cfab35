import { describe, expect, test, vi } from 'vitest'
import { seeded } from '../src/random/seeded.ts'
import { allocated, type Stratum } from '../src/sampling/allocation.ts'
import { restedFrame } from '../src/sampling/fatigue.ts'
import { responseRates } from '../src/sampling/response-rates.ts'
import { replacementsFor, stratifiedSample } from '../src/sampling/stratified-sample.ts'

// Seconds alone, more beside other work.
vi.setConfig({ testTimeout: 60_000 })

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

describe('allocation', () => {
  const strata: Stratum[] = [
    { name: 'primary', population: 5000, deviation: 10 },
    { name: 'secondary', population: 3000, deviation: 20 },
    { name: 'special', population: 200, deviation: 40 },
  ]

  test('Proportional follows the sizes, the largest remainders get what is left.', () => {
    // 100 · (5000, 3000, 200) / 8200 = 60.98, 36.59, 2.44
    expect(allocated(strata, 100)).toEqual([61, 37, 2])
  })

  test('Neyman follows size times deviation, and cost by its root.', () => {
    // N·S = 50,000, 60,000, 8,000 of 118,000: 42.37, 50.85, 6.78
    expect(allocated(strata, 100, 'neyman')).toEqual([42, 51, 7])
    // N·S/√c = 50,000, 30,000, 8,000 of 88,000: 56.82, 34.09, 9.09
    const costly = strata.map((one) => (one.name === 'secondary' ? { ...one, cost: 4 } : one))
    expect(allocated(costly, 100, 'neyman')).toEqual([57, 34, 9])
  })

  test('Who reaches a bound stays there, the others share the rest in proportion.', () => {
    const bounded = [
      { name: 'a', population: 5000, most: 40 },
      { name: 'b', population: 3000 },
      { name: 'c', population: 200, least: 10 },
    ]
    expect(allocated(bounded, 100)).toEqual([40, 50, 10])
    expect(
      allocated(
        [
          { name: 'a', population: 3 },
          { name: 'b', population: 100, least: 2 },
        ],
        103,
      ),
    ).toEqual([3, 100])
    expect(
      allocated(
        [
          { name: 'small', population: 4, least: 10 },
          { name: 'b', population: 96 },
        ],
        10,
      ),
    ).toEqual([4, 6])
  })

  test('Strata that do not vary get their least, and more only when the others are exhausted.', () => {
    const flat = [
      { name: 'flat', population: 50, deviation: 0, least: 2 },
      { name: 'varied', population: 30, deviation: 3 },
    ]
    expect(allocated(flat, 20, 'neyman')).toEqual([2, 18])
    expect(allocated(flat, 40, 'neyman')).toEqual([10, 30])
    expect(() => allocated([{ name: 'flat', population: 50, deviation: 0 }], 5, 'neyman')).toThrow('No stratum varies')
  })

  test('What cannot be is said with the amounts.', () => {
    expect(() => allocated(strata, 8201)).toThrow('8201 was asked where at most 8200')
    expect(() => allocated([{ name: 'a', population: 50, least: 8 }], 5)).toThrow('5 was asked where at least 8')
    expect(() => allocated(strata, 2.5)).toThrow('2.5 cannot be taken')
    expect(() => allocated([{ name: 'a', population: 5, least: 3, most: 2 }], 2)).toThrow('“a”')
    expect(() => allocated([{ name: 'a', population: 5 }], 2, 'neyman')).toThrow('standard deviation')
    expect(allocated([], 0)).toEqual([])
    expect(allocated(strata, 0)).toEqual([0, 0, 0])
    expect(allocated(strata, 8200)).toEqual([5000, 3000, 200])
  })

  test('In 500 cases the sum is exact, bounds hold, and no free stratum is a whole person off its share.', () => {
    const random = seeded('allocation')
    for (let times = 0; times < 500; times += 1) {
      const own = Array.from({ length: 1 + random.below(8) }, (_, at) => {
        const population = random.below(400)
        const least = random.below(6)
        return { name: `${at}`, population, deviation: 0.1 + random.uniform(), least, most: least + random.below(200) }
      })
      const least = sum(own.map((one) => Math.min(one.least, one.population)))
      const most = sum(own.map((one) => Math.min(one.most, one.population)))
      const n = least + random.below(most - least + 1)
      for (const method of ['proportional', 'neyman', 'equal'] as const) {
        const out = allocated(own, n, method)
        expect(sum(out)).toBe(n)
        const rates = own.flatMap(({ population, deviation, least: low, most: high }, at) => {
          const got = out[at] ?? -1
          expect(got >= Math.min(low, population) && got <= Math.min(high, population)).toBe(true)
          const size = method === 'equal' ? 1 : method === 'neyman' ? population * deviation : population
          return got > Math.min(low, population) + 1 && got < Math.min(high, population) - 1
            ? [[got, size] as const]
            : []
        })
        for (const [a, x] of rates)
          for (const [b, y] of rates) expect((a - 1) / x).toBeLessThanOrEqual((b + 1) / y + 1e-9)
      }
    }
  })
})

describe('stratified sample', () => {
  const ids = Array.from({ length: 300 }, (_, at) => `p${at}`)
  const strata = ids.map((_, at) => (at % 3 === 0 ? 'vo' : 'bo'))
  const take = new Map([
    ['bo', 20],
    ['vo', 10],
  ])

  test('The seed decides who is drawn; the order of the frame and the other strata do not.', () => {
    const sample = stratifiedSample(ids, strata, take, 'wave 1')
    const turned = stratifiedSample(ids.toReversed(), strata.toReversed(), take, 'wave 1')
    expect(turned).toEqual(sample)
    expect(
      sample.map(({ chosen, replacements, population, weight }) => [
        chosen.length,
        replacements.length,
        population,
        weight,
      ]),
    ).toEqual([
      [20, 180, 200, 10],
      [10, 90, 100, 10],
    ])
    const more = stratifiedSample(ids, strata, new Map([...take, ['bo', 50]]), 'wave 1')
    expect(more[0]?.chosen.slice(0, 20)).toEqual(sample[0]?.chosen)
    expect(more[1]).toEqual(sample[1])
    expect(stratifiedSample(ids, strata, take, 'wave 2')).not.toEqual(sample)
  })

  test('Everybody of a stratum is as likely to be drawn.', () => {
    const members = ['a', 'b', 'c', 'd', 'e']
    const counts = new Map(members.map((id) => [id, 0]))
    for (let seed = 0; seed < 4000; seed += 1)
      for (const { chosen } of stratifiedSample(
        members,
        members.map(() => 's'),
        new Map([['s', 2]]),
        `${seed}`,
      ))
        for (const id of chosen) counts.set(id, (counts.get(id) ?? 0) + 1)
    // 1600 expected of each; the standard deviation is 31.
    for (const count of counts.values()) expect(Math.abs(count - 1600)).toBeLessThan(125)
  })

  test('Replacements come in a fixed order, and one who does not answer makes place for the next.', () => {
    const [sample] = stratifiedSample(ids, strata, take, 'wave 1')
    if (sample === undefined) throw new Error('No stratum.')
    const { chosen, replacements } = sample
    const gone = chosen.slice(3, 5)
    expect(replacementsFor(sample, new Set())).toEqual([])
    expect(replacementsFor(sample, new Set(gone))).toEqual(replacements.slice(0, 2))
    expect(replacementsFor(sample, new Set([...gone, ...replacements.slice(0, 1)]))).toEqual(replacements.slice(1, 3))
    expect(replacementsFor({ ...sample, replacements: [] }, new Set(gone))).toEqual([])
    expect(() => replacementsFor(sample, new Set(['stranger']))).toThrow('“stranger” is not of stratum “bo”')
  })

  test('Strata nobody named are drawn from by 0, and what cannot be is refused.', () => {
    expect(stratifiedSample(['a'], ['s'], new Map(), '')).toEqual([
      { stratum: 's', population: 1, chosen: [], replacements: ['a'], weight: null },
    ])
    expect(() => stratifiedSample(['a'], ['s'], new Map([['s', 2]]), '')).toThrow('2 were asked of “s”, which has 1')
    expect(() => stratifiedSample(['a'], ['s'], new Map([['t', 1]]), '')).toThrow('“t”, which has 0')
    expect(() => stratifiedSample(['a', 'a'], ['s', 's'], new Map(), '')).toThrow('twice')
    expect(() => stratifiedSample(['a'], [], new Map(), '')).toThrow('0 rows where 1')
  })
})

describe('fatigue', () => {
  test('Who was asked six times within a year, or within four weeks, is not in the frame.', () => {
    const members = [
      { id: 'new', invited: [] },
      { id: 'often', invited: [0, 100, 150, 200, 250, 300] },
      { id: 'lately', invited: [340] },
      { id: 'long ago', invited: [-100, -50, -40, -30, -20, -10, 332] },
    ]
    expect(restedFrame(members, 360)).toEqual({
      frame: ['new', 'long ago'],
      resting: [
        { id: 'often', why: 'asked-often', until: 365 },
        { id: 'lately', why: 'asked-lately', until: 368 },
      ],
    })
  })

  test('On the day it says somebody may be asked again, and not the day before.', () => {
    const random = seeded('fatigue')
    for (let times = 0; times < 500; times += 1) {
      const member = { id: 'a', invited: Array.from({ length: random.below(9) }, () => random.below(400)) }
      const [rest] = restedFrame([member], 400).resting
      if (rest === undefined) continue
      expect(restedFrame([member], rest.until).frame).toEqual(['a'])
      expect(restedFrame([member], rest.until - 1).frame).toEqual([])
    }
  })

  test('Half days and limits of nothing are refused.', () => {
    expect(() => restedFrame([{ id: 'a', invited: [1.5] }], 3)).toThrow('1.5 is none')
    expect(() => restedFrame([], 3, { most: 0, window: 365, gap: 1 })).toThrow('whole numbers')
    expect(restedFrame([], 3)).toEqual({ frame: [], resting: [] })
  })
})

describe('response rates', () => {
  const cases = {
    complete: 500,
    partial: 50,
    refused: 200,
    notReached: 100,
    other: 50,
    unknown: 80,
    unknownOther: 20,
    ineligible: 100,
  }

  test('The sixteen rates of AAPOR, worked out by hand.', () => {
    // Eligible 900, e = 900 / 1000, likely eligible among the 100 unknown 90.
    expect(responseRates(cases)).toEqual({
      RR1: 500 / 1000,
      RR2: 550 / 1000,
      RR3: 500 / 990,
      RR4: 550 / 990,
      RR5: 500 / 900,
      RR6: 550 / 900,
      COOP1: 500 / 800,
      COOP2: 550 / 800,
      COOP3: 500 / 750,
      COOP4: 550 / 750,
      REF1: 200 / 1000,
      REF2: 200 / 990,
      REF3: 200 / 900,
      CON1: 800 / 1000,
      CON2: 800 / 990,
      CON3: 800 / 900,
      e: 0.9,
    })
  })

  test('With e of 1 the third rate is the first, with e of 0 it is the fifth.', () => {
    const [all, none] = [1, 0].map((eligibleShare) => responseRates({ ...cases, eligibleShare }))
    expect([all?.RR3, all?.RR4, all?.REF2, all?.CON2]).toEqual([all?.RR1, all?.RR2, all?.REF1, all?.CON1])
    expect([none?.RR3, none?.RR4, none?.REF2, none?.CON2]).toEqual([none?.RR5, none?.RR6, none?.REF3, none?.CON3])
  })

  test('What has no denominator is null and not 0, and no case at all is refused.', () => {
    const nothing = {
      complete: 0,
      partial: 0,
      refused: 0,
      notReached: 0,
      other: 0,
      unknown: 7,
      unknownOther: 0,
      ineligible: 0,
    }
    const { RR1, RR3, RR5, COOP1, e } = responseRates(nothing)
    expect([RR1, RR3, RR5, COOP1, e]).toEqual([0, null, null, null, null])
    expect(() => responseRates({ ...nothing, unknown: 0 })).toThrow('no case')
    expect(() => responseRates({ ...cases, refused: -1 })).toThrow('“refused” is -1')
    expect(() => responseRates({ ...cases, eligibleShare: 2 })).toThrow('e is 2')
  })
})
