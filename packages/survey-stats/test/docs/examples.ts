import * as stats from '../../src/index.ts'
import { bySchool, content, design, education, gender, hours, margins, n, weighted } from './panel.ts'

const { byGroup, categorical, crossed, indicator, means, meanOf, numeric, proportions, surveyDesign } = stats
const isContent = indicator(content, 'yes')
const byEducation = byGroup(weighted, education, meanOf({ hours }))
const regression = stats.linearRegression(weighted, hours, [{ name: 'education', column: education }])
const cells = stats.cellsOf(weighted)
const waveOf = (name: string, from: number) => ({
  name,
  design,
  units: Array.from({ length: n }, (_, i) => from + i),
  outcome: hours,
})
const [before, after] = [waveOf('2025', 0), waveOf('2026', 120)]
const group = (name: string, ...respondents: number[]): stats.TableGroup => ({
  name,
  cells: respondents.map((count) => ({ respondents: count })),
})
const answers: stats.AnswerTable = {
  question: 'Content with what school tells about AI',
  wave: '2026',
  answers: ['yes', 'no'],
  ordered: true,
  sensitive: false,
  whole: group('school', 74, 46),
  groups: [group('grade 1', 40, 24), group('grade 2', 31, 20), group('grade 3', 3, 2)],
}
const rules = stats.defaultRules
const ids = Array.from({ length: 12 }, (_, i) => `p${i + 1}`)
const frame = ids.map((_, i) => (i < 8 ? 'vmbo' : 'havo'))
const drawn = stats.stratifiedSample(ids, frame, new Map([['vmbo', 2]]), 'autumn')
const [vmbo] = drawn as [stats.StratumSample]
const refused = (deed: () => unknown): unknown => {
  try {
    return deed()
  } catch (error) {
    return error instanceof stats.SurveyError ? { code: error.code, message: error.message } : error
  }
}

