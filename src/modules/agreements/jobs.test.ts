import type { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asTask } from '#platform/db/context.ts'
import { idOf } from '#test/access/cast-names.ts'
import { makeMatrixCast } from '#test/access/matrix-cast.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { purgeAgreements } from './jobs.ts'
import type { AgreementTables } from './tables.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await freshDatabase()
  await db.setNow('2026-11-23T09:00:00+01:00')
  await makeMatrixCast(db.owner)
  // What holds for the child took the place of what is over its time.
  const [held, old] = [idOf(1, 'child agreement'), idOf(1, 'old child agreement')]
  await db.owner.query(`update app.agreement set follows = '${old}' where id = '${held}'`)
  await db.owner.query(`update app.agreement_end set replaced_by = '${held}' where agreement_id = '${old}'`)
})
afterAll(() => db.drop())

const tables = ['agreement', 'agreement_yes', 'agreement_seen', 'agreement_poll_voter', 'agreement_kept'] as const
const counts = async (): Promise<number[]> => {
  const found: number[] = []
  for (const table of tables)
    found.push((await db.owner.query(`select count(*)::int as n from app.${table}`)).rows[0]?.n)
  return found
}
const purge = () => asTask(db.app as Kysely<AgreementTables>, 'purge', null, purgeAgreements)

test('What is over its time goes, the earlier of two versions before the later, and a second time changes nothing.', async () => {
  expect(await counts()).toEqual([30, 12, 8, 2, 10])
  await purge()
  const now = [26, 10, 6, 0, 6]
  expect(await counts()).toEqual(now)
  await purge()
  expect(await counts()).toEqual(now)
  const { rows } = await db.owner.query(
    `select id from app.agreement where pupil_id is not null and follows is null and id = $1`,
    [idOf(1, 'child agreement')],
  )
  expect(rows).toHaveLength(1)
  // A year on nobody remembers who said yes; what holds, and what the school agreed, stays.
  await db.setNow('2028-01-01T09:00:00+01:00')
  await purge()
  expect(await counts()).toEqual([22, 0, 0, 0, 6])
})
