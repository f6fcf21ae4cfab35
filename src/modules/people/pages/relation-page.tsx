import type { FC } from 'hono/jsx'
import { dateInWords, dayInWords } from '#ui/date.ts'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Facts } from '#ui/part/facts.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { fullName } from '#ui/person-name.ts'
import type { Limit, RelationFile } from '../authority-queries.ts'
import { livings } from '../authority.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { isWrong, type FormState } from './form-state.ts'

export type RelationSaid = 'gezag' | 'woonplek' | 'ouder'

export interface RelationPageProps extends FormState {
  frame: Frame
  file: RelationFile
  said?: RelationSaid | undefined
}

/** What a guardian may know of a child, on what paper, since when; what held before; and where letters go. Office only. */
export const RelationPage: FC<RelationPageProps> = ({ frame, file, said, ...state }) => {
  const words = texts(frame.lang)
  const { authority } = words
  const [guardian, child] = [fullName(file.guardian), fullName(file.pupil)]
  const past = file.holds?.state === 'blocked' && file.authority === 'on_request' ? file.holds.reviewOn : null
  const lines = { gezag: authority.saidChanged, woonplek: authority.saidHome, ouder: authority.saidAdded }
  return (
    <DeskFrame frame={frame} title={authority.relationTitle(guardian, child)} wrong={isWrong(state)}>
      <ErrorSummary errors={state.errors} />
      {past !== null && !said ? (
        <Note tone="notice">{authority.reviewPast(dayInWords(frame.lang, past, { year: true }))}</Note>
      ) : (
        said && <Note>{lines[said]}</Note>
      )}
      <PageHead
        title={<Name>{authority.relationTitle(guardian, child)}</Name>}
        line={words.relation[file.relation]}
        crumbs={[
          { label: words.pupils.title, href: paths.pupils },
          { label: child, href: paths.pupil(file.pupil.id) },
          { label: authority.link },
        ]}
        deeds={<ButtonLink href={paths.authority(file.id)}>{authority.change}</ButtonLink>}
      />
      <Card id="gezag" title={authority.title}>
        <div class="stack-s">
          <p dir="auto">
            <strong>{authority.names[file.authority]}.</strong> {authority.lines[file.authority](guardian, child)}
          </p>
          {file.holds && <LimitFacts frame={frame} limit={file.holds} />}
          {file.isStaff && <p class="small muted">{authority.works(guardian)}</p>}
        </div>
      </Card>
      <Card id="woonplek" title={authority.home}>
        <Form frame={frame} action={paths.home(file.id)} class="stack prose">
          <Choice
            name="lives"
            label={authority.home}
            labelHidden
            hint={authority.homeLine}
            error={state.errors.lives}
            value={state.values.lives}
            options={livings.map((value) => ({ value, label: authority.lives[value] }))}
          />
          <div class="row">
            <Button>{authority.homeSubmit}</Button>
          </div>
        </Form>
      </Card>
      <History frame={frame} history={file.history} />
    </DeskFrame>
  )
}

const LimitFacts: FC<{ frame: Frame; limit: Limit }> = ({ frame, limit }) => {
  const { authority: words } = texts(frame.lang)
  const date = (day: string) => dateInWords(frame.lang, day)
  return (
    <Facts
      items={[
        { term: words.since, value: date(limit.startedOn) },
        { term: words.paper, value: paperInWords(frame, limit) },
        ...(limit.reference === null ? [] : [{ term: words.reference, value: <Name>{limit.reference}</Name> }]),
        {
          term: words.review,
          value: limit.reviewOn === null ? <span class="muted">{words.noReview}</span> : date(limit.reviewOn),
        },
      ]}
    />
  )
}

const paperInWords = (frame: Frame, { kind, datedOn }: Limit) => {
  const { authority: words } = texts(frame.lang)
  if (kind === null || datedOn === null) return <span class="muted">{words.noPaper}</span>
  return words.dated(words.kinds[kind], dateInWords(frame.lang, datedOn))
}

const History: FC<{ frame: Frame; history: readonly Limit[] }> = ({ frame, history }) => {
  const { authority: words } = texts(frame.lang)
  const date = (day: string | null) => (day === null ? '' : dateInWords(frame.lang, day))
  return (
    <Card id="eerder" title={words.history}>
      {history.length === 0 ? (
        <p class="muted">{words.noHistory}</p>
      ) : (
        <ul class="lines">
          {history.map((limit) => (
            <li>
              <strong>{words.names[limit.state]}</strong>, {words.period(date(limit.startedOn), date(limit.endedOn))}
              <br />
              <small class="muted">{paperInWords(frame, limit)}</small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
