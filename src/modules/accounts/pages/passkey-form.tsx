import type { FC } from 'hono/jsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Script } from '#ui/part/script.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface PasskeyFormProps {
  frame: Frame
  kind: 'sign-in' | 'prove' | 'add'
  /** Where to go afterwards. */
  back?: string | undefined
}

const actions = {
  'sign-in': { action: paths.passkeySignIn, offer: paths.passkeySignInOffer, purpose: '' },
  prove: { action: paths.proof, offer: paths.passkeyOffer, purpose: 'bevestigen' },
  add: { action: paths.passkeys, offer: paths.passkeyOffer, purpose: 'toevoegen' },
}

/** A button that asks the device for a passkey. Without script, or on a browser without passkeys, it is not shown. */
export const PasskeyForm: FC<PasskeyFormProps> = ({ frame, kind, back }) => {
  const words = texts(frame.lang).passkey
  const { action, offer, purpose } = actions[kind]
  const label = { 'sign-in': words.signIn, prove: words.prove, add: words.add }[kind]
  return (
    <>
      <Form frame={frame} action={action} class="passkey">
        <input type="hidden" name="antwoord" value="" data-offer={offer} data-purpose={purpose} />
        {back !== undefined && <input type="hidden" name={kind === 'sign-in' ? 'back' : 'terug'} value={back} />}
        <button type="button" class="btn btn-wide" hidden>
          {label}
        </button>
        <p class="msg-wrong" role="alert" hidden>
          {words.failed}
        </p>
      </Form>
      <Script frame={frame} name="accounts-passkey" />
    </>
  )
}
