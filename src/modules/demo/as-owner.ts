import type { Kysely } from 'kysely'
import { chooseHat, endSession, startSession, type AccountTables } from '#modules/accounts/index.ts'
import { asOperator, enter, type Entered } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { hashOf } from '#platform/http/secrets.ts'
import type { Db, DemoTables } from './steps.ts'

type Owner = { school: string; person: string }

/**
 * Runs with a session of somebody of the cast, which ends afterwards: for deeds that are no keeper's. Without an account nothing is done.
 * @param factor whether a second step was shown, as staff do
 */
export const asOwner = async (
  db: Kysely<AccountTables>,
  { school, person }: Owner,
  { factor }: { factor: boolean },
  run: (token: string) => Promise<void>,
): Promise<void> => {
  const tie = await asOperator(db, school, (tx) =>
    tx
      .selectFrom('account_person')
      .select('account_id')
      .where('school_id', '=', school)
      .where('person_id', '=', person)
      .executeTakeFirst(),
  )
  if (tie === undefined) return
  const { token } = await db
    .transaction()
    .execute((tx) => startSession(tx, tie.account_id, '', { kind: 'account', factor }))
  try {
    await run(token)
  } finally {
    await leave(db, token)
  }
}

/** Runs in one transaction as somebody who works at the school. Who is a parent there too puts on that hat first. */
export const asColleague = (
  db: Db,
  owner: Owner,
  run: (tx: Tx<DemoTables>, colleague: Entered) => Promise<void>,
): Promise<void> =>
  asOwner(db, owner, { factor: true }, async (token) => {
    const hat = await db.transaction().execute(async (tx) => {
      const { entered } = await enter(tx, hashOf(token))
      if (entered?.hat === 'staff') await run(tx, entered)
      else if (entered?.hats.includes('staff') === true) return chooseHat(tx, entered, 'staff').then(() => 'staff')
      return null
    })
    if (hat === null) return
    await db.transaction().execute(async (tx) => {
      const { entered } = await enter(tx, hashOf(token))
      if (entered?.hat === 'staff') await run(tx, entered)
    })
  })

const atHome =
  (hat: 'guardian' | 'pupil') =>
  (db: Db, owner: Owner, run: (tx: Tx<DemoTables>, entered: Entered) => Promise<void>): Promise<void> =>
    asOwner(db, owner, { factor: false }, (token) =>
      db.transaction().execute(async (tx) => {
        const { entered } = await enter(tx, hashOf(token))
        if (entered?.hat === hat) await run(tx, entered)
      }),
    )

/** Runs in one transaction as a guardian, for what nobody does in a guardian's place. */
export const asGuardian = atHome('guardian')

/** Runs in one transaction as a pupil who has an account. */
export const asPupil = atHome('pupil')

/** Taking an account into use signs in. Nobody is at that door here, so the session ends. */
export const leave = (db: Kysely<AccountTables>, token: string): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { entered } = await enter(tx, hashOf(token))
    if (entered !== null) await endSession(tx, entered, entered.session)
  })
