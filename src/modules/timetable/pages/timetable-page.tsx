import type { FC } from 'hono/jsx'
import { clockInWords, dayInWords, daysInWords, hoursInWords, momentInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Facts } from '#ui/part/facts.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { paths } from '../paths.ts'
import type { ComingLesson, Feed } from '../queries.ts'
import { texts } from '../texts.ts'
import { ownerName } from './owner-name.ts'
import { Remarks } from './remarks.tsx'

export interface TimetablePageProps {
  frame: Frame
  feed: Feed
  /** Comes from reading a file in. */
  said: boolean
  errors?: FieldErrors | undefined
}

export const TimetablePage: FC<TimetablePageProps> = ({ frame, feed, said, errors = {} }) => {
  const words = texts(frame.lang)
  const { lessons, firstDay, lastDay } = feed.lastReading
  const title = words.one.title(ownerName(feed.owner))
  const wrong = Object.keys(errors).length > 0
  return (
    <DeskFrame frame={frame} title={title} wrong={wrong}>
      <ErrorSummary errors={errors} />
      {said && !wrong && <Note>{words.one.said}</Note>}
      <PageHead
        crumbs={[
          { label: words.title, href: paths.ofSchool(feed.school, feed.kind) },
          { label: ownerName(feed.owner) },
        ]}
        title={<Name>{title}</Name>}
        line={words.one.days(lessons, daysInWords(frame.lang, firstDay, lastDay))}
      />
      <LastFile frame={frame} feed={feed} />
      <Remarks lang={frame.lang} details={feed.details} />
      <Coming frame={frame} lessons={feed.coming} />
      <NewerFile frame={frame} feed={feed.id} errors={errors} />
      <Card id="verwijderen" title={words.one.end}>
        <Form frame={frame} action={paths.end(feed.id)} class="stack prose no-print">
          <p class="muted">{words.one.endLine}</p>
          <p>
            <Button look="plain">{words.one.endSubmit}</Button>
          </p>
        </Form>
      </Card>
    </DeskFrame>
  )
}

const LastFile: FC<{ frame: Frame; feed: Feed }> = ({ frame, feed }) => {
  const words = texts(frame.lang).one
  const { added, changed, cancelled, vanished } = feed.details
  const counts = [
    { term: words.added, value: added },
    { term: words.changed, value: changed },
    { term: words.cancelled, value: cancelled },
    { term: words.vanished, value: vanished },
  ]
  return (
    <Card id="bestand" title={words.last}>
      <div class="stack-s">
        <Facts
          items={[
            { term: words.readAt, value: momentInWords(frame.lang, feed.lastReading.readAt) },
            ...counts.filter(({ value }) => value > 0),
          ]}
        />
        {vanished > 0 && <p class="small muted">{words.vanishedLine}</p>}
      </div>
    </Card>
  )
}

const Coming: FC<{ frame: Frame; lessons: readonly ComingLesson[] }> = ({ frame, lessons }) => {
  const { lang } = frame
  const words = texts(lang).one
  return (
    <Card id="lessen" title={words.coming}>
      {lessons.length === 0 ? (
        <p class="muted">{words.noComing}</p>
      ) : (
        <DataTable
          caption={words.coming}
          captionHidden
          columns={[
            { head: words.when, rowHead: true, cell: (one) => whenOf(lang, one) },
            { head: words.lesson, cell: ({ title }) => <Name>{title || words.untitled}</Name> },
            { head: words.place, cell: ({ place }) => place && <Name>{place}</Name> },
          ]}
          rows={lessons}
        />
      )}
    </Card>
  )
}

const whenOf = (lang: Lang, { day, wholeDay, starts, ends }: ComingLesson): string => {
  if (wholeDay) return dayInWords(lang, day)
  return `${dayInWords(lang, day)}, ${starts === ends ? clockInWords(lang, starts) : hoursInWords(lang, starts, ends)}`
}

const NewerFile: FC<{ frame: Frame; feed: string; errors: FieldErrors }> = ({ frame, feed, errors }) => {
  const words = texts(frame.lang)
  return (
    <Card id="nieuwer" title={words.one.newer}>
      <Form
        frame={frame}
        action={paths.newerFile(feed)}
        multipart
        class="stack prose no-print"
        labelledby="nieuwer-kop"
      >
        <p class="muted">{words.one.newerLine}</p>
        <FileField name="file" label={words.add.file} error={errors.file} accept=".ics,text/calendar" />
        <p>
          <Button look="main">{words.add.submit}</Button>
        </p>
      </Form>
    </Card>
  )
}
