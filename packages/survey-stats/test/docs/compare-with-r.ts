// Renews the tables of the README that compare with R: node test/docs/compare-with-r.ts --write
import { writeFileSync } from 'node:fs'
import {
  calibrate,
  crossed,
  estimateOf,
  indicator,
  means,
  postStratify,
  proportionInterval,
  quantiles,
  raoScott,
  rake,
  ratios,
  totals,
  type Design,
} from '../../src/index.ts'
import {
  amounts,
  areOraclesAbsent,
  classes,
  edu,
  listOf,
  oracleOf,
  panelDesigns,
  replicateDesigns,
  schoolDesigns,
} from '../estimation-oracles.ts'
import { resultsOf, numbersOf } from '../oracles-of-tests.ts'
import { a, b, columns, designs, four, golden, x } from '../weighting/golden.ts'
import { readReadme, readmePath } from './readme.ts'

/** One number of R and the same of ours. */
export type Comparison = {
  readonly what: string
  readonly call: string
  readonly theirs: number
  readonly ours: number
}

const errorsOf = (design: Design): Float64Array => estimateOf(design, four).standardErrors

/** On our own data, which is always there. The mean of y, or its standard error, after each way of weighting. */
export const againstGolden = (): Comparison[] => {
  const cells = {
    name: 'a × b',
    column: crossed(columns.a, columns.b),
    totals: { 'a1 × b1': 500, 'a2 × b1': 350, 'a3 × b1': 150, 'a1 × b2': 600, 'a2 × b2': 350, 'a3 × b2': 250 },
  }
  const both = { margins: [a, b], amounts: [x] }
  const ways: readonly [string, string, (design: Design) => Design][] = [
    ['plain', 'svydesign', (design) => design],
    ['rake', 'rake', (design) => rake(design, [a, b]).design],
    ['postStratify', 'postStratify', (design) => postStratify(design, cells).design],
    ['linear', 'calibrate(calfun = "linear")', (design) => calibrate(design, both).design],
    ['raking', 'calibrate(calfun = "raking")', (design) => calibrate(design, both, { method: 'raking' }).design],
    [
      'logit',
      'calibrate(calfun = "logit", bounds)',
      (design) =>
        calibrate(design, { margins: [a, b] }, { method: 'logit', bounds: { lower: 0.5, upper: 2.5 } }).design,
    ],
    [
      'linear_bounded',
      'calibrate(bounds)',
      (design) => calibrate(design, both, { bounds: { lower: 0.8, upper: 1.35 } }).design,
    ],
  ]
  return (['rows', 'units'] as const).flatMap((name) =>
    ways.map(([id, call, way]) => ({
      what: `standard error of a mean, ${name === 'rows' ? 'unequal start weights' : 'strata and clusters'}`,
      call: `${call}, svymean`,
      theirs: golden.linear[name][id]?.se[0] ?? NaN,
      ours: errorsOf(way(designs[name]))[0] ?? NaN,
    })),
  )
}

const first = (value: Parameters<typeof listOf>[0]): number => listOf(value)[0] ?? NaN

type See = (what: string, call: string, ours: number | null | undefined, theirs: number | null | undefined) => void

/** On the results that lie beside the project; none when they are not there. */
export const againstOracles = (): Comparison[] => {
  if (areOraclesAbsent) return []
  const found: Comparison[] = []
  const see: See = (what, call, ours, theirs) => found.push({ what, call, theirs: theirs ?? NaN, ours: ours ?? NaN })
  for (const group of [ofSchools, ofShares, ofPanel, ofReplicates]) group(see)
  // Not every result of R was kept.
  return found.filter(({ theirs }) => !Number.isNaN(theirs))
}

const ofSchools = (see: See): void => {
  const estimation = oracleOf('estimation.json')
  for (const [name, { table, design }] of Object.entries(schoolDesigns())) {
    const [api00, enroll, stu] = ['api00', 'enroll', 'api.stu'].map((column) => amounts(table, column))
    if (api00 === undefined || enroll === undefined || stu === undefined) continue
    see(
      'SE of a mean',
      `svymean(~api00, ${name})`,
      means(design, { api00 }).standardErrors[0],
      first(estimation[`${name}.mean_api`]?.se),
    )
    const total = totals(design, { enroll }, { missing: 'leave-out' })
    see(
      'SE of a total',
      `svytotal(~enroll, ${name})`,
      total.standardErrors[0],
      first(estimation[`${name}.total_enroll`]?.se),
    )
    const ratio = ratios(design, { stu }, { enroll }).standardErrors[0]
    see(
      'SE of a ratio',
      `svyratio(~api.stu, ~enroll, ${name})`,
      ratio,
      first(estimation[`${name}.ratio_apistu_enroll`]?.se),
    )
  }
}

