import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asTask } from '#platform/db/context.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { makeMatrixCast } from '#test/access/matrix-cast.ts'
import { purgeAccounts } from './jobs.ts'
import type { AccountTables } from './tables.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await freshDatabase()
  await makeMatrixCast(db.owner)
})
afterAll(() => db.drop())

const counts = async (): Promise<unknown> =>
  (
    await db.owner.query(`select (select count(*) from app.session where expires_at < app.now()) as old_sessions,
      (select count(*) from app.session where expires_at > app.now()) as sessions,
      (select count(*) from app.account_reset where expires_at < app.now()) as old_codes, (select count(*) from app.account_reset where expires_at > app.now()) as codes,
      (select count(*) from app.account_limit where tried_at < app.now() - interval '1 day') as old_tries, (select count(*) from app.account_limit) as tries,
      (select count(*) from app.account_challenge) as challenges`)
  ).rows[0]

test('What has expired is cleared, what still holds stays, and a second time changes nothing.', async () => {
  expect(await counts()).toEqual({
    old_sessions: 46,
    sessions: 50,
    old_codes: 4,
    codes: 4,
    old_tries: 4,
    tries: 8,
    challenges: 96,
  })
  const purge = () => asTask(db.app as Kysely<AccountTables>, 'purge', null, purgeAccounts)
  await purge()
  const after = { old_sessions: 0, sessions: 50, old_codes: 0, codes: 4, old_tries: 0, tries: 4, challenges: 48 }
  expect(await counts()).toEqual(after)
  await purge()
  expect(await counts()).toEqual(after)
})
