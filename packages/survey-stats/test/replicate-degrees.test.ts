import { expect, test } from 'vitest'
import {
  byGroup,
  categorical,
  degreesOfFreedom,
  domainOf,
  meanOf,
  numeric,
  replicatesOf,
  surveyDesign,
} from '../src/index.ts'
import { rake } from '../src/weighting/rake.ts'
import { a, b, columns, designs, golden } from './weighting/golden.ts'

// d: the data of golden/weighting.json; r <- as.svrepdesign(svydesign(~unit, strata = ~stratum, weights = ~w, data = d), type = "JKn")
const { unit } = golden.data
const jkn = replicatesOf(designs.units, { type: 'JKn' })

test('The degrees of freedom of a domain of replicates are the rank of their weights in it less one, as in R.', () => {
  // degf(r), degf(subset(r, !unit %in% c(3, 8))), degf(subset(r, x > 50))
  const without = domainOf(
    jkn,
    unit.map((one) => one !== 3 && one !== 8),
  )
  const high = domainOf(
    jkn,
    golden.data.x.map((x) => x > 50),
  )
  expect([jkn, without, high].map(degreesOfFreedom)).toEqual([4, 4, 4])
  // rows <- as.svrepdesign(svydesign(~1, strata = ~stratum, weights = ~w, data = d), type = "JKn"); degf(subset(rows, a == "a1"))
  const rows = replicatesOf(surveyDesign({ weights: [...golden.data.w], strata: [golden.data.stratum] }), {
    type: 'JKn',
  })
  const some = domainOf(
    rows,
    golden.data.a.map((one) => one === 'a1'),
  )
  expect([rows, some].map(degreesOfFreedom)).toEqual([92, 43])
  expect(byGroup(some, columns.b, meanOf({ x: columns.x })).degreesOfFreedom).toBe(43)
})

test('Weighting finds the rank of the replicates again, as in R, where they are no longer bound to their strata.', () => {
  // k <- rake(r, list(~a, ~b), list(PA, PB)); degf(k), degf(subset(k, unit != 3))
  const raked = rake(jkn, [a, b]).design
  const without = domainOf(
    raked,
    unit.map((one) => one !== 3),
  )
  expect([raked, without].map(degreesOfFreedom)).toEqual([7, 7])
})

test('A group that a replicate has nobody of is refused with the number of the replicate; R gives it a standard error of 0.', () => {
  const group = categorical(unit.map((one) => (one === 5 ? 'alone' : 'others')))
  expect(() => byGroup(jkn, group, meanOf({ y: numeric(golden.data.y) }))).toThrow(
    'Replicate 5: Group "alone": No row weighs anything here',
  )
})
