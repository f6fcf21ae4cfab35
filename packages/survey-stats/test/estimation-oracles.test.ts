import { expect, test } from 'vitest'
import { byGroup } from '../src/estimation/by-group.ts'
import { crossTable } from '../src/estimation/cross-table.ts'
import { meanOf } from '../src/estimation/estimand.ts'
import { means, proportions, ratios, totals, variances, type NamedEstimates } from '../src/estimation/estimate.ts'
import { crossed, degreesOfFreedom, domainOf, indicator, type Design, type LinearDesign } from '../src/index.ts'
import { confidenceIntervals } from '../src/intervals/confidence.ts'
import { quantiles } from '../src/quantiles/quantile.ts'
import {
  amounts,
  areOraclesAbsent,
  classes,
  comparisons,
  edu,
  listOf,
  mig,
  oracleOf,
  panelDesigns,
  replicateDesigns,
  schoolDesigns,
  type Found,
  type Table,
} from './estimation-oracles.ts'

type Comparisons = ReturnType<typeof comparisons>
type Compare = (id: string, theirs: Found) => void

const comparing = ({ add }: Comparisons) => {
  const all = (id: string, ours: NamedEstimates, theirs: Found): void => {
    // A standard error that is 0 but for rounding is compared with the size of the estimate.
    const size = Math.max(...ours.values.map(Math.abs)) * 1e-3
    add(`${id} estimate`, ours.values, listOf(theirs.estimate), 1e-10)
    add(`${id} standard error`, ours.standardErrors, listOf(theirs.se), 1e-10, size)
    if (theirs.vcov !== undefined)
      add(`${id} covariance`, ours.covariance.m, theirs.vcov.flat(), 1e-10, (size * 10) ** 2)
    if (ours.designEffects !== null && listOf(theirs.deff).some((deff) => deff > 1e-12))
      add(
        `${id} deff`,
        ours.designEffects.map((one) => one ?? NaN),
        listOf(theirs.deff),
        1e-10,
      )
    if (theirs.ci95 === undefined) return
    add(`${id} df`, [ours.degreesOfFreedom], [Number(theirs.ci95.df)], 0)
    const { lower, upper } = confidenceIntervals(ours)
    add(`${id} lower`, lower, listOf(theirs.ci95.lower), 1e-9, size)
    add(`${id} upper`, upper, listOf(theirs.ci95.upper), 1e-9, size)
  }
  const grouped = (
    id: string,
    { values, standardErrors, perGroup }: ReturnType<typeof byGroup>,
    theirs: Found,
  ): void => {
    const rows = theirs.values ?? []
    add(`${id} estimate`, values, theirs.p?.flat() ?? rows.flatMap((row) => row.slice(0, perGroup)), 1e-10)
    const errors = theirs.p === undefined ? rows.flatMap((row) => row.slice(perGroup)) : listOf(theirs.se)
    add(`${id} standard error`, standardErrors, errors, 1e-10)
  }
  return { all, grouped }
}

const without = { designEffect: 'without-replacement', missing: 'leave-out' } as const
const replaced = { designEffect: 'with-replacement' } as const

const schoolCases = (design: LinearDesign, table: Table, found: Comparisons): Record<string, Compare> => {
  const { all, grouped } = comparing(found)
  const [api00, api99] = [amounts(table, 'api00'), amounts(table, 'api99')]
  const [enroll, stu] = [amounts(table, 'enroll'), amounts(table, 'api.stu')]
  const [stype, schwide, comp] = [classes(table, 'stype'), classes(table, 'sch.wide'), classes(table, 'comp.imp')]
  const high = domainOf(
    design,
    api99.values.map((x) => Number(x > 700)),
  )
  const schoolwide = domainOf(design, indicator(schwide, 'Yes').values)
  const cells = (id: string, ours: NamedEstimates, { m = [] }: Found): void =>
    found.add(id, ours.values, m.flat().map(Number), 1e-10)
  return {
    degf: (id, theirs) => found.add(id, [degreesOfFreedom(design)], [Number(theirs)], 0),
    mean_api: (id, theirs) => all(id, means(design, { api00, api99 }, without), theirs),
    mean_api_deff_replace: (id, theirs) => all(id, means(design, { api00 }, replaced), theirs),
    mean_factor_stype: (id, theirs) => all(id, proportions(design, stype, without), theirs),
    total_enroll: (id, theirs) => all(id, totals(design, { enroll }, without), theirs),
    total_factor_schwide: (id, theirs) => all(id, totals(design, { schwide }), theirs),
    ratio_apistu_enroll: (id, theirs) => {
      const ours = ratios(design, { stu }, { enroll })
      all(id, ours, theirs)
      const [t, z] = [confidenceIntervals(ours), confidenceIntervals(ours, { degreesOfFreedom: Infinity })]
      found.add(`${id} t`, [...t.lower, ...t.upper], theirs.ci_degf ?? [], 1e-9)
      found.add(`${id} normal`, [...z.lower, ...z.upper], theirs.ci_Inf ?? [], 1e-9)
    },
    var_api00: (id, theirs) => all(id, variances(design, { api00 }), theirs),
    by_stype_mean_api00: (id, theirs) => all(id, byGroup(design, stype, meanOf({ api00 }), without), theirs),
    by_stype_by_comp_mean_api00: (id, theirs) =>
      all(id, byGroup(design, crossed(comp, stype), meanOf({ api00 })), theirs),
    by_stype_prop_schwide: (id, theirs) => grouped(id, byGroup(design, stype, meanOf({ schwide })), theirs),
    domain_schwideYes_mean: (id, theirs) => {
      found.add(`${id} degf`, [degreesOfFreedom(schoolwide)], [theirs.degf ?? NaN], 0)
      all(id, means(schoolwide, { api00 }), theirs)
    },
    domain_api99_gt_700_total: (id, theirs) => all(id, totals(high, { enroll }, { missing: 'leave-out' }), theirs),
    table_stype_schwide: (id, theirs) => cells(id, crossTable(design, stype, schwide), theirs),
    table_Ntotal100: (id, theirs) => cells(id, crossTable(design, stype, schwide, { total: 100 }), theirs),
  }
}

