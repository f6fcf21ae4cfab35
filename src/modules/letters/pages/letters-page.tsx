import type { FC } from 'hono/jsx'
import type { PickedSchool } from '#modules/school/index.ts'
import { dayInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Check } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Counts } from '#ui/part/counts.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card, Section } from '#ui/part/section.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { countsOf, hasLetter, type Counts as Tally, type RelationLine } from '../letter.ts'
import { ofSchool, paths } from '../paths.ts'
import { texts } from '../texts.ts'

/** What was just done, said once on the page that follows. */
export type LettersSaid = { what: 'word' } | { what: 'mail'; count: number }

export interface LettersPageProps {
  frame: Frame
  picked: PickedSchool
  lines: readonly RelationLine[]
  word: { word: string; until: string } | null
  /** A word by chance, to begin with. */
  proposed: string
  /** Letters lead to this machine alone. */
  loopback: boolean
  mails: boolean
  said?: LettersSaid | undefined
  errors?: FieldErrors | undefined
}

/** Who is in and who is not yet, by class, and letters for who is not. */
export const LettersPage: FC<LettersPageProps> = (props) => {
  const { frame, picked, lines, mails, said, errors = {} } = props
  const words = texts(frame.lang).office
  const school = picked.schools.length > 1 ? picked.school.id : null
  return (
    <DeskFrame frame={frame} title={words.title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      {said && <Note>{said.what === 'word' ? words.said : words.saidMail(said.count)}</Note>}
      <PageHead title={words.title} line={words.line} />
      <LinkSwitch
        label={words.chooseSchool}
        items={picked.schools.map(({ id, name }) => ({
          href: ofSchool(paths.letters, id),
          label: name,
          current: id === picked.school.id,
        }))}
      />
      {lines.length === 0 ? (
        <Empty>{words.nobody}</Empty>
      ) : (
        <>
          <WhoIsIn frame={frame} lines={lines} />
          <MakeCard frame={frame} lines={lines} school={school} group={null} loopback={props.loopback} />
          {mails && <MailCard frame={frame} lines={lines} school={school} />}
          <WordCard {...props} errors={errors} />
          <ByClass frame={frame} lines={lines} />
        </>
      )}
    </DeskFrame>
  )
}

export const WhoIsIn: FC<{ frame: Frame; lines: readonly RelationLine[] }> = ({ frame, lines }) => {
  const words = texts(frame.lang).office
  const counts = countsOf(lines)
  return (
    <Counts
      label={words.countsLabel}
      items={[
        { value: counts.in, label: words.in, icon: 'done' },
        { value: counts.open, label: words.open, icon: 'waiting' },
        { value: counts.none, label: words.none, icon: 'attention', asks: counts.none > 0 },
      ]}
    />
  )
}

/** Letters for who needs one, of the school or of a class. */
export const MakeCard: FC<{
  frame: Frame
  lines: readonly RelationLine[]
  school: string | null
  group: string | null
  loopback: boolean
}> = ({ frame, lines, school, group, loopback }) => {
  const words = texts(frame.lang).office
  const left = lines.filter((line) => !hasLetter(line)).length
  const open = lines.some(({ state }) => state === 'open')
  return (
    <Card id="maken" title={words.make}>
      <Form frame={frame} action={ofSchool(paths.letters, school)} class="stack">
        <p>{words.makeLine(left)}</p>
        {loopback && (left > 0 || open) && <Note tone="notice">{words.loopback}</Note>}
        {group !== null && <input type="hidden" name="group" value={group} />}
        {open && <Check name="again" label={words.again} line={words.againLine} />}
        {(left > 0 || open) && (
          <p>
            <Button look="main">{words.makeButton}</Button>
          </p>
        )}
      </Form>
    </Card>
  )
}

const MailCard: FC<{ frame: Frame; lines: readonly RelationLine[]; school: string | null }> = ({
  frame,
  lines,
  school,
}) => {
  const words = texts(frame.lang).office
  const count = lines.filter((line) => !hasLetter(line) && line.hasMail && line.guardianship !== null).length
  if (count === 0) return null
  return (
    <Card id="mailen" title={words.mail}>
      <Form frame={frame} action={ofSchool(paths.mail, school)} class="stack">
        <p>{words.mailLine(count)}</p>
        <p>
          <Button>{words.mailButton}</Button>
        </p>
      </Form>
    </Card>
  )
}

const WordCard: FC<LettersPageProps & { errors: FieldErrors }> = ({ frame, picked, lines, word, proposed, errors }) => {
  const words = texts(frame.lang).office
  const unknown = new Set(lines.filter(({ birthDateKnown }) => !birthDateKnown).map(({ pupil }) => pupil)).size
  if (unknown === 0) return null
  const school = picked.schools.length > 1 ? picked.school.id : null
  return (
    <Card id="woord" title={words.word}>
      <Form frame={frame} action={ofSchool(paths.word, school)} class="stack">
        <p>{words.wordLine(unknown)}</p>
        <p>
          {word === null ? (
            words.wordNone
          ) : (
            <strong>{words.wordNow(word.word, dayInWords(frame.lang, word.until))}</strong>
          )}
        </p>
        <TextField
          name="word"
          label={words.wordField}
          hint={words.wordHint}
          error={errors.word}
          value={proposed}
          autocomplete="off"
          literal
        />
        <p>
          <Button look="plain">{words.wordButton}</Button>
        </p>
      </Form>
    </Card>
  )
}

type ClassLine = Tally & { id: string | null; name: string }

const ByClass: FC<{ frame: Frame; lines: readonly RelationLine[] }> = ({ frame, lines }) => {
  const words = texts(frame.lang).office
  const classes = new Map<string | null, RelationLine[]>()
  for (const line of lines) classes.set(line.group?.id ?? null, [...(classes.get(line.group?.id ?? null) ?? []), line])
  const rows = [...classes.entries()].map(([id, of]): ClassLine => ({
    id,
    name: of[0]?.group?.name ?? words.noClass,
    ...countsOf(of),
  }))
  return (
    <Section id="klassen" title={words.byClass}>
      <DataTable
        caption={words.byClass}
        captionHidden
        columns={[
          {
            head: words.columnClass,
            rowHead: true,
            cell: ({ id, name }: ClassLine) =>
              id === null ? (
                name
              ) : (
                <a href={paths.group(id)}>
                  <Name>{name}</Name>
                </a>
              ),
          },
          { head: words.columnAll, number: true, cell: ({ all }: ClassLine) => all },
          { head: words.columnIn, number: true, cell: (line: ClassLine) => line.in },
          { head: words.columnOpen, number: true, cell: ({ open }: ClassLine) => open },
          { head: words.columnNone, number: true, cell: ({ none }: ClassLine) => none },
        ]}
        rows={rows}
      />
    </Section>
  )
}
