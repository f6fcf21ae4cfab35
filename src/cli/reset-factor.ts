import { z } from 'zod'
import { endSecondStep, type AccountTables } from '#modules/accounts/index.ts'
import { type PeopleTables, staffByName } from '#modules/people/index.ts'
import { type SchoolTables, schoolByKey } from '#modules/school/index.ts'
import { asOperator } from '#platform/db/context.ts'
import { forTables } from '#platform/db/for-tables.ts'
import { NotFound } from '#platform/errors.ts'
import { command, done, refused } from './command.ts'
import { joinName, splitName } from './full-name.ts'
import { needed, noRest } from './options.ts'

type Tables = SchoolTables & PeopleTables & AccountTables

export const resetFactor = command({
  name: 'accounts reset-factor',
  usage: '--school KEY --name NAME',
  about:
    'ends the second step of somebody who works at a school and lost it: every session ends, and the next sign-in sets up a new one',
  options: { school: 'value', name: 'value' },
  args: z.object({ school: z.string(), name: z.string() }),
  changes: true,
  read: (given) => {
    noRest(given)
    const school = needed(given, 'school', 'the short name that `samenspraak schools` lists')
    const name = needed(given, 'name', 'first and last name').trim().replaceAll(/\s+/g, ' ')
    return { args: { school, name } }
  },
  run: async ({ db }, wish) => {
    const pool = forTables<Tables>(db)
    const school = await asOperator(pool, null, (tx) => schoolByKey(tx, wish.school))
    if (school === null) return refused(`There is no school with the short name ${JSON.stringify(wish.school)}.`)
    const ended = await asOperator(pool, school.id, async (tx): Promise<'ended' | 'several' | 'nobody'> => {
      const [person, ...others] = await staffByName(tx, school.id, joinName(splitName(wish.name)))
      if (others.length > 0) return 'several'
      if (person === undefined) return 'nobody'
      await endSecondStep(tx, { hat: 'operator', school: school.id }, { school: school.id, person })
      return 'ended'
    }).catch((error: unknown) => {
      if (error instanceof NotFound) return 'nobody' as const
      throw error
    })
    if (ended === 'several') return refused('Several people of this name work there: an administrator can do this.')
    if (ended === 'nobody') return refused('Nobody of this name works there with an account.')
    return done(wish, ['The second step has ended and so have all sessions. The next sign-in sets up a new one.'])
  },
})
