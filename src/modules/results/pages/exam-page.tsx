import type { FC } from 'hono/jsx'
import { momentInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { DifferenceRow, Rows } from '#ui/part/rows.tsx'
import { Section } from '#ui/part/section.tsx'
import type { Proposal } from '../deeds/exam-change.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { gradeSaid } from './grade-words.tsx'

export interface ExamPageProps {
  frame: Frame
  proposals: readonly Proposal[]
  /** The reader's own persons: nobody decides on an own proposal. */
  own: readonly string[]
  errors: FieldErrors
  said: 'saidYes' | 'saidNo' | undefined
}

/** Changes of the exam dossier that wait for a second person, and those that were decided. */
export const ExamPage: FC<ExamPageProps> = (props) => {
  const { frame, proposals, errors, said } = props
  const words = texts(frame.lang).exam
  const open = proposals.filter(({ decision }) => decision === null)
  const done = proposals.filter(({ decision }) => decision !== null)
  return (
    <DeskFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} ids={Object.fromEntries(Object.keys(errors).map((id) => [id, `voorstel-${id}`]))} />
      {said && <Note>{words[said]}</Note>}
      <PageHead title={words.title} line={words.line} />
      <div class="prose stack-l">
        {proposals.length === 0 && <Empty>{words.none}</Empty>}
        {open.length > 0 && (
          <Section id="open" title={words.open}>
            <ProposalRows {...props} shown={open} />
          </Section>
        )}
        {done.length > 0 && (
          <Section id="besloten" title={words.done}>
            <ProposalRows {...props} shown={done} />
          </Section>
        )}
      </div>
    </DeskFrame>
  )
}

const ProposalRows: FC<ExamPageProps & { shown: readonly Proposal[] }> = ({ frame, own, shown }) => {
  const { lang } = frame
  const words = texts(lang).exam
  return (
    <Rows>
      {shown.map((one) => {
        const from = gradeSaid(lang, one.was)
        const isWithdrawal = one.tenths === null && one.mark === null
        return (
          <DifferenceRow
            icon={one.decision === null ? 'waiting' : 'done'}
            tone={one.decision === null ? 'hold' : undefined}
            what={<Name>{words.what(one.pupilName, one.subject, one.title)}</Name>}
            deed={
              one.decision === null &&
              !own.includes(one.proposedBy) && (
                <Form frame={frame} action={paths.decide(one.id)} class="row">
                  <Button name="says" value="yes" about={one.pupilName}>
                    {words.yes}
                  </Button>
                  <Button name="says" value="no" about={one.pupilName}>
                    {words.no}
                  </Button>
                </Form>
              )
            }
          >
            <span id={`voorstel-${one.id}`}>
              {isWithdrawal ? words.withdraw(from) : words.change(from, gradeSaid(lang, one))}
            </span>
            <br />
            <Name>{one.reason}</Name>
            <br />
            {words.by(one.by, momentInWords(lang, one.proposedAt))}
            {one.decision !== null && (
              <>
                <br />
                {words.decided(one.decision, one.decidedBy ?? '')}
              </>
            )}
            {one.decision === null && own.includes(one.proposedBy) && (
              <>
                <br />
                {words.own}
              </>
            )}
          </DifferenceRow>
        )
      })}
    </Rows>
  )
}
