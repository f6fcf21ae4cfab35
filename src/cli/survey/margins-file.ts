import { z } from 'zod'
import type { AmountTotal, Margin } from '#stats'
import { classesIn, numbersIn } from './columns.ts'
import type { DataFile } from './data-file.ts'

/** The key that says how many people there are. */
const PEOPLE = 'N'

const perLevel = z.record(z.string(), z.number())
const missing = z.enum(['refuse', 'drop', 'own-category', 'impute-share']).default('refuse')
const knowledge = z.union(
  [
    perLevel,
    z.number(),
    z.strictObject({ totals: perLevel, missing }),
    z.strictObject({ shares: perLevel, missing }),
    z.strictObject({ amount: z.number(), missing: z.enum(['refuse', 'drop']).default('refuse') }),
  ],
  'give a number per level, one number for an amount, or an object with "totals", "shares" or "amount" and perhaps "missing"',
)

/** What is known of the population, by variable. */
export const marginsFile = z.record(z.string(), knowledge)
export type MarginsFile = z.infer<typeof marginsFile>

/** The same, beside the columns it is about. */
export type Known = {
  readonly margins: readonly Margin[]
  readonly amounts: readonly AmountTotal[]
  readonly population: number | undefined
}

/** @throws Refusal when the data lacks a column, or numbers are asked of one that has none */
export const knownOf = (file: MarginsFile, data: DataFile): Known => {
  const people = file[PEOPLE]
  const margins: Margin[] = []
  const amounts: AmountTotal[] = []
  for (const [name, about] of Object.entries(file)) {
    if (name === PEOPLE && typeof about === 'number') continue
    if (typeof about === 'number') amounts.push({ name, column: numbersIn(data, name), total: about })
    else if (isLong(about)) {
      if ('amount' in about)
        amounts.push({ name, column: numbersIn(data, name), total: about.amount, missing: about.missing })
      else margins.push({ name, column: classesIn(data, name), ...about })
    } else margins.push({ name, column: classesIn(data, name), totals: about })
  }
  return { margins, amounts, population: typeof people === 'number' ? people : undefined }
}

type About = Exclude<MarginsFile[string], number>
type Long = Extract<About, { missing: string }>

const isLong = (about: About): about is Long => typeof about['missing'] === 'string'
