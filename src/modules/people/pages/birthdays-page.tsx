import type { FC } from 'hono/jsx'
import type { PickedSchool } from '#modules/school/index.ts'
import { dayInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Section } from '#ui/part/section.tsx'
import { fullName, sortName } from '#ui/person-name.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import type { Birthday, Unborn } from '../birthday-queries.ts'
import { paths, withQuery } from '../paths.ts'
import { texts } from '../texts.ts'
import { isWrong, type FormState } from './form-state.ts'

export interface BirthdaysPageProps extends FormState {
  frame: Frame
  picked: PickedSchool
  birthdays: readonly Birthday[]
  unknown: { pupils: readonly Unborn[]; total: number }
  /** The school teaches secondary stages. */
  urgent: boolean
  /** The pupil whose field was sent and is wrong. */
  pupil: string | null
  said: boolean
}

/** The birthdays that move rights, and the pupils of whom nobody knows one, each a field to fill. */
export const BirthdaysPage: FC<BirthdaysPageProps> = (props) => {
  const { frame, picked, birthdays, pupil, said, ...rest } = props
  const words = texts(frame.lang)
  return (
    <DeskFrame frame={frame} title={words.birthdays.title} wrong={isWrong(rest)}>
      <ErrorSummary errors={rest.errors} ids={pupil === null ? {} : { born: fieldOf(pupil) }} />
      {said && <Note>{words.birthdays.said}</Note>}
      <PageHead title={words.birthdays.title} line={words.birthdays.line} />
      <LinkSwitch
        label={words.chooseSchool}
        items={picked.schools.map(({ id, name }) => ({
          href: withQuery(paths.birthdays, { school: id }),
          label: name,
          current: id === picked.school.id,
        }))}
      />
      {birthdays.length === 0 ? (
        <p class="muted">{words.birthdays.none}</p>
      ) : (
        <DataTable caption={words.birthdays.title} captionHidden columns={columnsOf(frame)} rows={birthdays} />
      )}
      <Unknown {...props} />
    </DeskFrame>
  )
}

const fieldOf = (pupil: string): string => `born-${pupil}`

const columnsOf = (frame: Frame) => {
  const { birthdays: words } = texts(frame.lang)
  return [
    {
      head: words.columnPupil,
      rowHead: true,
      cell: (row: Birthday) => (
        <a href={paths.pupil(row.id)}>
          <Name>{sortName(row)}</Name>
        </a>
      ),
    },
    { head: words.columnAge, cell: ({ years }: Birthday) => words.age(years) },
    { head: words.columnDay, cell: ({ on }: Birthday) => dayInWords(frame.lang, on, { year: true }) },
  ]
}

const Unknown: FC<BirthdaysPageProps> = ({ frame, unknown, urgent, pupil, values, errors }) => {
  const { birthdays: words } = texts(frame.lang)
  const left = unknown.total - unknown.pupils.length
  return (
    <Section id="onbekend" title={words.unknown}>
      {unknown.total === 0 ? (
        <p class="muted">{words.unknownNone}</p>
      ) : (
        <div class="stack">
          <p class="prose">
            {words.unknownCount(unknown.total)} {words.unknownLine} {urgent && words.unknownUrgent}
          </p>
          <ul class="card lines">
            {unknown.pupils.map((line) => {
              const wrong = line.id === pupil
              return (
                <li>
                  <Form frame={frame} action={paths.birthDate(line.id)} class="row">
                    <TextField
                      name="born"
                      id={fieldOf(line.id)}
                      label={<Name>{words.born(fullName(line))}</Name>}
                      value={wrong ? values.born : undefined}
                      error={wrong ? errors.born : undefined}
                      autocomplete="off"
                      short
                    />
                    <Button about={fullName(line)}>{words.submit}</Button>
                  </Form>
                </li>
              )
            })}
          </ul>
          {left > 0 && <p class="muted">{words.more(left)}</p>}
        </div>
      )}
    </Section>
  )
}