test.skipIf(areOraclesAbsent)('Every estimate of the school samples is that of R.', () => {
  const [designs, found, unknown] = [schoolDesigns(), comparisons(), new Array<string>()]
  for (const [id, theirs] of Object.entries(oracleOf('estimation.json'))) {
    const [name = '', what = ''] = id.split('.')
    const { design, table } = designs[name as keyof typeof designs]
    const compare = schoolCases(design, table, found)[what]
    if (compare === undefined) unknown.push(id)
    else compare(id, theirs)
  }
  expect(unknown).toEqual([])
  expect(found.tooFar).toEqual([])
  expect(found.count()).toBeGreaterThan(150)
})

const panelCases = (design: LinearDesign, table: Table, found: Comparisons): Record<string, Compare> => {
  const { all, grouped } = comparing(found)
  const [education, origin] = [classes(table, 'edu', edu), classes(table, 'mig', mig)]
  const [score, answer] = [amounts(table, 'score'), amounts(table, 'q01_miss')]
  const leave = { missing: 'leave-out' } as const
  const question = (own: string) => classes(table, own, ['1', '2', '3', '4', '5'])
  const byEducation = (own: string) => byGroup(design, education, meanOf({ q: question(own) }), leave)
  const each = Array.from({ length: 30 }, (_, k) => `q${String(k + 1).padStart(2, '0')}`)
  return {
    mean_score: (id, theirs) => all(id, means(design, { score }, without), theirs),
    mean_score_deff_replace: (id, theirs) => all(id, means(design, { score }, replaced), theirs),
    dist_q01: (id, theirs) => all(id, proportions(design, question('q01')), theirs),
    total_q01: (id, theirs) => all(id, totals(design, { q: question('q01') }), theirs),
    mean_edu_is_exact: (id, theirs) => all(id, proportions(design, education), theirs),
    by_edu_mean_score: (id, theirs) => all(id, byGroup(design, education, meanOf({ score })), theirs),
    by_edu_dist_q02: (id, theirs) => grouped(id, byEducation('q02'), theirs),
    missing_answers_by_edu_narm: (id, theirs) => grouped(id, byEducation('q01_miss'), theirs),
    missing_answers_narm: (id, theirs) => all(id, means(design, { answer }, leave), theirs),
    domain_mig_nonwest_mean_score: (id, theirs) =>
      all(id, means(domainOf(design, indicator(origin, 'nonwest').values), { score }), theirs),
    ...Object.fromEntries(
      each.map((q): [string, Compare] => [`${q}_by_edu`, (id, theirs) => grouped(id, byEducation(q), theirs)]),
    ),
  }
}

test.skipIf(areOraclesAbsent)(
  'Every estimate of the weighted panel is that of R, weighting taken into account.',
  () => {
    const { table, ...designs } = panelDesigns()
    const [found, unknown] = [comparisons(), new Array<string>()]
    for (const [id, theirs] of Object.entries(oracleOf('weighted_estimation.json'))) {
      const [name = '', what = ''] = id.split('.')
      if (what.startsWith('ciprop')) continue
      const compare = panelCases(designs[name as keyof typeof designs], table, found)[what]
      if (compare === undefined) unknown.push(id)
      else compare(id, theirs)
    }
    expect(unknown).toEqual([])
    expect(found.tooFar).toEqual([])
    expect(found.count()).toBeGreaterThan(200)
  },
)

test.skipIf(areOraclesAbsent)('Every estimate over replicates is that of R.', () => {
  const { clusters, strata, ...designs } = replicateDesigns()
  const found = comparisons()
  const { all } = comparing(found)
  const oracles = oracleOf('replicates.json')
  const pair = (table: Table) => ({ api00: amounts(table, 'api00'), api99: amounts(table, 'api99') })
  const see = (id: string, ours: NamedEstimates): void => all(id, ours, oracles[id] ?? {})
  see('jk1.mean', means(designs.jk1, pair(clusters)))
  see('jk1.by_stype', byGroup(designs.jk1, classes(clusters, 'stype'), meanOf({ x: amounts(clusters, 'api00') })))
  see('jkn.mean', means(designs.jkn, pair(strata)))
  see('boot.mean', means(designs.boot, pair(clusters)))
  see('boot.mean_mse', means({ ...designs.boot, mse: true } satisfies Design, pair(clusters)))
  see('subboot.mean', means(designs.subboot, pair(clusters)))
  see('boot.ratio', ratios(designs.boot, { x: amounts(clusters, 'api.stu') }, { y: amounts(clusters, 'enroll') }))
  const [median] = quantiles(designs.boot, amounts(clusters, 'api00'), [0.5], { interval: 'replicates' })
  found.add(
    'boot.median',
    [median?.estimate, median?.lower, median?.upper, median?.standardError].map((one) => one ?? NaN),
    (oracles['boot.median']?.m ?? []).flat().map(Number),
    1e-9,
  )
  expect(found.tooFar).toEqual([])
  expect(found.count()).toBeGreaterThan(20)
})
