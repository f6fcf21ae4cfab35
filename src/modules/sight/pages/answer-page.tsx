import type { Child, FC } from 'hono/jsx'
import { dayInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { paths } from '../paths.ts'
import type { Side, SightRequest } from '../request.ts'
import { texts } from '../texts.ts'
import type { Said } from './guardian-page.tsx'

export interface AnswerPageProps {
  frame: Frame
  who: 'pupil' | 'staff'
  /** What is open or holds. */
  requests: readonly SightRequest[]
  said?: Said | undefined
  /** Why an answer was not taken. */
  wrong: string | null
}

/** What a pupil, or a mentor, is asked: yes or no in one tap, each as easy as the other. */
export const AnswerPage: FC<AnswerPageProps> = ({ frame, who, requests, said, wrong }) => {
  const words = texts(frame.lang)
  return (
    <OwnFrame frame={frame} title={words.title[who]} wrong={wrong !== null}>
      <div class="prose stack-l">
        {wrong !== null && <ErrorSummary errors={{ '': wrong }} />}
        {said && wrong === null && <Note tone={said === 'laat' ? 'notice' : undefined}>{words.said[said]}</Note>}
        <PageHead title={words.title[who]} line={words.line[who]} />
        {requests.length === 0 && <Empty>{words.empty[who]}</Empty>}
        {requests.map((request) =>
          who === 'pupil' ? <OfPupil frame={frame} request={request} /> : <OfMentor frame={frame} request={request} />,
        )}
      </div>
    </OwnFrame>
  )
}

type OneProps = { frame: Frame; request: SightRequest }

/** "Je vader Bas"; of whom no word for it is known, the name. */
const named = (word: string, { sender }: SightRequest): string => (word === '' ? sender : `${word} ${sender}`)

const untilOf = (lang: Lang, { until }: SightRequest): string => (until === null ? '' : dayInWords(lang, until))

const OfPupil: FC<OneProps> = ({ frame, request }) => {
  const { ask: words } = texts(frame.lang)
  const who = named(words.yours[request.relation], request)
  const id = `vraag-${request.id}`
  const yes = request.said.pupil === 'yes'
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id} class="sec-head">
        <Name>
          {request.state === 'granted'
            ? words.granted(who, untilOf(frame.lang, request))
            : words.byPupil(who, request.weeks)}
        </Name>
      </h2>
      <Reason frame={frame} request={request} />
      {request.said.mentor === 'yes' && request.state === 'open' && <p>{words.teacherSaidYes}</p>}
      {yes || request.state === 'granted' ? (
        <>
          {request.state === 'open' && <p>{words.youYes}</p>}
          <Stop frame={frame} request={request} as="pupil" />
        </>
      ) : (
        <>
          <p>{words.free}</p>
          <YesNo frame={frame} request={request} as="pupil" yes={words.yes} no={words.no} labelledby={id} />
        </>
      )}
    </section>
  )
}

const OfMentor: FC<OneProps> = ({ frame, request }) => {
  const { ask: words } = texts(frame.lang)
  const { pupilName: child, said, noAccount } = request
  const who = named(words.theirs[request.relation], request)
  const id = `vraag-${request.id}`
  const granted = request.state === 'granted'
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id} class="sec-head">
        <Name>{child}</Name>
      </h2>
      <p>
        <Name>
          {granted
            ? words.grantedMentor(who, child, untilOf(frame.lang, request))
            : words.byMentor(who, child, request.weeks)}
        </Name>
      </p>
      <Reason frame={frame} request={request} />
      {said.pupil === 'yes' && !granted && (
        <p>
          <Name>{words.childSaid(child)}</Name>
        </p>
      )}
      {!granted && said.mentor !== 'yes' && (
        <>
          <p>{words.freeMentor}</p>
          <h3 id={`${id}-jij`}>{words.what}</h3>
          <YesNo frame={frame} request={request} as="mentor" yes={words.yes} no={words.no} labelledby={`${id}-jij`} />
        </>
      )}
      {!granted && noAccount && said.pupil !== 'yes' && (
        <>
          <h3 id={`${id}-kind`}>
            <Name>{words.whatChild(child)}</Name>
          </h3>
          <YesNo
            frame={frame}
            request={request}
            as="pupil"
            yes={words.childYes(child)}
            no={words.childNo(child)}
            labelledby={`${id}-kind`}
          />
        </>
      )}
      {(granted || said.mentor === 'yes') && (
        <>
          {!granted && said.pupil !== 'yes' && (
            <p>
              <Name>{words.mentorYes(child)}</Name>
            </p>
          )}
          <Stop frame={frame} request={request} as="mentor" />
        </>
      )}
    </section>
  )
}

const Reason: FC<OneProps> = ({ frame, request: { reason } }) =>
  reason === null ? null : (
    <p>
      <Name>{texts(frame.lang).ask.reason(reason)}</Name>
    </p>
  )

type AnswerProps = OneProps & { as: Side }

/** Two answers that look alike, nothing chosen before. */
const YesNo: FC<AnswerProps & { yes: Child; no: Child; labelledby: string }> = (props) => {
  const { frame, request, as, yes, no, labelledby } = props
  return (
    <Form frame={frame} action={paths.answer(request.id)} labelledby={labelledby}>
      <input type="hidden" name="as" value={as} />
      <div class="row">
        <Button name="says" value="yes">
          <Name>{yes}</Name>
        </Button>
        <Button name="says" value="no">
          <Name>{no}</Name>
        </Button>
      </div>
    </Form>
  )
}

const Stop: FC<AnswerProps> = ({ frame, request, as }) => {
  const { ask: words } = texts(frame.lang)
  return (
    <Form frame={frame} action={paths.answer(request.id)}>
      <input type="hidden" name="as" value={as} />
      <Button look="plain" name="says" value="no" about={request.sender}>
        {request.state === 'granted' ? words.stop : words.notAfterAll}
      </Button>
    </Form>
  )
}
