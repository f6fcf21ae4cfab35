import { actorOf, txOf, type AppContext } from '#platform/http/app-env.ts'
import { proofPath } from '#platform/http/demand-proof.ts'
import { frameOf } from '#platform/http/frame.ts'
import { page } from '#platform/http/page.ts'
import { worksAtSchool } from './access.ts'
import { placeOf } from './enter-with.ts'
import { saidOnAccount } from './forms.ts'
import { findLogin } from './own-account.ts'
import { AccountPage } from './pages/account-page.tsx'
import { paths } from './paths.ts'
import { findPasskeys } from './passkeys.ts'
import { findSecondStep } from './second-step.ts'
import { findSessions } from './sessions.ts'
import type { AccountTables } from './tables.ts'

type Wrong = { errors: Readonly<Record<string, string>>; renaming?: string; status?: 422 | 429 }

/** The reader's account as it is now; and what was wrong with the form on it that came back. */
export const accountPage = async (c: AppContext, { errors, renaming, status = 422 }: Wrong = { errors: {} }) => {
  const tx = txOf<AccountTables>(c)
  const actor = actorOf(c)
  const login = await findLogin(tx, actor)
  const sessions = await findSessions(tx, actor)
  const keepsPasskeys = placeOf(c) !== null && login !== null && actor.kind === 'account' && actor.owes === null
  return page(
    c,
    <AccountPage
      frame={frameOf(c)}
      login={login}
      letter={actor.kind === 'letter'}
      sessions={sessions}
      secondStep={worksAtSchool(actor) ? { ...(await findSecondStep(tx, actor)), waits: actor.owes !== null } : null}
      passkeys={keepsPasskeys ? await findPasskeys(tx, actor) : null}
      proof={sessions.some(({ current, proved }) => current && proved) ? null : proofPath(paths.account)}
      renaming={renaming}
      errors={errors}
      said={saidOnAccount.safeParse(c.req.query('gedaan')).data}
    />,
    Object.keys(errors).length > 0 ? status : 200,
  )
}