const ofShares = (see: See): void => {
  const [{ dstrat, dclus1 }, shares] = [schoolDesigns(), oracleOf('ciprop.json')]
  const yes = indicator(classes(dstrat.table, 'sch.wide'), 'Yes')
  for (const method of ['logit', 'beta', 'xlogit'] as const) {
    const theirs = shares[`dstrat.${method}.schwideYes`]?.ci?.[0]
    see(
      'lower limit of a share',
      `svyciprop(method = "${method}")`,
      proportionInterval(dstrat.design, yes, { method }).lower,
      theirs,
    )
  }
  const [median] = quantiles(dclus1.design, amounts(dclus1.table, 'api00'), [0.5])
  see(
    'lower limit of a median',
    'svyquantile(~api00, dclus1)',
    median?.lower,
    oracleOf('quantiles.json')['dclus1.qrule.math']?.m?.flat()[6],
  )
}

const ofPanel = (see: See): void => {
  const weighted = oracleOf('weighted_estimation.json')
  const panel = panelDesigns()
  const score = amounts(panel.table, 'score')
  for (const name of ['PR', 'PRu', 'CAL', 'LIN', 'CALu', 'PST', 'FIX'] as const) {
    const theirs = weighted[`${name}.mean_score`]?.se
    see('SE of a mean', `svymean(~score, ${name})`, means(panel[name], { score }).standardErrors[0], first(theirs))
  }
  const [education, tests] = [classes(panel.table, 'edu', edu), resultsOf('tests.json')]
  for (const statistic of ['F', 'Chisq'] as const)
    for (const name of ['PR', 'CAL'] as const) {
      const { p } = raoScott(panel[name], classes(panel.table, 'q02'), education, { statistic })
      const theirs = numbersOf(tests.get(`${name}.svychisq.q02.x_edu.${statistic}`), 'p.value')[0]
      see('p of independence', `svychisq(~q02 + edu, ${name}, statistic = "${statistic}")`, p, theirs)
    }
}

const ofReplicates = (see: See): void => {
  const { dstrat, dclus1 } = schoolDesigns()
  const made = oracleOf('replicates.json')
  for (const [name, design] of Object.entries(replicateDesigns())) {
    const theirs = first(made[`${name}.mean`]?.se)
    if (!('kind' in design) || Number.isNaN(theirs)) continue
    const { api00 } = { api00: amounts((name === 'jkn' ? dstrat : dclus1).table, 'api00') }
    see('SE by replicates', `svymean(~api00, ${name})`, means(design, { api00 }).standardErrors[0], theirs)
  }
}

/** How far apart, relative to R's. */
export const apart = ({ theirs, ours }: Comparison): number => Math.abs(ours - theirs) / Math.abs(theirs)

const told = (off: number): string => (off < 1e-12 ? 'below 1e-12' : `below 1e${Math.ceil(Math.log10(off))}`)

export const tableFrom = (comparisons: readonly Comparison[]): string =>
  [
    '| what | R | result of R | ours | difference |',
    '|---|---|---|---|---|',
    ...comparisons.map((one) => {
      const [theirs, ours] = [one.theirs, one.ours].map((value) => value.toPrecision(10))
      return `| ${one.what} | \`${one.call}\` | ${theirs} | ${ours} | ${told(apart(one))} |`
    }),
  ].join('\n')

/** The README with these tables in their places. */
export const withTables = (page: string): string => {
  const put = (text: string, name: string, comparisons: readonly Comparison[]): string =>
    comparisons.length === 0
      ? text
      : text.replace(
          new RegExp(`(<!-- ${name}: begin -->\\n)[\\s\\S]*?(<!-- ${name}: end -->)`, 'u'),
          (_, begin: string, end: string) => `${begin}${tableFrom(comparisons)}\n${end}`,
        )
  return put(put(page, 'golden', againstGolden()), 'oracles', againstOracles())
}

if (import.meta.main) {
  const page = withTables(readReadme())
  if (process.argv.includes('--write')) writeFileSync(readmePath, page)
  else process.stdout.write(page)
}
