import { z } from 'zod'
import { accountPaths, type AccountTables, invite } from '#modules/accounts/index.ts'
import { addStaff, grantRole, type PeopleTables, staffByName } from '#modules/people/index.ts'
import { type SchoolTables, schoolByKey } from '#modules/school/index.ts'
import type { Operator } from '#platform/access/actor.ts'
import { type Config, isLoopback } from '#platform/config.ts'
import { asOperator } from '#platform/db/context.ts'
import { forTables } from '#platform/db/for-tables.ts'
import type { Tx } from '#platform/db/types.ts'
import { Conflict } from '#platform/errors.ts'
import { command, done, refused } from './command.ts'
import { joinName, splitName } from './full-name.ts'
import { needed, noRest } from './options.ts'
import { WrongUse } from './wrong-use.ts'

type Tables = SchoolTables & PeopleTables & AccountTables

const ROLES = ['administrator', 'office', 'head', 'teacher'] as const

const args = z.object({ school: z.string(), name: z.string(), role: z.enum(ROLES) })
type Args = z.infer<typeof args>

export const inviteAccount = command({
  name: 'accounts invite',
  usage: '--school KEY --name NAME --role administrator|office|head|teacher',
  about:
    'adds somebody who works at a school, gives the role, and prints a link with which that person takes an account into use, once',
  options: { school: 'value', name: 'value', role: 'value' },
  args,
  changes: true,
  read: (given) => {
    noRest(given)
    const school = needed(given, 'school', 'the short name that `samenspraak schools` lists')
    const name = needed(given, 'name', 'first and last name').trim().replaceAll(/\s+/g, ' ')
    const typed = needed(given, 'role', ROLES.join(', '))
    const role = ROLES.find((one) => one === typed)
    if (role === undefined)
      throw new WrongUse(`--role is ${JSON.stringify(typed)}, but must be one of ${ROLES.join(', ')}.`)
    if (name === '' || name.length > 120 || /\p{C}/u.test(name))
      throw new WrongUse('--name must have 1 to 120 readable characters.')
    return { args: { school, name, role } }
  },
  run: async ({ db, config }, wish) => {
    const pool = forTables<Tables>(db)
    const school = await asOperator(pool, null, (tx) => schoolByKey(tx, wish.school))
    if (school === null) return refused(`There is no school with the short name ${JSON.stringify(wish.school)}.`)
    const invited = await asOperator(pool, school.id, (tx) => inviteTo(tx, school.id, wish))
    if (invited === 'several')
      return refused('Several people of this name work there: invite this one from the page of the staff.')
    const told = {
      ...wish,
      link: invited === 'in use' ? null : `${originOf(config)}${accountPaths.invitation(invited.code)}`,
    }
    if (told.link === null) return done(told, ['This person signs in already and has the role now; no link is needed.'])
    return done(told, [
      told.link,
      'The link works once, within thirty days. Hand it to this person and to nobody else.',
    ])
  },
})

const inviteTo = async (
  tx: Tx<Tables>,
  school: string,
  { name, role }: Args,
): Promise<{ code: string } | 'in use' | 'several'> => {
  const operator: Operator = { hat: 'operator', school }
  const [known, ...others] = await staffByName(tx, school, joinName(splitName(name)))
  if (others.length > 0) return 'several'
  const person =
    known ?? (await addStaff(tx, operator, { school, whom: { name: splitName(name), contact: NO_CONTACT } }))
  await grantRole(tx, operator, { school, person, role }).catch((error: unknown) => {
    // Who has the role already is only invited once more.
    if (!(error instanceof Conflict)) throw error
  })
  return invite(tx, operator, { school, person })
}

const NO_CONTACT = { email: null, phone: null, street: null, postalCode: null, city: null, language: 'nl' }

const originOf = ({ publicUrl, host, port }: Config): string =>
  publicUrl ?? `http://${isLoopback(host) ? (host.includes(':') ? `[${host}]` : host) : 'localhost'}:${port}`
