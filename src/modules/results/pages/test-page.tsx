import type { FC } from 'hono/jsx'
import { dateInWords, momentInWords } from '#ui/date.ts'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { controlAttributes, FieldWords, type FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Fold } from '#ui/part/fold.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Script } from '#ui/part/script.tsx'
import { Card } from '#ui/part/section.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { canWeigh, isSecondary, type Assessment } from '../assessment.ts'
import { averageOf } from '../average.ts'
import { marksOf } from '../grade.ts'
import { paths } from '../paths.ts'
import type { Entered } from '../staff-queries.ts'
import { texts } from '../texts.ts'
import { boxes, nameOf } from '../boxes.ts'
import { averageSaid, GradeMark } from './grade-words.tsx'

export interface TestPageProps {
  frame: Frame
  test: Assessment & { taught: boolean; retakeTitle: string | null; retakes: readonly { id: string; title: string }[] }
  entered: readonly Entered[]
  /** What stands in the boxes. */
  values: Readonly<Record<string, string>>
  errors: FieldErrors
  saved: number | null
  known: number | null
  isNew: boolean
}

/** The results of one test, the whole class on one page: down with Enter, a column can be pasted. */
export const TestPage: FC<TestPageProps> = (props) => {
  const { frame, test, entered, errors, saved, known, isNew } = props
  const words = texts(frame.lang)
  return (
    <DeskFrame frame={frame} title={test.title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      {saved !== null && <Note>{words.test.saved(saved)}</Note>}
      {known !== null && <Note>{words.test.known(known)}</Note>}
      {isNew && <Note>{words.staff.saidAdded}</Note>}
      <PageHead
        crumbs={[
          { label: words.staff.titleOf(test.groupName), href: paths.ofGroup(test.group) },
          { label: test.title },
        ]}
        title={<Name>{test.title}</Name>}
        line={<FactsLine lang={frame.lang} test={test} />}
        deeds={test.taught && <Deeds lang={frame.lang} test={test} />}
      />
      {!test.taught && <p class="muted">{words.test.readOnly}</p>}
      {test.kind === 'cito' && <p class="small">{words.levels}</p>}
      {test.dossier === 'exam' && entered.some(({ result }) => result !== null) && (
        <p class="small">{words.test.examLocked}</p>
      )}
      {test.taught ? (
        <Form frame={frame} action={paths.grades(test.id)} class="stack" id="invoer">
          <EntryHint lang={frame.lang} test={test} />
          <EntryTable {...props} />
          <p class="no-print">
            <Button look="main">{words.test.submit}</Button>
          </p>
        </Form>
      ) : (
        <EntryTable {...props} />
      )}
      <Mean lang={frame.lang} entered={entered} />
      {test.taught &&
        !isSecondary(test.stage) &&
        entered.some(({ pupilKnows, result }) => result !== null && !pupilKnows) && (
          <MarkKnown frame={frame} test={test} entered={entered} />
        )}
      <Script frame={frame} name="results-entry" />
    </DeskFrame>
  )
}

const FactsLine: FC<{ lang: Lang; test: TestPageProps['test'] }> = ({ lang, test }) => {
  const words = texts(lang)
  return (
    <>
      <Name>{test.subject}</Name>, {words.kinds[test.kind]}, {dateInWords(lang, test.madeOn)}.{' '}
      {test.retakeOf === null ? words.counts(test.weight) : words.retakeOf(test.retakeTitle ?? '')}
      {test.dossier === 'exam' && ` ${words.dossiers.exam}.`}
    </>
  )
}

const Deeds: FC<{ lang: Lang; test: TestPageProps['test'] }> = ({ lang, test }) => {
  const words = texts(lang).test
  return (
    <>
      {canWeigh(test.scale) && test.retakeOf === null && (
        <ButtonLink href={`${paths.tests}/nieuw?herkansing=${test.id}`}>{words.retake}</ButtonLink>
      )}
      <ButtonLink href={paths.change(test.id)}>{words.change}</ButtonLink>
    </>
  )
}

const EntryHint: FC<{ lang: Lang; test: Assessment }> = ({ lang, test }) => {
  const words = texts(lang).test
  const marks = marksOf[test.scale].join(', ')
  return (
    <p class="hint no-print">
      {test.scale === 'tenths'
        ? words.enterHint(marks)
        : test.scale === 'words_only'
          ? words.wordsHint
          : words.marksHint(marks)}{' '}
      {test.scale !== 'words_only' && words.pasteHint}
    </p>
  )
}

const EntryTable: FC<TestPageProps> = (props) => {
  const { frame, test, entered } = props
  const { lang } = frame
  const words = texts(lang)
  return (
    <div class="grades">
      <DataTable<Entered>
        caption={words.test.caption(test.title)}
        captionHidden
        rows={entered}
        columns={[
          {
            head: words.test.pupil,
            rowHead: true,
            cell: (one) => <Name>{nameOf(one)}</Name>,
          },
          ...(test.retakeOf === null
            ? []
            : [
                {
                  head: words.test.first,
                  number: true,
                  cell: ({ first }: Entered) => first && <GradeMark lang={lang} got={first} />,
                },
              ]),
          ...(test.scale === 'words_only'
            ? []
            : [{ head: headOf(lang, test), cell: (one: Entered) => <GradeBox {...props} one={one} /> }]),
          { head: words.test.comment, cell: (one) => <WordsBox {...props} one={one} /> },
          { head: words.test.state, cell: (one) => <State lang={lang} test={test} one={one} /> },
          ...(test.taught
            ? [
                {
                  head: words.test.more,
                  on: 'screen' as const,
                  cell: (one: Entered) => <More lang={lang} test={test} one={one} />,
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}

/** What stands in the exam dossier is not written over. */
const isLocked = ({ taught, dossier }: TestPageProps['test'], { result }: Entered): boolean =>
  !taught || (dossier === 'exam' && result !== null)

/** A level is no grade. */
const headOf = (lang: Lang, { scale }: Assessment): string => texts(lang)[canWeigh(scale) ? 'grade' : 'outcome']

const GradeBox: FC<TestPageProps & { one: Entered }> = ({ frame, test, one, values, errors }) => {
  if (isLocked(test, one)) return <GradeMark lang={frame.lang} got={one} />
  const name = boxes.grade(one.pupil)
  const error = errors[name]
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <FieldWords id={name} hint={undefined} error={error} />
      <input
        {...controlAttributes({ name, label: '', error })}
        class="input input-grade"
        value={values[name]}
        aria-label={`${headOf(frame.lang, test)}: ${nameOf(one)}`}
        inputmode={test.scale === 'tenths' ? 'decimal' : undefined}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        data-column="grade"
      />
      <input type="hidden" name={boxes.was(one.pupil)} value={values[boxes.was(one.pupil)]} />
    </div>
  )
}

const WordsBox: FC<TestPageProps & { one: Entered }> = ({ frame, test, one, values, errors }) => {
  if (isLocked(test, one)) return one.words === null ? null : <Name>{one.words}</Name>
  const name = boxes.words(one.pupil)
  const error = errors[name]
  const label = `${texts(frame.lang).test.comment}: ${nameOf(one)}`
  const onlyWords = test.scale === 'words_only'
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <FieldWords id={name} hint={undefined} error={error} />
      <textarea
        {...controlAttributes({ name, label: '', error })}
        class="input input-words"
        rows={onlyWords ? 3 : 1}
        aria-label={label}
        dir="auto"
      >
        {`\n${values[name] ?? ''}`}
      </textarea>
      {onlyWords && <input type="hidden" name={boxes.was(one.pupil)} value={values[boxes.was(one.pupil)]} />}
    </div>
  )
}

const State: FC<{ lang: Lang; test: Assessment; one: Entered }> = ({ lang, test, one }) => {
  const words = texts(lang).test
  if (one.result === null) return null
  const said = one.homeKnows
    ? [words.bothKnow]
    : one.pupilKnows
      ? [words.pupilKnows, ...(one.homeDue === null ? [] : [words.homeAt(momentInWords(lang, one.homeDue))])]
      : [stillUnknown(lang, test, one)]
  return (
    <small>
      {[...said, ...(one.changed ? [words.changed] : []), ...(one.proposed ? [words.proposed] : [])].join(', ')}
    </small>
  )
}

/** In primary education the teacher tells the child: the moment is the last one, and no more. */
const stillUnknown = (lang: Lang, { stage }: Assessment, { pupilDue }: Entered): string => {
  const words = texts(lang).test
  if (pupilDue === null) return words.nobody
  return isSecondary(stage) ? words.pupilAt(momentInWords(lang, pupilDue)) : words.pupilByReport
}

const More: FC<{ lang: Lang; test: Assessment; one: Entered }> = ({ lang, test, one }) =>
  one.result === null ? null : (
    <a href={paths.ofTest(test.id, one.result)} aria-label={texts(lang).test.moreOf(nameOf(one))}>
      {texts(lang).test.more}
    </a>
  )

/** For who teaches alone: no pupil and no family is ever shown where a child stands among others. */
const Mean: FC<{ lang: Lang; entered: readonly Entered[] }> = ({ lang, entered }) => {
  const graded = entered.flatMap(({ tenths }) => (tenths === null ? [] : [{ tenths, weight: 1 }]))
  const mean = averageOf(graded, 'half_up')
  return mean === null || graded.length < 2 ? null : (
    <p class="small muted">{texts(lang).test.mean(averageSaid(lang, mean), graded.length)}</p>
  )
}

const MarkKnown: FC<{ frame: Frame; test: Assessment; entered: readonly Entered[] }> = ({ frame, test, entered }) => {
  const words = texts(frame.lang).test
  const unknown = entered.filter(({ result, pupilKnows }) => result !== null && !pupilKnows)
  return (
    <div class="no-print">
      <Card id="weten" title={words.markKnown}>
        <div class="stack">
          <p>{words.markLine}</p>
          <Form frame={frame} action={paths.known(test.id)}>
            <Button>{words.markAll}</Button>
          </Form>
          {unknown.length > 1 && (
            <Fold title={words.markOne}>
              <ul class="lines">
                {unknown.map((one) => (
                  <li>
                    <Form frame={frame} action={paths.known(test.id)} class="row spread" id={`weet-${one.pupil}`}>
                      <input type="hidden" name="result" value={one.result ?? ''} />
                      <Name>{nameOf(one)}</Name>
                      <Button about={nameOf(one)}>{words.markKnown}</Button>
                    </Form>
                  </li>
                ))}
              </ul>
            </Fold>
          )}
        </div>
      </Card>
    </div>
  )
}
