import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { isAnswered, isRefused, stateOn, type Agreement, type State } from '../agreement.ts'
import type { Typed } from '../draft-fields.ts'
import { firstUpper } from '../first-upper.ts'
import { shapeOf } from '../kinds/kinds.ts'
import { paths } from '../paths.ts'
import type { Said } from '../said.ts'
import { isMeeting } from '../scope.ts'
import { scopeWords } from '../scope-words.ts'
import { allAsked, type ReaderStanding } from '../standing.ts'
import { kindWords, texts } from '../texts.ts'
import { isOlder } from '../versions.ts'
import { written } from './written.ts'
import { monthInWords } from './agreed-line.tsx'
import { Comparison } from './compare-words.tsx'
import { layingWords } from './laying-words.ts'
import { Deal } from './deal.tsx'
import { AnswerForms, BeginForm, EndForm, LayForms, WithdrawForm } from './life-forms.tsx'
import { MeetingPart, YesPart } from './meeting-part.tsx'
import { NotedLine } from './noted-line.tsx'
import { PollParts } from './poll-part.tsx'
import { ToldLines } from './told-page.tsx'

export interface AgreementPageProps {
  frame: Frame
  today: string
  agreement: Agreement
  standing: ReaderStanding
  /** Other versions of it that the reader may see, for the comparison. */
  versions: readonly Agreement[]
  beside: Agreement | null
  /** The last day of this school year: what a class or a family agrees holds no longer. */
  yearEnds: string
  said?: Said | undefined
  /** The form that came back, by the name of its deed. */
  wrong?: { form: string; errors: FieldErrors; typed: Typed } | undefined
}

/** One agreement: what it says, how it stands, and what the reader may do with it. */
export const AgreementPage: FC<AgreementPageProps> = (props) => {
  const { frame, today, agreement, standing, wrong, said } = props
  const { lang } = frame
  const words = texts(lang)
  const name = kindWords(lang, agreement.kind).name
  const state = stateFor(props)
  return (
    <OwnFrame frame={frame} title={name} wrong={wrong !== undefined} wide>
      {wrong && <ErrorSummary errors={wrong.errors} />}
      {said && !wrong && <Note>{words.said[said]}</Note>}
      <PageHead
        title={name}
        crumbs={[{ label: words.own.title, href: paths.agreements }, { label: name }]}
        line={
          <>
            <bdi>{words.agreed.forWhom(scopeWords(lang, agreement))}</bdi>. {words.states[state]}.
          </>
        }
        deeds={<Deeds {...props} state={state} />}
      />
      {state === 'draft' && <p class="muted">{words.page.draftNote}</p>}
      <NotHeldNote lang={lang} agreement={agreement} state={state} />
      <Deal lang={lang} agreement={agreement} today={today} heading="h2" isTitled kept={standing.kept}>
        <Uncounted {...props} state={state} />
        {agreement.endReason !== null && state !== 'never' && <p {...written(lang)}>{agreement.endReason}</p>}
      </Deal>
      <YesPart {...props} />
      <SeenPart {...props} />
      <LayingLines {...props} />
      <AnswerForms {...props} />
      <PollParts {...props} />
      <MeetingPart {...props} state={state} />
      <NextStep {...props} state={state} />
      <OwnKept {...props} />
      <ToldPart {...props} />
      <Versions {...props} />
      {standing.drafts && (state === 'laid' || state === 'offered') && <WithdrawForm {...props} />}
      {standing.drafts && (state === 'in-force' || state === 'coming') && <EndForm {...props} />}
    </OwnFrame>
  )
}

/** That it was taken back, or stopped before it began, when and why. */
const NotHeldNote: FC<{ lang: Lang; agreement: Agreement; state: State }> = ({ lang, agreement, state }) => {
  const { states, end, withdraw } = texts(lang)
  const { withdrawn, endedOn, endReason } = agreement
  if (withdrawn === null && state !== 'never') return null
  const never = endedOn === null ? states.never : end.never(dateInWords(lang, endedOn))
  const why = withdrawn?.reason ?? endReason
  return (
    <Note tone="notice">
      {withdrawn === null ? never : withdraw.on(dateInWords(lang, withdrawn.on))}.{' '}
      {why !== null && <bdi {...written(lang)}>{why}</bdi>}
    </Note>
  )
}

/** Who is asked about what lies before the council may read that and not its laying: for them it is no draft. */
const stateFor = ({ agreement, standing, today }: AgreementPageProps): State => {
  const state = stateOn(agreement, today)
  return state === 'draft' && !standing.drafts ? 'laid' : state
}

const Deeds: FC<AgreementPageProps & { state: State }> = ({ frame, agreement, standing, state }) => {
  const words = texts(frame.lang).page
  if (!standing.drafts) return null
  if (state === 'draft')
    return (
      <>
        <ButtonLink href={paths.change(agreement.id)} look="plain">
          {words.change}
        </ButtonLink>
        <Form frame={frame} action={paths.drop(agreement.id)}>
          <Button look="plain">{words.drop}</Button>
        </Form>
      </>
    )
  if (state === 'never') return null
  return (
    <ButtonLink href={paths.freshAfter(agreement.id)} look="plain">
      {words.replace}
    </ButtonLink>
  )
}

