import { expect, test } from 'vitest'
import {
  byGroup,
} from '../src/estimation/by-group.ts'
import { crossTable } from '../src/estimation/cross-table.ts'
import { meanOf } from '../src/estimation/estimand.ts'
import { means, proportions, ratios, totals, variances, type NamedEstimates } from '../src/estimation/estimate.ts'
import { crossed, degreesOfFreedom, domainOf, indicator, type LinearDesign } from '../src/index.ts'
import { confidenceIntervals } from '../src/intervals/confidence.ts'
import {
  amounts,
  areOraclesAbsent,
  classes,
  edu,
  listOf,
  mig,
  oracleOf,
  panelDesigns,
  schoolDesigns,
  worst,
  type Found,
} from './estimation-oracles.ts'

const same = (id: string, ours: NamedEstimates, theirs: Found): void => {
  expect(worst(ours.values, listOf(theirs.estimate)), `${id} estimate`).toBeLessThan(1e-10)
  // A standard error that is 0 but for rounding is compared with the size of the estimate.
  const size = Math.max(...ours.values.map(Math.abs)) * 1e-3
  expect(worst(ours.standardErrors, listOf(theirs.se), size), `${id} standard error`).toBeLessThan(1e-10)
  if (theirs.vcov !== undefined)
    expect(worst(ours.covariance.m, theirs.vcov.flat(), size * size), `${id} covariance`).toBeLessThan(1e-9)
  if (theirs.deff !== undefined && listOf(theirs.deff).some((deff) => deff > 1e-12))
    expect(worst((ours.designEffects ?? []).map((one) => one ?? NaN), listOf(theirs.deff)), `${id} deff`).toBeLessThan(1e-10)
  if (theirs.ci95 !== undefined) {
    const df = theirs.ci95.df === 'Inf' || theirs.ci95.df === null ? Infinity : theirs.ci95.df
    expect(ours.degreesOfFreedom, `${id} df`).toBe(df)
    const { lower, upper } = confidenceIntervals(ours)
    expect(worst(lower, listOf(theirs.ci95.lower), size), `${id} lower`).toBeLessThan(1e-9)
    expect(worst(upper, listOf(theirs.ci95.upper), size), `${id} upper`).toBeLessThan(1e-9)
  }
}

test.skipIf(areOraclesAbsent)('Every estimate of the school samples is that of R.', () => {
  const designs = schoolDesigns()
  let compared = 0
  for (const [id, theirs] of Object.entries(oracleOf('estimation.json'))) {
    const [name = '', what = ''] = id.split('.')
    const { design, table } = designs[name as keyof typeof designs]
    const api = { api00: amounts(table, 'api00'), api99: amounts(table, 'api99') }
    const [enroll, stu] = [amounts(table, 'enroll'), amounts(table, 'api.stu')]
    const [stype, schwide, comp] = [classes(table, 'stype'), classes(table, 'sch.wide'), classes(table, 'comp.imp')]
    const without = { designEffect: 'without-replacement', missing: 'leave-out' } as const
    const table2 = (ours: NamedEstimates) => expect(worst(ours.values, (theirs.m ?? []).flat().map(Number)), id).toBeLessThan(1e-10)
    compared += 1
    if (what === 'degf') expect(degreesOfFreedom(design)).toBe(theirs)
    else if (what === 'mean_api') same(id, means(design, api, without), theirs)
    else if (what === 'mean_api_deff_replace')
      same(id, means(design, { api00: api.api00 }, { designEffect: 'with-replacement' }), theirs)
    else if (what === 'mean_factor_stype') same(id, proportions(design, stype, without), theirs)
    else if (what === 'total_enroll') same(id, totals(design, { enroll }, without), theirs)
    else if (what === 'total_factor_schwide') same(id, totals(design, { schwide }), theirs)
    else if (what === 'ratio_apistu_enroll') {
      const ours = ratios(design, { stu }, { enroll })
      same(id, ours, theirs)
      const [t, z] = [confidenceIntervals(ours), confidenceIntervals(ours, { degreesOfFreedom: Infinity })]
      expect(worst([...t.lower, ...t.upper], theirs.ci_degf ?? [])).toBeLessThan(1e-9)
      expect(worst([...z.lower, ...z.upper], theirs.ci_Inf ?? [])).toBeLessThan(1e-9)
    } else if (what === 'var_api00') same(id, variances(design, { api00: api.api00 }), theirs)
    else if (what === 'by_stype_mean_api00') same(id, byGroup(design, stype, meanOf({ x: api.api00 }), without), theirs)
    else if (what === 'by_stype_by_comp_mean_api00')
      same(id, byGroup(design, crossed(comp, stype), meanOf({ x: api.api00 })), theirs)
    else if (what === 'by_stype_prop_schwide') {
      const { values, standardErrors } = byGroup(design, stype, meanOf({ schwide }))
      const [shares, errors] = [theirs.values?.flatMap((row) => row.slice(0, 2)), theirs.values?.flatMap((row) => row.slice(2))]
      expect(worst(values, shares ?? [])).toBeLessThan(1e-10)
      expect(worst(standardErrors, errors ?? [])).toBeLessThan(1e-10)
    } else if (what === 'domain_schwideYes_mean') {
      const own = domainOf(design, indicator(schwide, 'Yes').values)
      expect(degreesOfFreedom(own)).toBe(theirs.degf)
      same(id, means(own, { x: api.api00 }), theirs)
    } else if (what === 'domain_api99_gt_700_total')
      same(id, totals(domainOf(design, api.api99.values.map((x) => Number(x > 700))), { enroll }, without), {...theirs, deff: [] })
    else if (what === 'table_stype_schwide') table2(crossTable(design, stype, schwide))
    else if (what === 'table_Ntotal100') table2(crossTable(design, stype, schwide, { total: 100 }))
    else expect.fail(`${id} is compared with nothing`)
  }
  expect(compared).toBeGreaterThan(40)
})

