import * as stats from '../src/index.ts'

// Misuse that the types refuse. Nothing here is run: `tsc -b` fails when a line that is marked compiles after all.
const { calibrate, domainOf, indicator, means, raoScott, rake, replicatesOf, surveyDesign } = stats
const gender = stats.categorical<'f' | 'm'>(['f', 'm', 'f'])
const hours = stats.numeric([1, 2, 3])
const design = surveyDesign({ n: 3 })
const margin: stats.Margin<'f' | 'm'> = { name: 'gender', column: gender, totals: { f: 10, m: 20 } }

export const fine = (): unknown => [rake(design, [margin]), indicator(gender, 'f'), means(design, { gender, hours })]

export const misuse: readonly (() => unknown)[] = [
  // @ts-expect-error a level that the column does not have
  () => indicator(gender, 'x'),
  // @ts-expect-error a margin with both totals and shares
  () => rake(design, [{ name: 'gender', column: gender, totals: { f: 10, m: 20 }, shares: { f: 0.5, m: 0.5 } }]),
  // @ts-expect-error a margin with neither
  () => rake(design, [{ name: 'gender', column: gender }]),
  // @ts-expect-error a margin of an amount
  () => rake(design, [{ name: 'hours', column: hours, totals: { f: 10 } }]),
  // @ts-expect-error a margin that forgets a level
  (): stats.Margin<'f' | 'm'> => ({ name: 'gender', column: gender, totals: { f: 10 } }),
  // @ts-expect-error a margin with a level that the column does not have
  (): stats.Margin<'f' | 'm'> => ({ name: 'gender', column: gender, totals: { f: 10, m: 20, x: 1 } }),
  // @ts-expect-error the total of a class
  () => calibrate(design, { amounts: [{ name: 'gender', column: gender, total: 10 }] }),
  // @ts-expect-error a policy for the missing that there is not
  () => rake(design, [{ ...margin, missing: 'ignore' }]),
  // @ts-expect-error the ratio of classes
  () => stats.ratios(design, { gender }, { hours }),
  // @ts-expect-error the median of classes
  () => stats.quantiles(design, gender, [0.5]),
  // @ts-expect-error the shares of the levels of an amount
  () => stats.proportions(design, hours),
  // @ts-expect-error an interval for the share of a class: its indicator is what is meant
  () => stats.proportionInterval(design, gender),
  // @ts-expect-error the association of an amount
  () => raoScott(design, gender, hours),
  // @ts-expect-error a column where a named one is expected
  () => means(design, hours),
  // @ts-expect-error data without a design
  () => means({ gender, hours }, { hours }),
  // @ts-expect-error the result of weighting where its design is meant
  () => means(rake(design, [margin]), { hours }),
  // @ts-expect-error weights where a design is expected
  () => rake(new Float64Array(3), [margin]),
  // @ts-expect-error strict, when trimming and raking take turns
  () => stats.rakeAndTrim(design, [margin], { upper: 3, strict: true }),
  // @ts-expect-error a bootstrap without a seed
  () => replicatesOf(design, { type: 'bootstrap', replicates: 10 }),
  // @ts-expect-error Fay without his factor
  () => replicatesOf(design, { type: 'Fay' }),
  // @ts-expect-error replicates of replicates
  () => replicatesOf(replicatesOf(design, { type: 'JK1' }), { type: 'JK1' }),
  // @ts-expect-error counts per cell of a design with replicates
  () => stats.cellsOf(replicatesOf(design, { type: 'JK1' })),
  // @ts-expect-error a domain by the words of a column
  () => domainOf(design, ['f', 'm', 'f']),
  // @ts-expect-error weights that are words
  () => surveyDesign({ weights: gender }),
  // @ts-expect-error a result is not changed
  () => (rake(design, [margin]).report.iterations = 1),
]
