import type { Child, FC } from 'hono/jsx'
import { momentInWords } from '#ui/date.ts'
import { ButtonLink } from '#ui/form/button.tsx'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { ChildrenSwitch } from '#ui/part/children-switch.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Name } from '#ui/part/name.tsx'
import { Card, Section } from '#ui/part/section.tsx'
import type { WhoTone } from '#ui/part/who.tsx'
import type { SubjectResults } from '../known.ts'
import { paths } from '../paths.ts'
import type { Learner } from '../queries.ts'
import { texts } from '../texts.ts'
import { MarksTable } from './marks-table.tsx'
import { Leaf } from './moment-words.tsx'
import { SubjectFold } from './subject-fold.tsx'

export interface ProgressPageProps {
  frame: Frame
  family: readonly Learner[]
  chosen: Learner | null
  /** By the calendar alone, whatever waits: the next moment of home. Null: there is no fixed moment. */
  nextAt: Date | null
  /** Whether that is when the report comes, and nothing else is sure. */
  isReport: boolean
  isAtOnce: boolean
  /** What is agreed, with what it comes down to for this child. */
  agreed: Child
  subjects: readonly SubjectResults[]
  /** Why a teacher showed something earlier. */
  reasons: readonly string[]
  /** One of the texts' questions, by the week. */
  coach: string
  /** What this guardian chose not to see. */
  off: 'none' | 'ask' | null
}

/** How a child is getting on, for a guardian. Nothing on it tells that something waits. */
export const ProgressPage: FC<ProgressPageProps> = (props) => {
  const { frame, family, chosen } = props
  const words = texts(frame.lang).progress
  const title = chosen === null ? words.title : words.titleOf(chosen.name)
  return (
    <OwnFrame frame={frame} title={title}>
      <div class="stack">
        <PageHead
          title={<Name>{title}</Name>}
          line={chosen && <Name>{[chosen.className, chosen.schoolName].filter((part) => part).join(', ')}</Name>}
        />
        {family.length > 1 && (
          <ChildrenSwitch
            label={words.choose}
            items={family.map(({ id, name }, at) => ({
              href: paths.ofChild(id),
              name,
              current: id === chosen?.id,
              tone: tones[at % tones.length],
            }))}
          />
        )}
      </div>
      {chosen === null ? (
        <Empty>{words.noChild}</Empty>
      ) : props.off === null ? (
        <OfChild {...props} chosen={chosen} />
      ) : (
        <Off {...props} chosen={chosen} off={props.off} />
      )}
    </OwnFrame>
  )
}

const tones: readonly WhoTone[] = [1, 2, 3]

const OfChild: FC<ProgressPageProps & { chosen: Learner }> = (props) => {
  const { frame, chosen, subjects, reasons, coach } = props
  const { lang } = frame
  const words = texts(lang)
  return (
    <>
      <When {...props} />
      <Card id="cijfers" title={words.progress.marksTitle}>
        {subjects.length === 0 ? (
          <p class="muted">{words.progress.none}</p>
        ) : (
          <MarksTable lang={lang} caption={words.progress.caption(chosen.name)} subjects={subjects} />
        )}
        {reasons.map((reason) => (
          <p class="small">{words.progress.reason(reason)}</p>
        ))}
      </Card>
      {subjects.length > 0 && (
        <Section id="verloop" title={words.own.development}>
          {subjects.map((one) => (
            <SubjectFold lang={lang} one={one} />
          ))}
        </Section>
      )}
      <Section id="vraag" title={words.progress.coach} size="small">
        <p>{coach}</p>
      </Section>
    </>
  )
}

/** Nothing of it follows from a result, and it promises nothing: some may wait for a retake, or for a pupil who is ill. */
const When: FC<ProgressPageProps> = ({ frame: { lang }, nextAt, isReport, isAtOnce, agreed }) => {
  const words = texts(lang).progress
  return (
    <section class="card stack" aria-labelledby="moment">
      {isAtOnce || nextAt === null ? (
        <>
          <h2 id="moment" class="sec-head">
            {words.atOnce}
          </h2>
          <p>{words.atOnceLine}</p>
        </>
      ) : (
        <>
          <div class="when-row">
            <Leaf lang={lang} at={nextAt} />
            <div>
              <h2 id="moment" class="small muted">
                {isReport ? words.nextReport : words.next}
              </h2>
              <p class="when">{momentInWords(lang, nextAt)}</p>
            </div>
          </div>
          <p>{isReport ? words.reportLine : words.nextLine}</p>
          <p class="small muted">{words.fixed}</p>
        </>
      )}
      {agreed}
    </section>
  )
}

const Off: FC<ProgressPageProps & { chosen: Learner; off: 'none' | 'ask' }> = ({ frame: { lang }, chosen, off }) => {
  const words = texts(lang).progress
  return (
    <section class="card stack">
      <p>{off === 'none' ? words.hidden : words.asked}</p>
      {off === 'ask' && (
        <p>
          <ButtonLink href={paths.shown(chosen.id)}>{words.show(chosen.name)}</ButtonLink>
        </p>
      )}
      <p>
        <a href="/zicht">{words.sight}</a>
      </p>
    </section>
  )
}
