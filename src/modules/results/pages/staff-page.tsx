import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Fold } from '#ui/part/fold.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { DifferenceRow, Rows } from '#ui/part/rows.tsx'
import { Section } from '#ui/part/section.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { paths } from '../paths.ts'
import type { Asking, Group, Listed } from '../staff-queries.ts'
import { texts } from '../texts.ts'

export type StaffSaid = 'saidDropped' | 'saidTalked'

export interface StaffPageProps {
  frame: Frame
  groups: readonly Group[]
  chosen: Group | null
  tests: readonly Listed[]
  asking: readonly Asking[]
  /** Whether the reader decides on changes in the exam dossier. */
  hasExams: boolean
  said: StaffSaid | undefined
  /** How many results a file brought a moment ago. */
  readIn: number | null
}

/** The tests of the groups of a member of staff, by subject. Who of the own pupils wants to talk stands first. */
export const StaffPage: FC<StaffPageProps> = ({ frame, groups, chosen, tests, asking, hasExams, said, readIn }) => {
  const { lang } = frame
  const words = texts(lang).staff
  const title = chosen === null ? words.title : words.titleOf(chosen.name)
  return (
    <DeskFrame frame={frame} title={title}>
      {said ? <Note>{words[said]}</Note> : readIn !== null && <Note>{words.readIn(readIn)}</Note>}
      <PageHead
        title={<Name>{title}</Name>}
        line={groups.some(({ taught }) => taught) ? words.line : undefined}
        deeds={
          <>
            {chosen?.taught && (
              <>
                <ButtonLink look="main" href={paths.add(chosen.id)}>
                  {words.add}
                </ButtonLink>
                <ButtonLink href={paths.readInFor(chosen.id)}>{words.file}</ButtonLink>
              </>
            )}
            {hasExams && <ButtonLink href={paths.proposals}>{texts(lang).examNav}</ButtonLink>}
          </>
        }
      />
      {asking.length > 0 && <AskingRows frame={frame} asking={asking} />}
      <GroupSwitch lang={lang} groups={groups} chosen={chosen} />
      {groups.length === 0 ? (
        <Empty>{words.noGroups}</Empty>
      ) : chosen === null ? (
        <Empty>{words.pick}</Empty>
      ) : tests.length === 0 ? (
        <Empty>{words.none}</Empty>
      ) : (
        <BySubject lang={lang} tests={tests} />
      )}
    </DeskFrame>
  )
}

const GroupSwitch: FC<{ lang: Lang; groups: readonly Group[]; chosen: Group | null }> = ({ lang, groups, chosen }) => {
  const schools = new Set(groups.map(({ school }) => school)).size
  return (
    <LinkSwitch
      label={texts(lang).staff.chooseGroup}
      items={groups.map((group) => ({
        href: paths.ofGroup(group.id),
        label: schools > 1 ? `${group.name}, ${group.schoolName}` : group.name,
        current: group.id === chosen?.id,
      }))}
    />
  )
}

const AskingRows: FC<{ frame: Frame; asking: readonly Asking[] }> = ({ frame, asking }) => {
  const words = texts(frame.lang).staff
  return (
    <Section id="gesprekken" title={words.asking}>
      <Rows>
        {asking.map((one) => (
          <DifferenceRow
            icon="message"
            tone="hold"
            of={{ name: one.pupil, line: one.group }}
            what={<Name>{words.askingLine(one.pupil, `${one.subject}, ${one.title}`)}</Name>}
            deed={
              <Form frame={frame} action={paths.talked(one.id)}>
                <Button about={one.pupil}>{words.talked}</Button>
              </Form>
            }
          />
        ))}
      </Rows>
    </Section>
  )
}

/** How many tests of a subject stand open; those before them are folded. */
const newest = 4

/** The own subjects first and open; what colleagues test in this group is folded, with how many tests there are. */
const BySubject: FC<{ lang: Lang; tests: readonly Listed[] }> = ({ lang, tests }) => {
  const words = texts(lang).staff
  const order = new Intl.Collator('nl')
  const bySubject = [...Map.groupBy(tests, ({ subject }) => subject).entries()].toSorted(([one], [other]) =>
    order.compare(one, other),
  )
  const [own, others] = [true, false].map((isOwn) =>
    bySubject.filter(([, of]) => of.some((test) => test.own) === isOwn),
  )
  return (
    <>
      {own?.map(([subject, of], at) => (
        <Section id={`vak-${at + 1}`} title={<Name>{subject}</Name>}>
          <TestTable lang={lang} caption={subject} tests={of.slice(0, newest)} />
          {of.length > newest && (
            <Fold title={words.earlier(of.length - newest)}>
              <TestTable lang={lang} caption={words.earlierOf(subject)} tests={of.slice(newest)} />
            </Fold>
          )}
        </Section>
      ))}
      {others !== undefined && others.length > 0 && (
        <Section id="vakken" title={own?.length === 0 ? words.subjects : words.otherSubjects}>
          {others.map(([subject, of]) => (
            <Fold title={<Name>{words.countOf(subject, of.length)}</Name>}>
              <TestTable lang={lang} caption={subject} tests={of} />
            </Fold>
          ))}
        </Section>
      )}
    </>
  )
}

const TestTable: FC<{ lang: Lang; caption: string; tests: readonly Listed[] }> = ({ lang, caption, tests }) => {
  const words = texts(lang).staff
  return (
    <DataTable<Listed>
      caption={caption}
      captionHidden
      rows={tests}
      columns={[
        { head: words.test, rowHead: true, cell: (test) => <TestLink lang={lang} test={test} /> },
        {
          head: words.entered,
          number: true,
          cell: ({ entered, pupils }) => words.enteredOf(entered, Math.max(entered, pupils)),
        },
      ]}
    />
  )
}

const TestLink: FC<{ lang: Lang; test: Listed }> = ({ lang, test }) => {
  const words = texts(lang)
  const facts = [
    words.kinds[test.kind],
    dateInWords(lang, test.madeOn),
    ...(test.dossier === 'exam' ? [words.dossiers.exam] : []),
    ...(test.retakeOf === null ? [] : [words.retake]),
    ...(test.unknown > 0 ? [words.staff.unknown(test.unknown)] : []),
  ]
  return (
    <>
      <a href={paths.test(test.id)}>
        <Name>{test.title}</Name>
      </a>
      <br />
      <small class="muted">{facts.join(', ')}</small>
    </>
  )
}
