import { describe, expect, test } from 'vitest'
import { indicator } from '../src/data/column.ts'
import type { LinearDesign } from '../src/design/design.ts'
import { linearRegression } from '../src/estimation/regression.ts'
import { goodnessOfFit } from '../src/tests-of-hypothesis/goodness-of-fit.ts'
import { compareGroups } from '../src/tests-of-hypothesis/pairwise.ts'
import { rankTest, type RankScore } from '../src/tests-of-hypothesis/rank-test.ts'
import { raoScott, type AssociationStatistic, type AssociationTest } from '../src/tests-of-hypothesis/rao-scott.ts'
import { groupsAgainstRest, tTest } from '../src/tests-of-hypothesis/t-test.ts'
import { termTest } from '../src/tests-of-hypothesis/wald-test.ts'
import * as oracles from './oracles-of-tests.ts'

const { off, numbersOf, resultsOf, tableOf } = oracles

describe.skipIf(oracles.oraclesAbsent)('R agrees', () => {
  const results = oracles.oraclesAbsent ? new Map() : resultsOf('tests.json')
  const schools = (name: 'dstrat' | 'dclus1') => tableOf('data', name === 'dstrat' ? 'apistrat.csv' : 'apiclus1.csv')
  const designOf = (name: string): LinearDesign =>
    name === 'dstrat' ? oracles.stratified(schools('dstrat')) : oracles.clustered(schools('dclus1'))

  const near = (what: string, ours: number, theirs: number | undefined, tolerance: number): void => {
    if (process.env['SHOW_OFF'] !== undefined) process.stdout.write(`${off(ours, theirs).toExponential(1)} ${what}\n`)
    expect(off(ours, theirs), `${what}: ${ours} and ${theirs}`).toBeLessThan(tolerance)
  }

  const isLike = (name: string, ours: AssociationTest): void => {
    const theirs = results.get(name)
    const dfs = numbersOf(theirs, 'parameter')
    near(`${name} value`, ours.value, numbersOf(theirs, 'statistic')[0], 1e-9)
    near(`${name} p`, ours.p, numbersOf(theirs, 'p.value')[0], ours.statistic === 'saddlepoint' ? 1e-6 : 1e-9)
    if (dfs[0] !== undefined) near(`${name} df`, ours.numeratorDf, dfs[0], 1e-9)
    if (dfs[1] !== undefined) near(`${name} ddf`, ours.denominatorDf, dfs[1], 1e-9)
  }

  test('on every two-way table of schools', () => {
    let seen = 0
    for (const name of results.keys()) {
      const [, at = '', which = '', statistic = ''] = /^(dstrat|dclus1)\.svychisq_(\w+)\.(\w+)$/.exec(name) ?? []
      if (at === '') continue
      const table = schools(at === 'dstrat' ? 'dstrat' : 'dclus1')
      const [rows, columns] = which === 'awards_x_comp' ? ['awards', 'comp.imp'] : ['sch.wide', 'stype']
      const [one, other] = [table.classes(rows ?? ''), table.classes(columns ?? '')]
      isLike(name, raoScott(designOf(at), one, other, { statistic: statistic as AssociationStatistic }))
      seen += 1
    }
    expect(seen).toBeGreaterThan(15)
  })

  test('on every question of the panel by education, raked, calibrated and with fixed weights', () => {
    const panel = tableOf('data', 'panel1000.csv')
    const edu = panel.classes('edu', oracles.eduLevels)
    let seen = 0
    for (const name of results.keys()) {
      const [, at, question = '', statistic = ''] = /^(PR|CAL|FIX)\.svychisq\.(\w+)\.x_edu\.(\w+)$/.exec(name) ?? []
      if (at !== 'PR' && at !== 'CAL' && at !== 'FIX') continue
      const design = oracles.panelDesign(panel, at)
      isLike(name, raoScott(design, panel.classes(question), edu, { statistic: statistic as AssociationStatistic }))
      seen += 1
    }
    expect(seen).toBeGreaterThan(20)
  })

  test('on ranks, of two groups and of three', () => {
    let seen = 0
    for (const name of results.keys()) {
      const [, at = '', score = ''] = /^(dstrat|dclus1)\.svyranktest(?:\.|_)(\w+)$/.exec(name) ?? []
      if (at === '') continue
      const table = schools(at === 'dstrat' ? 'dstrat' : 'dclus1')
      const ofThree = score === 'KW_stype'
      const group = table.classes(ofThree ? 'stype' : 'comp.imp')
      const ours = rankTest(designOf(at), table.numbers('api00'), group, {
        score: ofThree ? 'KruskalWallis' : (score as RankScore),
      })
      const theirs = results.get(name)
      near(`${name} p`, ours.p, numbersOf(theirs, 'p.value')[0], 1e-9)
      const [statistic] = numbersOf(theirs, ofThree ? 'parameter' : 'statistic')
      near(`${name} statistic`, ours.t ?? ours.F * ours.numeratorDf, statistic, 1e-9)
      seen += 1
    }
    expect(seen).toBe(8)
  })

  test('on regressions, their terms and a t-test', () => {
    for (const at of ['dstrat', 'dclus1'] as const) {
      const table = schools(at)
      const [outcome, stype] = [table.numbers('api00'), { name: 'stype', column: table.classes('stype') }]
      const name = `${at}.svyglm_api00_stype`
      const ours = linearRegression(designOf(at), outcome, [stype, { name: 'ell', column: table.numbers('ell') }])
      expect(ours.names).toEqual(['(Intercept)', 'stypeH', 'stypeM', 'ell'])
      numbersOf(results.get(name), 'coef').forEach((one, k) => near(`${name} ${k}`, ours.values[k] ?? NaN, one, 1e-10))
      numbersOf(results.get(name), 'se').forEach((one, k) =>
        near(`${name} se ${k}`, ours.standardErrors[k] ?? NaN, one, 1e-10),
      )
      expect([ours.degreesOfFreedom]).toEqual(numbersOf(results.get(name), 'df'))
    }
    const strat = schools('dstrat')
    const own = linearRegression(designOf('dstrat'), strat.numbers('api00'), [
      { name: 'stype', column: strat.classes('stype') },
    ])
    const terms = termTest(own, ['stype'])
    const theirs = results.get('dstrat.regTermTest_stype')
    near('regTermTest F', terms.F, numbersOf(theirs, 'F')[0], 1e-10)
    near('regTermTest p', terms.p, numbersOf(theirs, 'p')[0], 1e-9)
    expect([terms.numeratorDf, terms.denominatorDf]).toEqual([2, 195])
    const clus = schools('dclus1')
    const t = tTest(designOf('dclus1'), clus.numbers('api00'), clus.classes('comp.imp'))
    near('svyttest t', t.t, numbersOf(results.get('dclus1.svyttest_api00_compimp'), 'statistic')[0], 1e-10)
    near('svyttest p', t.p, numbersOf(results.get('dclus1.svyttest_api00_compimp'), 'p.value')[0], 1e-9)
  })

  test('on pairs of groups, and each group against the rest', () => {
    const panel = tableOf('data', 'panel1000.csv')
    const edu = panel.classes('edu', oracles.eduLevels)
    const design = oracles.panelDesign(panel, 'PR')
    const q01 = panel.classes('q01')
    for (const [name, outcome] of [
      ['pairwise.score_by_edu', panel.numbers('score')],
      ['pairwise.q01ge4_by_edu', indicator(q01, '4', '5')],
    ] as const) {
      const theirs = results.get(name)
      for (const [adjustment, under] of [
        ['holm', 'p_holm'],
        ['bonferroni', 'p_bonferroni'],
        ['BH', 'p_BH'],
      ] as const) {
        const { means, pairs } = compareGroups(design, outcome, edu, { adjustment })
        pairs.forEach((pair, k) => {
          near(`${name} diff`, pair.estimate, numbersOf(theirs, 'diff')[k], 1e-10)
          near(`${name} se`, pair.standardError, numbersOf(theirs, 'se')[k], 1e-10)
          near(`${name} t`, pair.t, numbersOf(theirs, 't')[k], 1e-9)
          near(`${name} p`, pair.p, numbersOf(theirs, 'p_t')[k], 1e-9)
          if (numbersOf(theirs, under).length > 0)
            near(`${name} ${under}`, pair.adjusted, numbersOf(theirs, under)[k], 1e-9)
        })
        numbersOf(theirs, 'vcov').forEach((one, k) => {
          if (Math.abs(one) > 1e-12) near(`${name} vcov`, means.covariance.m[k] ?? NaN, one, 1e-9)
        })
        ;[...numbersOf(theirs, 'group_mean'), ...numbersOf(theirs, 'p_hat')].forEach((one, k) =>
          near(`${name} mean`, means.values[k] ?? NaN, one, 1e-10),
        )
      }
    }
    const normal = compareGroups(design, panel.numbers('score'), edu, { degreesOfFreedom: Infinity })
    normal.pairs.forEach((pair, k) =>
      near('p_normal', pair.p, numbersOf(results.get('pairwise.score_by_edu'), 'p_normal')[k], 1e-9),
    )
    const rest = results.get('pairwise.group_vs_rest_score')
    for (const ours of groupsAgainstRest(design, panel.numbers('score'), edu)) {
      const theirs = rest !== null && typeof rest === 'object' ? (rest as Record<string, never>)[ours.group] : undefined
      near(`rest ${ours.group}`, ours.estimate, numbersOf(theirs, 'estimate')[0], 1e-10)
      near(`rest ${ours.group} t`, ours.t, numbersOf(theirs, 'statistic')[0], 1e-9)
      near(`rest ${ours.group} p`, ours.p, numbersOf(theirs, 'p.value')[0], 1e-9)
      expect([ours.degreesOfFreedom]).toEqual(numbersOf(theirs, 'parameter'))
    }
  })

  test('on shares that are given', () => {
    const panel = tableOf('data', 'panel1000.csv')
    const ours = goodnessOfFit(oracles.panelDesign(panel, 'FIX'), panel.classes('gender'), [0.5, 0.5])
    const theirs = results.get('FIX.gof_gender_vs_half')
    expect(ours.levels).toEqual(['f', 'm'])
    near('gof value', ours.value, numbersOf(theirs, 'statistic')[0], 1e-9)
    near('gof scale', ours.scale, numbersOf(theirs, 'parameter')[0], 1e-9)
    near('gof df', ours.df, numbersOf(theirs, 'parameter')[1], 1e-9)
    near('gof p', ours.p, numbersOf(theirs, 'p.value')[0], 1e-9)
  })
})
