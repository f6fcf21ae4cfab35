import type { FC } from 'hono/jsx'
import { ButtonLink } from './form/button.tsx'
import { DoorFrame } from './layout/door-frame.tsx'
import type { Frame, Lang } from './layout/frame.ts'
import { PageHead } from './layout/page-head.tsx'

export type ErrorKind = 'not-found' | 'forbidden' | 'conflict' | 'too-many' | 'unreadable' | 'broken'

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
  const words = texts[frame.lang]
  const { title, line } = words[kind]
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

type ErrorTexts = Record<ErrorKind, { title: string; line: string }> & { reference: string; home: string }

const texts: Record<Lang, ErrorTexts> = {
  nl: {
    'not-found': {
      title: 'Deze pagina is er niet',
      line: 'Kijk of het adres klopt. Of ga naar het begin en zoek de pagina daar.',
    },
    forbidden: { title: 'Dit mag je niet doen', line: 'Je kunt dit niet doen met dit account. Er is niets veranderd.' },
    conflict: {
      title: 'Dit is al veranderd',
      line: 'Iemand anders was je voor, of je had deze pagina lang open. Er is niets veranderd. Open de pagina opnieuw en kijk of het nog nodig is.',
    },
    'too-many': {
      title: 'Even wachten',
      line: 'Je hebt dit te vaak geprobeerd. Probeer het over een kwartier opnieuw.',
    },
    unreadable: {
      title: 'Dit konden we niet lezen',
      line: 'Er is niets veranderd. Ga terug en probeer het nog een keer. Is het een groot bestand? Kies dan een kleiner bestand.',
    },
    broken: {
      title: 'Er ging iets mis bij ons',
      line: 'Dit ligt niet aan jou. Probeer het zo nog een keer. Blijft het misgaan? Geef dan dit nummer door aan je school.',
    },
    reference: 'Nummer:',
    home: 'Naar het begin',
  },
  en: {
    'not-found': {
      title: 'This page does not exist',
      line: 'Check the address. Or go to the start and look for the page there.',
    },
    forbidden: { title: 'You may not do this', line: 'This account cannot do this. Nothing has changed.' },
    conflict: {
      title: 'This has already changed',
      line: 'Someone else was first, or this page was open for a long time. Nothing has changed. Open the page again and see if it is still needed.',
    },
    'too-many': { title: 'Please wait', line: 'You have tried this too often. Try again in fifteen minutes.' },
    unreadable: {
      title: 'We could not read this',
      line: 'Nothing has changed. Go back and try again. Is it a large file? Then choose a smaller one.',
    },
    broken: {
      title: 'Something went wrong on our side',
      line: 'This is not your fault. Try again in a moment. Does it keep going wrong? Give this number to your school.',
    },
    reference: 'Number:',
    home: 'To the start',
  },
}
