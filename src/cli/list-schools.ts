import { z } from 'zod'
import { countPeople, type PeopleTables } from '#modules/people/index.ts'
import { everySchool, stagesOf, type SchoolTables } from '#modules/school/index.ts'
import { asOperator } from '#platform/db/context.ts'
import { forTables } from '#platform/db/for-tables.ts'
import { command, done } from './command.ts'
import { noRest } from './options.ts'
import { table } from './table.ts'

export const listSchools = command({
  name: 'schools',
  usage: '',
  about: 'lists the schools with their short names (KEY) and how many people are there today',
  options: {},
  args: z.object({}),
  read: (given) => {
    noRest(given)
    return { args: {} }
  },
  run: async ({ db }) => {
    const pool = forTables<SchoolTables & PeopleTables>(db)
    const schools = await asOperator(pool, null, everySchool)
    const counted = []
    for (const { id, ...school } of schools) {
      const counts = await asOperator(pool, id, async (tx) => ({
        stages: await stagesOf(tx, id),
        ...(await countPeople(tx, id)),
      }))
      counted.push({ ...school, ...counts })
    }
    const head = ['KEY', 'NAME', 'STAGES', 'PUPILS', 'GROUPS', 'STAFF', 'GUARDIANS']
    const rows = counted.map((one) => [
      one.key,
      one.synthetic ? `${one.name} (demo)` : one.name,
      one.stages.join(','),
      ...[one.pupils, one.groups, one.staff, one.guardians].map(String),
    ])
    return done(
      { schools: counted },
      rows.length === 0 ? ['There is no school yet: `samenspraak schools add`.'] : table([head, ...rows]),
    )
  },
})
