import { sql } from 'kysely'
import { z } from 'zod'
import { addSchool as add, addSchoolYear, schoolYearAround, type SchoolTables } from '#modules/school/index.ts'
import { asOperator } from '#platform/db/context.ts'
import { forTables } from '#platform/db/for-tables.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { command, done, refused } from './command.ts'
import { needed, noRest } from './options.ts'
import { WrongUse } from './wrong-use.ts'

const REGIONS = ['noord', 'midden', 'zuid'] as const
const STAGES = ['BO', 'SO', 'VO', 'VSO'] as const

const args = z.object({
  key: z.string(),
  name: z.string(),
  brin: z.string().nullable(),
  region: z.enum(REGIONS),
  stages: z.array(z.enum(STAGES)),
})

export const addSchool = command({
  name: 'schools add',
  usage: '--key KEY --name NAME --region noord|midden|zuid --stage BO,SO,VO,VSO [--brin BRIN]',
  about: 'adds a school with its present school year; KEY is its short name for the command line',
  options: { key: 'value', name: 'value', brin: 'value', region: 'value', stage: 'value' },
  args,
  changes: true,
  read: (given) => {
    noRest(given)
    const key = needed(given, 'key', 'small letters, digits and single hyphens, such as klimboom')
    const name = needed(given, 'name', 'the name of the school').trim()
    const region = one(needed(given, 'region', REGIONS.join(', ')), REGIONS, '--region')
    const named = needed(given, 'stage', STAGES.join(', ')).split(',')
    const stages = [...new Set(named.map((stage) => one(stage.trim(), STAGES, '--stage')))]
    const brin = given.values.get('brin')?.toUpperCase() ?? null
    if (!/^[a-z0-9](-?[a-z0-9])*$/.test(key) || key.length > 40)
      throw new WrongUse(
        `--key is ${JSON.stringify(key)}, but must be small letters, digits and single hyphens, 40 at most.`,
      )
    if (name === '' || name.length > 200) throw new WrongUse('--name must have 1 to 200 characters.')
    if (brin !== null && !/^\d{2}[A-Z]{2}(\d{2})?$/.test(brin))
      throw new WrongUse(
        `--brin is ${JSON.stringify(brin)}, but must be two digits, two letters and for a location two digits, such as 12AB or 12AB00.`,
      )
    return { args: { key, name, brin, region, stages } }
  },
  run: async ({ db }, school) => {
    try {
      const labels = await asOperator(forTables<SchoolTables>(db), null, async (tx) => {
        const id = await add(tx, { hat: 'operator', school: null }, school)
        return layYears(tx, id)
      })
      return done({ ...school, schoolYears: labels }, [
        `The school ${school.name} was added as ${school.key}, with ${labels.join(' and ')}.`,
      ])
    } catch (error) {
      if (error instanceof Conflict) return refused(`There is already a school with the key ${school.key}.`)
      throw error
    }
  },
})

// From spring on schools prepare the next year, and its files name it.
const layYears = async (tx: Tx<SchoolTables>, school: string): Promise<string[]> => {
  const { rows } = await sql<{ today: string; soon: string }>`
    select app.today() as today, (app.today() + interval '4 months')::date as soon`.execute(tx)
  const years = rows.flatMap(({ today, soon }) => [schoolYearAround(today), schoolYearAround(soon)])
  const fresh = years.filter(({ label }, at) => years.findIndex((year) => year.label === label) === at)
  for (const year of fresh) await addSchoolYear(tx, { hat: 'operator', school }, { school, ...year })
  return fresh.map(({ label }) => label)
}

const one = <T extends string>(found: string, choices: readonly T[], option: string): T => {
  const choice = choices.find((known) => known.toLowerCase() === found.toLowerCase())
  if (choice === undefined)
    throw new WrongUse(`${option} is ${JSON.stringify(found)}, but must be one of ${choices.join(', ')}.`)
  return choice
}