const SeenPart: FC<AgreementPageProps> = ({ frame, agreement, standing }) => {
  const words = texts(frame.lang).page
  if (standing.seen === null) return null
  if (standing.seen === 'asked')
    return (
      <Form frame={frame} action={paths.seen(agreement.id)}>
        <Button look="main">{words.seen}</Button>
      </Form>
    )
  const { on, notedBy } = standing.seen
  if (notedBy === null) return <p class="muted">{words.seenLine}</p>
  return <NotedLine frame={frame} what="seen" on={on} by={notedBy} action={paths.denySeen(agreement.id)} />
}

/** Before whom it lies or lay, and what they said. */
const LayingLines: FC<AgreementPageProps> = ({ frame, agreement, standing, today }) => {
  const { lang } = frame
  const words = texts(lang)
  if (agreement.layings.length === 0) return null
  return (
    <Card id="raad" title={words.council.title}>
      <ul class="lines">
        {agreement.layings.map((laying) => {
          const { body, reason, answerBy, answer } = laying
          if (reason !== null)
            return <li dir="auto">{firstUpper(lang, words.agreed.unneededWhy(words.bodies[body], reason))}</li>
          return (
            <li>
              {layingWords(lang, laying)}
              <br />
              <small class="muted">
                {answer === null
                  ? agreement.withdrawn === null &&
                    answerBy !== null &&
                    (answerBy < today ? words.lay.late : words.lay.by(dateInWords(lang, answerBy)))
                  : answer.byCouncil
                    ? `${words.lay.byCouncil}.`
                    : `${words.lay.bySchool}.`}
                {answer !== null && standing.readsMinutes && (
                  <span dir="auto"> {words.lay.minutesAt(answer.minutes)}</span>
                )}
              </small>
            </li>
          )
        })}
      </ul>
      {agreement.startsOn === null && isRefused(agreement) && <p>{words.lay.refused}</p>}
    </Card>
  )
}

/** What has to be done next before it holds: laid, or begun. */
const NextStep: FC<AgreementPageProps & { state: State }> = (props) => {
  const { agreement, standing, state } = props
  if (!standing.drafts || agreement.startsOn !== null || state === 'withdrawn' || state === 'refused') return null
  if (isMeeting(agreement.scope)) return state === 'offered' ? <BeginForm {...props} /> : null
  if (!allAsked(agreement, standing.rights)) return standing.keeps ? <LayForms {...props} /> : null
  return agreement.layings.every(isAnswered) ? <BeginForm {...props} /> : null
}

/** Of what could be counted and is not, why. What one class does for one pupil is nobody's figure. */
const Uncounted: FC<AgreementPageProps & { state: State }> = ({ frame, agreement, standing, state }) => {
  const words = texts(frame.lang).kept
  const isOfPupil = agreement.scope.level === 'pupil' && state === 'in-force' && shapeOf(agreement.kind).measured
  const line = isOfPupil ? words.ofPupil : standing.isUncounted ? words.off : null
  return line && <p class="muted small">{line}</p>
}

const OwnKept: FC<AgreementPageProps> = ({ frame, agreement, standing }) => {
  const words = texts(frame.lang).kept
  if (standing.ownKept.length === 0) return null
  return (
    <Card id="eigen-cijfer" title={words.title}>
      <p class="muted">{words.own}</p>
      <ul class="lines">
        {standing.ownKept.map(({ month, kept, total }) => (
          <li>
            {words.month(monthInWords(frame.lang, month))}: {words.ownTimes(kept, total, agreement.kind)}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const ToldPart: FC<AgreementPageProps> = ({ frame, agreement, standing: { told } }) => {
  const words = texts(frame.lang).told
  if (told === null) return null
  return (
    <Card id="wie-weet-het" title={words.title}>
      <ToldLines lang={frame.lang} agreement={agreement} told={told} />
      <p>
        <a class="link-row" href={paths.readers(agreement.id)}>
          {words.look}
        </a>
      </p>
    </Card>
  )
}

/** The other versions, and what is different beside one of them. */
const Versions: FC<AgreementPageProps> = ({ frame, today, agreement, versions, beside }) => {
  const { lang } = frame
  const words = texts(lang)
  if (versions.length === 0) return null
  const [before, after] =
    beside !== null && isOlder(agreement, beside, [agreement, ...versions])
      ? [agreement, beside]
      : [beside ?? agreement, agreement]
  return (
    <Card id="anders" title={words.page.versions}>
      <div class="stack">
        <ul class="lines">
          {versions.map((one) => (
            <li>
              <a
                class="link-row"
                href={paths.beside(agreement.id, one.id)}
                aria-current={one.id === beside?.id ? 'true' : undefined}
              >
                {words.page.compareWith(dateInWords(lang, one.startsOn ?? one.writtenOn))}
              </a>{' '}
              <small class="muted">{words.states[stateOn(one, today)]}</small>
            </li>
          ))}
        </ul>
        {beside !== null && <Comparison lang={lang} before={before} after={after} today={today} />}
      </div>
    </Card>
  )
}
