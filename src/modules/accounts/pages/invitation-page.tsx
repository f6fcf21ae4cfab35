import type { FC } from 'hono/jsx'
import { ButtonLink } from '#ui/form/button.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { NewLogin } from '#ui/form/new-login.tsx'
import { DoorFrame } from '#ui/layout/door-frame.tsx'
import { DoorForm } from '#ui/layout/door-form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { shortestPassword } from '../login.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface InvitationPageProps {
  frame: Frame
  /** The one-time code of the address; the form posts back to it. */
  code: string
  login?: string | undefined
  /** By field: `login`, `password`. */
  errors?: FieldErrors | undefined
}

/** Takes an account into use. Does not say whose it is: whoever has the link must know that already. */
export const InvitationPage: FC<InvitationPageProps> = ({ frame, code, login, errors = {} }) => {
  const { invitation: words, choose } = texts(frame.lang)
  return (
    <DoorForm
      frame={frame}
      title={words.title}
      line={words.line}
      action={paths.invitation(code)}
      submit={words.submit}
      errors={errors}
    >
      <NewLogin words={words} passwordHint={choose.passwordHint(shortestPassword)} login={login} errors={errors} />
    </DoorForm>
  )
}

/** The code is used, too old, or never was: one answer for all three. */
export const InvitationOverPage: FC<{ frame: Frame }> = ({ frame }) => {
  const words = texts(frame.lang).invitation
  return (
    <DoorFrame frame={frame} title={words.overTitle}>
      <section class="stack-l">
        <PageHead title={words.overTitle} />
        <p class="lead">{words.overLine}</p>
        <p>
          <ButtonLink look="plain" href={paths.signIn}>
            {words.toSignIn}
          </ButtonLink>
        </p>
      </section>
    </DoorFrame>
  )
}
