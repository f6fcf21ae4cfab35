import { z } from 'zod'
import { quantileRules } from '#stats'

const ADJUSTMENTS = ['holm', 'BH', 'bonferroni', 'none'] as const
const pairwise = z.strictObject({ test: z.literal('pairwise'), adjustment: z.enum(ADJUSTMENTS).default('holm') })
const raoScott = z.strictObject({
  test: z.literal('raoScott'),
  statistic: z.enum(['F', 'Chisq', 'Wald', 'adjWald', 'lincom', 'saddlepoint']).default('F'),
})
const t = z.strictObject({ test: z.literal('t') })

export const missing = z.enum(['refuse', 'leave-out', 'own-category'])
const condition = z.union(
  [z.string(), z.array(z.string()), z.strictObject({ from: z.number().optional(), to: z.number().optional() })],
  'give a level, a list of levels, or an object with "from" and "to"',
)

export const where = z.record(z.string(), condition)
const common = {
  name: z.string().optional(),
  question: z.string(),
  by: z.union([z.string(), z.array(z.string())]).optional(),
  where: where.default({}),
  level: z.number().optional(),
  missing: missing.optional(),
}

const table = z.discriminatedUnion('statistic', [
  z.strictObject({
    ...common,
    statistic: z.literal('share'),
    interval: z.enum(['logit', 'xlogit', 'likelihood', 'beta', 'asin', 'mean', 'wilson']).default('logit'),
    tests: z.array(z.discriminatedUnion('test', [raoScott, pairwise])).default([]),
    ordered: z.boolean().default(false),
    sensitive: z.boolean().default(true),
  }),
  z.strictObject({ ...common, statistic: z.literal('count'), tests: z.array(pairwise).default([]) }),
  z.strictObject({
    ...common,
    statistic: z.literal('mean'),
    tests: z.array(z.discriminatedUnion('test', [t, pairwise])).default([]),
  }),
  z.strictObject({ ...common, statistic: z.literal('total'), tests: z.array(pairwise).default([]) }),
  z.strictObject({
    ...common,
    statistic: z.literal('ratio'),
    denominator: z.string(),
    tests: z.array(pairwise).default([]),
  }),
  z.strictObject({
    ...common,
    statistic: z.literal('quantile'),
    probabilities: z.array(z.number()).default([0.25, 0.5, 0.75]),
    interval: z.enum(['mean', 'xlogit', 'asin', 'beta', 'score', 'replicates']).default('mean'),
    rule: z.enum(quantileRules).default('math'),
  }),
])

export const rules = z.strictObject({
  respondents: z.number().optional(),
  households: z.number().optional(),
  remainder: z.number().optional(),
  cell: z.number().optional(),
  width: z.number().optional(),
  widthShare: z.number().optional(),
  insiders: z.number().optional(),
  rounding: z.array(z.strictObject({ from: z.number(), percent: z.number() })).optional(),
  exactFrom: z.number().optional(),
  changed: z.number().optional(),
  weightRatio: z.number().optional(),
  stratum: z.number().optional(),
})

/** Tables that everybody may see already: of this data, or of an earlier wave with the data of that. */
const earlier = z.union(
  [
    z.string(),
    z.strictObject({ tables: z.union([z.string(), z.array(z.string())]), data: z.string(), design: z.string() }),
  ],
  'give a file of tables, or an object with "tables", "data" and "design"',
)

/** Which tables are asked, and how. Paths are from the folder of the file itself. */
export const specFile = z.strictObject({
  level: z.number().default(0.95),
  missing: missing.default('refuse'),
  tables: z.array(table).min(1, 'there must be a table'),
  disclosure: z
    .strictObject({
      wave: z.string(),
      rules: rules.default({}),
      households: z.string().optional(),
      earlier: z.array(earlier).default([]),
    })
    .optional(),
})

export type Spec = z.infer<typeof specFile>
export type TableSpec = Spec['tables'][number]
export type TestSpec = z.infer<typeof pairwise> | z.infer<typeof raoScott> | z.infer<typeof t>
