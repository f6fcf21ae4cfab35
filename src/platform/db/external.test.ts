import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { withClient } from './embedded-database.ts'
import { checkExternal, connectionFault } from './external.ts'

const server = inject('database')
const mark = `x_${randomBytes(4).toString('hex')}`
const [owner, login, stranger] = [`${mark}_owner`, `${mark}_login`, `${mark}_stranger`]

const asSuperuser = (database: string, sql: string): Promise<unknown> =>
  withClient({ ...server, user: 'postgres', database }, (client) => client.query(sql))

const url = (user: string, database = mark): string =>
  `postgresql:///${database}?host=${encodeURIComponent(server.host)}&port=${server.port}&user=${user}`

const check = (user: string = login, migrateUser: string = owner, database = mark) =>
  checkExternal({ url: url(user, database), migrateUrl: url(migrateUser) })

/** What is said while the server stands as `change` leaves it; `back` puts it right again. */
const saidAfter = async (change: string, back: string): Promise<string> => {
  await asSuperuser(mark, change)
  const result = await check()
  await asSuperuser(mark, back)
  return result.ok ? '' : result.faults.join('\n')
}

beforeAll(async () => {
  for (const role of [owner, login, stranger]) await asSuperuser('postgres', `create role ${role} login`)
  await asSuperuser('postgres', `create database ${mark} owner ${owner}`)
  await asSuperuser('postgres', `create database ${mark}_other owner ${owner}`)
  await withClient({ ...server, user: owner, database: mark }, (client) =>
    client.query(
      'create schema app; create table app.person (id int); create function app.one() returns int language sql return 1; create table public.left_over (id int)',
    ),
  )
})

afterAll(async () => {
  await asSuperuser('postgres', `drop database ${mark}`)
  await asSuperuser('postgres', `drop database ${mark}_other`)
  for (const role of [owner, login, stranger]) await asSuperuser('postgres', `drop role ${role}`)
})

describe('An external PostgreSQL', () => {
  test('with an owner and a login role that owns nothing is let in', async () => {
    expect(await check()).toEqual({ ok: true, loginRole: login, ownerRole: owner })
  })

  test.each([
    ['superuser', 'nosuperuser', 'is a superuser; wanted is NOSUPERUSER'],
    ['bypassrls', 'nobypassrls', 'bypasses row-level security; wanted is NOBYPASSRLS'],
    ['createrole', 'nocreaterole', 'may make roles; wanted is NOCREATEROLE'],
    ['replication', 'noreplication', 'may replicate'],
  ])('refuses a login role with %s', async (given, taken, sentence) => {
    expect(await saidAfter(`alter role ${login} ${given}`, `alter role ${login} ${taken}`)).toContain(sentence)
  })

  test.each([
    ['table app.person', 'table app.person'],
    ['schema app', 'schema app'],
    ['function app.one()', 'function app.one'],
    ['table public.left_over', 'table public.left_over'],
  ])('refuses a login role that owns the %s', async (thing, named) => {
    const said = await saidAfter(`alter ${thing} owner to ${login}`, `alter ${thing} owner to ${owner}`)
    expect(said).toContain(`owns ${named}`)
  })

  test('refuses a login role that owns the database', async () => {
    const said = await saidAfter(`alter database ${mark} owner to ${login}`, `alter database ${mark} owner to ${owner}`)
    expect(said).toContain('owns the database')
  })

  test('refuses a login role that can become the owner, also by way of another role', async () => {
    expect(await saidAfter(`grant ${owner} to ${login}`, `revoke ${owner} from ${login}`)).toContain(
      `is a member of ${owner}`,
    )
    const chain = `grant ${owner} to ${stranger}; grant ${stranger} to ${login}`
    expect(await saidAfter(chain, `revoke ${owner} from ${stranger}; revoke ${stranger} from ${login}`)).toContain(
      `is a member of ${owner}`,
    )
  })

  test('refuses a login role that reads all data', async () => {
    const said = await saidAfter(`grant pg_read_all_data to ${login}`, `revoke pg_read_all_data from ${login}`)
    expect(said).toContain('is a member of pg_read_all_data')
  })

  test('refuses one role for both', async () => {
    const result = await check(owner, owner)
    expect(result).toMatchObject({ ok: false })
    expect(JSON.stringify(result)).toContain('is the owner of the tables too')
  })

  test('refuses an owner that may not make or change the tables', async () => {
    const result = await check(login, stranger)
    expect(JSON.stringify(result)).toContain(`"${stranger}\\" of MIGRATE_DATABASE_URL may not make schemas`)
    expect(JSON.stringify(result)).toContain(`does not own the schema app (of ${owner})`)
  })

  test('refuses two different databases', async () => {
    expect(JSON.stringify(await check(login, owner, `${mark}_other`))).toContain('reach different databases')
  })

  test('that is not there is one sentence per URL, without passwords', async () => {
    const result = await checkExternal({
      url: 'postgresql://a:hunter2@127.0.0.1:1/x',
      migrateUrl: `postgresql://${owner}:hunter3@/nothing?host=${encodeURIComponent(server.host)}&port=${server.port}`,
    })
    expect(result).toEqual({
      ok: false,
      faults: [
        'DATABASE_URL cannot be used: nothing listens there.',
        'MIGRATE_DATABASE_URL cannot be used: the database does not exist.',
      ],
    })
  })
})

test('Why a connection failed is said without quoting the message', () => {
  const said = connectionFault('DATABASE_URL', Object.assign(new Error('hunter2'), { code: 'ZZ999' }))
  expect(said).toBe('DATABASE_URL cannot be used: error ZZ999.')
  expect(connectionFault('DATABASE_URL', new pg.DatabaseError('hunter2', 1, 'error'))).not.toContain('hunter2')
})