test.skipIf(areOraclesAbsent)('Every estimate of the weighted panel has the standard error of R, weighting taken into account.', () => {
  const { table, ...designs } = panelDesigns()
  const education = classes(table, 'edu', edu)
  const origin = classes(table, 'mig', mig)
  const score = amounts(table, 'score')
  let compared = 0
  for (const [id, theirs] of Object.entries(oracleOf('weighted_estimation.json'))) {
    const [name = '', what = ''] = id.split('.')
    if (what.startsWith('ciprop')) continue
    const design: LinearDesign = designs[name as keyof typeof designs]
    const question = (own: string) => classes(table, own, ['1', '2', '3', '4', '5'])
    const leave = { missing: 'leave-out' } as const
    const grouped = (own: string) => {
      const { values, standardErrors } = byGroup(design, education, meanOf({ q: question(own) }), leave)
      const rows = theirs.values ?? []
      expect(worst(values, theirs.p?.flat() ?? rows.flatMap((row) => row.slice(0, 5))), id).toBeLessThan(1e-10)
      const errors = theirs.p === undefined ? rows.flatMap((row) => row.slice(5)) : (theirs.se as unknown as number[][]).flat()
      expect(worst(standardErrors, errors), id).toBeLessThan(1e-10)
    }
    compared += 1
    if (what === 'mean_score') same(id, means(design, { score }, { designEffect: 'without-replacement' }), theirs)
    else if (what === 'mean_score_deff_replace')
      same(id, means(design, { score }, { designEffect: 'with-replacement' }), theirs)
    else if (what === 'dist_q01') same(id, proportions(design, question('q01')), theirs)
    else if (what === 'total_q01') same(id, totals(design, { q: question('q01') }), theirs)
    else if (what === 'mean_edu_is_exact') same(id, proportions(design, education), theirs)
    else if (what === 'by_edu_mean_score') same(id, byGroup(design, education, meanOf({ score })), theirs)
    else if (what === 'by_edu_dist_q02') grouped('q02')
    else if (what === 'missing_answers_by_edu_narm') grouped('q01_miss')
    else if (what === 'missing_answers_narm') same(id, means(design, { x: amounts(table, 'q01_miss') }, leave), theirs)
    else if (what === 'domain_mig_nonwest_mean_score')
      same(id, means(domainOf(design, indicator(origin, 'nonwest').values), { score }), theirs)
    else if (/^q\d\d_by_edu$/u.test(what)) grouped(what.slice(0, 3))
    else {
      compared -= 1
      expect.fail(`${id} is compared with nothing`)
    }
  }
  expect(compared).toBeGreaterThan(60)
})
