import type { Child, FC } from 'hono/jsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { DifferenceRow, Rows } from '#ui/part/rows.tsx'
import { Card, Section } from '#ui/part/section.tsx'
import type { Known, SubjectResults } from '../known.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { gradeSaid } from './grade-words.tsx'
import { MarksTable } from './marks-table.tsx'
import { onMoment } from './moment-words.tsx'
import { SubjectFold } from './subject-fold.tsx'

export interface OwnPageProps {
  frame: Frame
  subjects: readonly SubjectResults[]
  /** What home does not know yet, the newest first. */
  untold: readonly Known[]
  /** What is agreed about it. */
  agreed: Child
  said: 'saved' | 'undone' | undefined
}

/** A pupil's own results: what home does not know yet first, then every subject, then how it went. */
export const OwnPage: FC<OwnPageProps> = ({ frame, subjects, untold, agreed, said }) => {
  const { lang } = frame
  const words = texts(lang)
  return (
    <OwnFrame frame={frame} title={words.own.title}>
      {said && <Note>{words.result[said]}</Note>}
      <PageHead title={words.own.title} line={words.own.line} />
      {untold.length > 0 && <Untold lang={lang} untold={untold} />}
      {subjects.length === 0 ? (
        <Empty>{words.own.none}</Empty>
      ) : (
        <>
          <Card id="cijfers" title={words.grades}>
            <MarksTable lang={lang} caption={words.own.title} subjects={subjects} hrefOf={paths.result} />
          </Card>
          <Section id="verloop" title={words.own.development}>
            {subjects.map((one) => (
              <SubjectFold lang={lang} one={one} />
            ))}
          </Section>
        </>
      )}
      {agreed}
    </OwnFrame>
  )
}

const Untold: FC<{ lang: Lang; untold: readonly Known[] }> = ({ lang, untold }) => {
  const { own } = texts(lang)
  return (
    <Section id="nieuw" title={own.newTitle}>
      <p class="muted">{own.newLine}</p>
      <Rows>
        {untold.map((result) => (
          <DifferenceRow
            icon="note"
            what={
              <>
                <Name>{result.subject}</Name>: {gradeSaid(lang, result)}
              </>
            }
            deed={
              <ButtonLink href={paths.result(result.id)}>
                {own.tell}
                <span class="vh">
                  {' '}
                  <Name>{result.title}</Name>
                </span>
              </ButtonLink>
            }
          >
            <Name>{result.title}</Name>
            <br />
            {result.homeDue === null ? own.atReport : own.homeAt(onMoment(lang, result.homeDue))}
          </DifferenceRow>
        ))}
      </Rows>
    </Section>
  )
}
