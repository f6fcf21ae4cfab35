import { expect, test } from 'vitest'
import {
  coded,
  domainOf,
  estimateInSteps,
  estimateOf,
  meanOf,
  rake,
  replicatesOf,
  SurveyError,
  surveyDesign,
} from '../src/index.ts'

const n = 400
const school = coded(
  Uint8Array.from({ length: n }, (_, i) => (i * 7) % 3),
  ['vmbo', 'havo', 'vwo'],
)
const trust = coded(
  Uint8Array.from({ length: n }, (_, i) => (i * i + (i >> 3)) % 4),
  ['a', 'b', 'c', 'd'],
)
const margins = [{ name: 'school', column: school, totals: { vmbo: 500, havo: 300, vwo: 200 } }]
const plain = surveyDesign({ n })
const bootstrap = replicatesOf(plain, { type: 'bootstrap', replicates: 12, seed: 'steps' })

test('Step by step it comes to what it comes to at once, with a domain too.', () => {
  for (const base of [bootstrap, domainOf(rake(bootstrap, margins).design, school.codes)]) {
    const statistic = meanOf({ trust }).statistic(base.weights)
    const steps = estimateInSteps(base, statistic)
    for (let r = 1; r < 12; r += 1) {
      expect(steps.next()).toBeNull()
      expect(steps.done()).toBe(r)
    }
    const found = steps.next()
    expect(found).toEqual(estimateOf(base, statistic))
    expect([steps.next(), steps.done(), steps.count]).toEqual([found, 12, 12])
  }
})

test('Between two steps nothing is done, so that stopping is to ask no more.', () => {
  let weighed = 0
  const weightsOf = (r: number, into: Float64Array): void => {
    weighed += 1
    bootstrap.weightsOf(r, into)
  }
  const counted = { ...bootstrap, weightsOf }
  const steps = estimateInSteps(counted, meanOf({ trust }).statistic(counted.weights))
  for (let r = 0; r < 3; r += 1) steps.next()
  expect([weighed, steps.done()]).toEqual([3, 3])
})

test('Raking stops when it is told so in a round, of a replicate too.', () => {
  let rounds = 0
  const stop = { onStep: () => (rounds += 1) < 0 }
  expect(() => rake(plain, margins, stop)).toThrow(SurveyError)
  expect(rounds).toBe(1)
  let isWanted = true
  const raked = rake(bootstrap, margins, { onStep: () => isWanted })
  const steps = estimateInSteps(raked.design, meanOf({ trust }).statistic(raked.weights))
  expect(steps.next()).toBeNull()
  isWanted = false
  expect(() => steps.next()).toThrow('stopped')
  expect(steps.done()).toBe(1)
})
