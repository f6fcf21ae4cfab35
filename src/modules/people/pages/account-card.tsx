import type { FC } from 'hono/jsx'
import type { AccountState } from '#modules/accounts/index.ts'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Card } from '#ui/part/section.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface AccountCardProps {
  frame: Frame
  person: string
  state: AccountState
  /** Not for who has a role that the reader may not give. */
  mayInvite?: boolean
  /** Comes in with a letter about a child, and is not invited. */
  letters?: boolean
}

/** Whether somebody can sign in, and the way to invite. */
export const AccountCard: FC<AccountCardProps> = ({ frame, person, state, mayInvite = true, letters = false }) => {
  const words = texts(frame.lang).account
  const line =
    letters && state !== 'in use'
      ? words.byLetter
      : { none: words.none, invited: words.invited, 'in use': words.inUse }[state]
  return (
    <Card id="account" title={words.title}>
      <div class="row spread">
        <p>{line}</p>
        {state !== 'in use' && mayInvite && !letters && (
          <Form frame={frame} action={paths.invitation(person)} class="no-print">
            <Button>{state === 'none' ? words.invite : words.again}</Button>
          </Form>
        )}
      </div>
    </Card>
  )
}
