import { sql } from 'kysely'
import { demandOverseer } from '#modules/school/index.ts'
import { personAt, type Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { Theme } from '../kinds/kinds.ts'
import type { OpenTheme } from '../open-theme.ts'
import type { AgreementView } from '../visible-to.ts'

/** Says openly that a theme is still talked about: what holds meanwhile, who decides, when. Said again it is changed. @throws NotFound */
export const openTheme = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  { school, theme, meanwhile, body, talkedOn }: OpenTheme & { school: string },
): Promise<void> => {
  demandOverseer(doer, school)
  const said = { meanwhile, body, talked_on: talkedOn }
  await tx
    .insertInto('agreement_open_theme')
    .values({ school_id: school, theme, ...said, written_by: personAt(doer, school) })
    .onConflict((on) => on.columns(['school_id', 'theme']).doUpdateSet({ ...said, written_at: sql<Date>`app.now()` }))
    .execute()
  await record(tx, {
    school,
    event: 'agreements.theme.opened',
    about: [],
    payload: { theme, meanwhile, body, talkedOn },
    doer,
  })
}

/** Takes that away: the theme is agreed, or not talked about any more. @throws NotFound */
export const closeTheme = async (
  tx: Tx<AgreementView>,
  doer: Doer,
  { school, theme }: { school: string; theme: Theme },
): Promise<void> => {
  demandOverseer(doer, school)
  const { numDeletedRows } = await tx
    .deleteFrom('agreement_open_theme')
    .where('school_id', '=', school)
    .where('theme', '=', theme)
    .executeTakeFirstOrThrow()
  if (numDeletedRows > 0n)
    await record(tx, { school, event: 'agreements.theme.closed', about: [], payload: { theme }, doer })
}
