import { z } from 'zod'
import { listSchools as list, type PeopleTables } from '#modules/people/index.ts'
import type { SchoolTables } from '#modules/school/index.ts'
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
    const schools = await asOperator(forTables<SchoolTables & PeopleTables>(db), null, list)
    if (schools.length === 0) return done({ schools: [] }, ['There is no school yet: `samenspraak schools add`.'])
    const rows = schools.map(({ key, name, brin, pupils, groups, staff, guardians }) => [
      key,
      name,
      brin ?? '-',
      ...[pupils, groups, staff, guardians].map(String),
    ])
    const head = ['KEY', 'NAME', 'BRIN', 'PUPILS', 'GROUPS', 'STAFF', 'GUARDIANS']
    return done({ schools: schools.map(({ id: _id, ...rest }) => rest) }, table([head, ...rows]))
  },
})
