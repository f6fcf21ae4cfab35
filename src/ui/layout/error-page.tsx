import type { FC } from 'hono/jsx'
import { ButtonLink } from '../form/button.tsx'
import { DoorFrame } from './door-frame.tsx'
import type { Frame } from './frame.ts'
import { PageHead } from './page-head.tsx'
import { uiTexts, type UiTexts } from '../texts.ts'

export type ErrorKind = keyof UiTexts['errors']

export interface ErrorPageProps {
  frame: Frame
  kind: ErrorKind
  /** The number under which a fault of ours stands in the log. */
  reference?: string | undefined
  /** A sentence that fits this case better than the general one. */
  message?: string | undefined
}

/** What a reader sees instead of the page: what happened, what to do, and the way back. */
export const ErrorPage: FC<ErrorPageProps> = ({ frame, kind, reference, message }) => {
  const words = uiTexts(frame.lang)
  const { title, line } = words.errors[kind]
  return (
    <DoorFrame frame={frame} title={title}>
      <section class="stack-l">
        <PageHead title={title} />
        <p class="lead">{message ?? line}</p>
        {reference && (
          <p class="muted">
            {words.reference} <code>{reference}</code>
          </p>
        )}
        <p>
          <ButtonLink look="plain" href={frame.links.home}>
            {words.home}
          </ButtonLink>
        </p>
      </section>
    </DoorFrame>
  )
}