/** One example per public function; the reference prints the code and what it gives. */
export const examples: Readonly<Record<string, () => unknown>> = {
  SurveyError: () => refused(() => stats.rake(design, [{ name: 'gender', column: gender, totals: { f: 10 } }])),
  categorical: () => categorical(['yes', 'no', null, 'yes']),
  coded: () => stats.coded(Uint8Array.of(0, 1, 2, 0), ['no', 'yes']),
  crossed: () => crossed(categorical(['f', 'm']), categorical(['low', 'high'])),
  indicator: () => indicator(categorical(['yes', 'no', null]), 'yes').values,
  numeric: () => numeric([1.5, null, 3]).values,
  withMissingAs: () => stats.withMissingAs(categorical(['yes', null]), 'unknown'),
  degreesOfFreedom: () => stats.degreesOfFreedom(bySchool),
  domainOf: () => means(stats.domainOf(weighted, indicator(education, 'high').values), { hours }).values,
  surveyDesign: () =>
    surveyDesign({ weights: [10, 10, 12, 12], strata: [['a', 'a', 'b', 'b']] }).stages[0].stratumCount,
  replicatesGiven: () =>
    means(
      stats.replicatesGiven(surveyDesign({ n: 3 }), {
        values: [
          [0, 1.5, 1.5],
          [1.5, 0, 1.5],
          [1.5, 1.5, 0],
        ],
        scale: 2 / 3,
      }),
      { x: numeric([1, 2, 6]) },
    ).standardErrors,
  replicatesOf: () => means(stats.replicatesOf(bySchool, { type: 'JK1' }), { hours }).standardErrors,
  hadamardOf: () => stats.hadamardOf(3),
  rake: () => stats.rake(design, margins).report.designEffect,
  postStratify: () =>
    stats.postStratify(
      design,
      { name: 'education', column: education, shares: { low: 0.25, middle: 0.375, high: 0.375 } },
      {
        population: 24_000,
      },
    ).report.margins[0]?.levels[0],
  calibrate: () =>
    means(
      stats.calibrate(
        design,
        { margins, amounts: [{ name: 'hours', column: hours, total: 96_000 }] },
        { bounds: { lower: 0.3, upper: 3 } },
      ).design,
      { hours },
    ).values,
  rakeAndTrim: () => stats.rakeAndTrim(design, margins, { upper: 175 }).report.highestWeight,
  trimWeights: () => stats.trimWeights(weighted, { upper: 1.1, unit: 'mean', strict: true }).report,
  quantileRules: () => stats.quantileRules.length,
  summariseWeights: () => stats.summariseWeights(weighted.weights),
  sha256: () => stats.sha256('abc'),
  estimateOf: () =>
    stats.estimateOf(surveyDesign({ n: 3 }), {
      estimate: (weights) => Float64Array.of(weights.reduce((sum, weight) => sum + weight, 0)),
      linearise: (weights) => [new Float64Array(weights.length).fill(1)],
    }).values,
  estimateInSteps: () => {
    const sample = stats.replicatesOf(surveyDesign({ n: 3 }), { type: 'JK1' })
    const steps = stats.estimateInSteps(sample, {
      estimate: (weights) => Float64Array.of((weights[0] ?? 0) * 2 + (weights[1] ?? 0) * 4 + (weights[2] ?? 0) * 9),
      linearise: () => [Float64Array.of(2, 4, 9)],
    })
    let found = steps.next()
    while (found === null) found = steps.next()
    return found.standardErrors
  },
  meanOf: () => stats.estimate(weighted, meanOf({ hours, content })).values,
  ratioOf: () => stats.estimate(weighted, stats.ratioOf({ hours }, { isContent })).names,
  together: () => stats.estimate(weighted, stats.together(meanOf({ hours }), stats.totalOf({ content }))).names,
  totalOf: () => stats.estimate(weighted, stats.totalOf({ content })).values,
  varianceOf: () => stats.estimate(weighted, stats.varianceOf({ hours })).values,
  estimate: () => stats.estimate(weighted, meanOf({ hours }), { designEffect: 'with-replacement' }).designEffects,
  means: () => means(weighted, { hours }).standardErrors,
  proportions: () => proportions(weighted, content).values,
  ratios: () => stats.ratios(weighted, { hours }, { isContent }).values,
  totals: () => stats.totals(weighted, { hours }).values,
  variances: () => stats.variances(weighted, { hours }).values,
  byGroup: () => byEducation.values,
  contrast: () => stats.contrast(byEducation, { gap: { 'high: hours': 1, 'low: hours': -1 } }).standardErrors,
  functionsOf: () =>
    stats.functionsOf(
      means(weighted, { hours }),
      ['log'],
      ({ values: [mean = NaN] }) => [Math.log(mean)],
      ({ values: [mean = NaN] }) => [[1 / mean]],
    ).standardErrors,
  crossTable: () => stats.crossTable(weighted, content, education, { of: 'share-of-column' }).values,
  linearRegression: () => regression.values,
  coefficientsOfVariation: () => stats.coefficientsOfVariation(means(weighted, { hours })),
  confidenceIntervals: () => stats.confidenceIntervals(means(weighted, { hours })),
  intervalOfShare: () =>
    stats.intervalOfShare({ share: 0, standardError: 0, rows: 50, effectiveByWeights: 50, degreesOfFreedom: 49 }),
  proportionInterval: () => stats.proportionInterval(weighted, isContent, { method: 'beta' }),
  quantiles: () => stats.quantiles(weighted, hours, [0.5]),
  quantilesBy: () =>
    stats.quantilesBy(weighted, education, hours, [0.5]).map(({ group, quantiles: [own] }) => [group, own?.estimate]),
  cellsOf: () => cells.count,
  countsOf: () => stats.countsOf(cells, content),
  distributionsBy: () => stats.distributionsBy(cells, { content }, education)['content']?.values,
  tableFromCells: () => stats.tableFromCells(cells, content, education).sampled,
  raoScott: () => stats.raoScott(weighted, content, education).p,
  raoScottFrom: () => {
    const table = stats.tableFromCells(cells, content, education)
    return stats.raoScottFrom({ ...table, of: 'proportions', n }).p
  },
  goodnessOfFit: () => stats.goodnessOfFit(weighted, content, [0.5, 0.5]).p,
  groupsAgainstRest: () =>
    stats.groupsAgainstRest(weighted, hours, education).map(({ group, estimate }) => [group, estimate]),
  oneSampleTTest: () => stats.oneSampleTTest(weighted, hours, { against: 4 }).p,
  tTest: () => stats.tTest(weighted, hours, gender),
  rankTest: () => stats.rankTest(weighted, hours, gender).p,
  contrastTest: () => stats.contrastTest(byEducation, [-1, 0, 1]).p,
  termTest: () => stats.termTest(regression, ['education']),
  waldTest: () => stats.waldTest(byEducation, [0, 1, 2], { against: [4, 4, 4] }).p,
  compareGroups: () =>
    stats.compareGroups(weighted, hours, education).pairs.map(({ estimate, adjusted }) => [estimate, adjusted]),
  pairwise: () => stats.pairwise(byEducation, byEducation.groups, { adjustment: 'BH' })[0],
  adjustPValues: () => stats.adjustPValues([0.01, 0.04, 0.03], 'holm'),
  compareWaves: () => stats.compareWaves(before, after).shared,
  differenceBetweenSamples: () =>
    stats.differenceBetweenSamples(means(design, { hours }), means(weighted, { hours }))[0]?.p,
  stackColumns: () => stats.stackColumns([before, after], [hours, hours]).values.length,
  stackWaves: () => stats.stackWaves([before, after]).shared,
  chiSquaredTest: () =>
    stats.chiSquaredTest([
      [12, 5],
      [6, 9],
    ]),
  fisherTest: () =>
    stats.fisherTest([
      [8, 2],
      [1, 5],
    ]),
  trendTest: () => stats.trendTest([10, 15, 25], [50, 50, 50]),
  mantelHaenszel: () =>
    stats.mantelHaenszel([
      [
        [12, 5],
        [6, 9],
      ],
      [
        [8, 4],
        [5, 7],
      ],
    ]),
  wilsonInterval: () => stats.wilsonInterval(8, 20),
  sampleSize: () => stats.sampleSize({ margin: 0.05, population: 500 }),
  protect: () => stats.protect([answers]).tables[0]?.groups.map(({ group, reason }) => [group, reason]),
  published: () => stats.published(stats.protect([answers]))[0]?.groups[0]?.cells,
  releaseAgain: () => stats.releaseAgain(stats.published(stats.protect([answers])), [answers]).tables.length,
  defaultRules: () => rules,
  baseOf: () => stats.baseOf(37, rules),
  figureOf: () => stats.figureOf(0.617, 60, rules),
  responseOf: () => stats.responseOf(64, 90, rules),
  foreseen: () =>
    stats.foreseen(
      [
        { name: 'grade 1', size: 90 },
        { name: 'grade 2', size: 12 },
      ],
      0.6,
      3,
    ),
  defaultDominance: () => stats.defaultDominance,
  dominated: () => stats.dominated([500, 20, 15, 10]),
  allocated: () =>
    stats.allocated(
      [
        { name: 'a', population: 400, deviation: 4 },
        { name: 'b', population: 600, deviation: 1 },
      ],
      100,
      'neyman',
    ),
  replacementsFor: () => stats.replacementsFor(vmbo, new Set(vmbo.chosen.slice(0, 1))),
  stratifiedSample: () => drawn.map(({ stratum, chosen, weight }) => ({ stratum, chosen, weight })),
  defaultFatigue: () => stats.defaultFatigue,
  restedFrame: () =>
    stats.restedFrame(
      [
        { id: 'p1', invited: [] },
        { id: 'p2', invited: [90] },
      ],
      100,
    ),
  responseRates: () =>
    stats.responseRates({
      complete: 500,
      partial: 40,
      refused: 120,
      notReached: 200,
      other: 20,
      unknown: 90,
      unknownOther: 10,
      ineligible: 20,
    }),
  seeded: () => stats.seeded('autumn').below(100),
}
