import type { FC } from 'hono/jsx'
import type { ShownFile } from '#modules/files/index.ts'
import { dayInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { AttachedFiles } from '#ui/part/attached-files.tsx'
import { ChildrenSwitch } from '#ui/part/children-switch.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { Who, type WhoTone } from '#ui/part/who.tsx'
import { paths } from '../paths.ts'
import type { Child, PupilOf, Showing } from '../queries.ts'
import { texts } from '../texts.ts'

export type ShownWork = Showing & { shown: readonly ShownFile[] }

export interface ShowingsPageProps {
  frame: Frame
  who: 'guardian' | 'pupil' | 'staff'
  showings: readonly ShownWork[]
  /** The children of a guardian. */
  family: readonly Child[]
  chosen: string | null
  /** Whose work the reader can show. */
  pupils: readonly PupilOf[]
  /** Whether teachers place work at this school. */
  places: boolean
  fileWords: { hint: string; open: string; download: string }
  said?: 'erop' | 'weg' | undefined
  errors?: FieldErrors | undefined
  values?: Readonly<Record<string, string>> | undefined
  once: string
}

export const ShowingsPage: FC<ShowingsPageProps> = (props) => {
  const { frame, who, showings, family, chosen, said, errors = {} } = props
  const words = texts(frame.lang)
  const wrong = Object.keys(errors).length > 0
  return (
    <OwnFrame frame={frame} title={words.title[who]} wrong={wrong}>
      <div class="prose stack-l">
        <ErrorSummary errors={errors} />
        {said && !wrong && (
          <Note>{said === 'erop' && who === 'staff' ? words.saidPlacedSomebody : words.said[said]}</Note>
        )}
        <PageHead title={words.title[who]} line={words.line[who]} />
        {family.length > 1 && (
          <ChildrenSwitch
            label={words.choose}
            all={{ href: paths.showings, label: words.all(family.length), current: chosen === null }}
            items={family.map(({ id, name }) => ({
              href: paths.ofChild(id),
              name,
              current: id === chosen,
              tone: toneOf(family, id),
            }))}
          />
        )}
        {who !== 'guardian' && <ShowCard {...props} />}
        {showings.length === 0 ? (
          <Empty>{words.empty[who]}</Empty>
        ) : (
          showings.map((showing) => <Work {...props} showing={showing} />)
        )}
      </div>
    </OwnFrame>
  )
}

const tones = [1, 2, 3] as const

const toneOf = (family: readonly Child[], id: string): WhoTone | undefined =>
  family.length < 2 ? undefined : tones[family.findIndex((one) => one.id === id) % tones.length]

const Work: FC<ShowingsPageProps & { showing: ShownWork }> = ({ frame, who, family, showing, fileWords }) => {
  const words = texts(frame.lang)
  const alt = who === 'pupil' ? words.ownPicture : words.picture(showing.child)
  return (
    <article class="card stack">
      <p class="of-whom">
        {who !== 'pupil' && (
          <span class="of-name">
            <Who name={showing.child} tone={toneOf(family, showing.pupil)} />
            <Name>{showing.child}</Name>
          </span>
        )}
        <span>{dayInWords(frame.lang, showing.day)}</span>
      </p>
      <h2 class="sec-head">
        <Name>{showing.line}</Name>
      </h2>
      <AttachedFiles files={showing.shown} alt={() => alt} words={fileWords} />
      {showing.placed && (
        <p class="small muted">
          <Name>{words.placedBy(showing.placer ?? words.someTeacher, showing.child)}</Name>
        </p>
      )}
      {who !== 'guardian' && (
        <Form frame={frame} action={paths.end(showing.id)} class="no-print">
          <Button look="plain" about={showing.line}>
            {words.takeBack}
          </Button>
        </Form>
      )}
    </article>
  )
}

const ShowCard: FC<ShowingsPageProps> = (props) => {
  const { frame, who, pupils, places } = props
  const words = texts(frame.lang)
  if (who === 'staff' && !places) return <Empty>{words.noPlacing}</Empty>
  if (pupils.length === 0) return <Empty>{words.noPupils}</Empty>
  return (
    <Card id="laat-zien" title={words.form.title}>
      {who === 'pupil' && pupils[0]?.hasShown ? <p>{words.form.today}</p> : <Fields {...props} />}
    </Card>
  )
}

const Fields: FC<ShowingsPageProps> = ({ frame, who, pupils, fileWords, errors = {}, values = {}, once }) => {
  const words = texts(frame.lang).form
  return (
    <Form frame={frame} action={paths.showings} multipart once={once} class="stack no-print" labelledby="laat-zien-kop">
      {who === 'staff' && (
        <Select
          name="of"
          label={words.of}
          error={errors.of}
          empty={words.chooseOf}
          value={values.of}
          options={pupils.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <FileField
        name="file"
        label={words.file}
        hint={fileWords.hint}
        error={errors.file}
        accept="image/jpeg,image/png,image/webp,application/pdf"
      />
      <TextField
        name="line"
        label={words.sentence}
        hint={words.sentenceHint}
        error={errors.line}
        value={values.line}
        autocomplete="off"
      />
      <p class="muted">{who === 'staff' ? words.consequencePlaced : words.consequence}</p>
      <p>
        <Button look="main">{words.submit}</Button>
      </p>
    </Form>
  )
}
