import { poolOf, type AppContext } from '#platform/http/app-env.ts'
import { enter } from '#platform/db/context.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { endSession } from './sessions.ts'
import type { AccountTables } from './tables.ts'

/** Another session takes the place of the one that this device holds, which ends: its cookie opens nothing any more. */
export const endReplaced = async (c: AppContext): Promise<void> => {
  const token = c.var.session
  if (token === null) return
  await poolOf<AccountTables>(c)
    .transaction()
    .execute(async (tx) => {
      const { entered } = await enter(tx, hashOf(token))
      if (entered !== null) await endSession(tx, entered, entered.session)
    })
}
