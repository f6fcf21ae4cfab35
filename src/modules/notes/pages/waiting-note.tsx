import type { FC } from 'hono/jsx'
import { clockInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { Icon } from '#ui/part/icon.tsx'
import { Name } from '#ui/part/name.tsx'
import { Tag } from '#ui/part/tag.tsx'
import { reasons, type Note } from '../note.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { placeWords } from '../place-words.ts'
import type { WhereNow } from '../where-now.ts'

/** A note that waits: for whom, where the child is, and whether the reader keeps the school and so may say it cannot be given. */
export type Waiting = { note: Note; className: string; where: WhereNow; keeps: boolean }

/** One note in big letters, given with one tap. */
export const WaitingNote: FC<Waiting & { frame: Frame }> = ({ frame, note, className, where, keeps }) => {
  const { lang } = frame
  const { give: words } = texts(lang)
  return (
    <li class="card slip">
      <div class="stack-s">
        <p class="row">
          <strong class="lead">
            <Name>{note.name}</Name>
          </strong>
          {className && (
            <Tag>
              <Name>{className}</Name>
            </Tag>
          )}
        </p>
        <p class="slip-words" dir="auto">
          {note.words}
        </p>
        <p class="row small">
          <Icon name="calendar" size="small" />
          <span>{whereWords(lang, where)}</span>
        </p>
        <p class="small muted">
          <Name>{words.from(note.sender, clockInWords(lang, note.sentAt))}</Name>
        </p>
      </div>
      <div class="stack-s no-print">
        <Form frame={frame} action={paths.given(note.id)}>
          <Button look="main" wide icon="done" about={words.about(note.name)}>
            {words.given}
          </Button>
        </Form>
        {keeps && (
          <details>
            <summary class="link-row">{words.cannot}</summary>
            <Form frame={frame} action={paths.notGiven(note.id)} class="stack-s">
              <p class="small muted">{words.cannotLine}</p>
              {reasons.map((reason) => (
                <Button look="plain" wide name="reason" value={reason} about={words.about(note.name)}>
                  {words.reasons[reason]}
                </Button>
              ))}
            </Form>
          </details>
        )}
      </div>
    </li>
  )
}

const whereWords = (lang: Lang, where: WhereNow): string => {
  const { give: words } = texts(lang)
  if (where === null) return words.noLesson
  const { title, place, starts, ends } = where.lesson
  const lesson = [title || words.untitled, placeWords(lang, place)].filter(Boolean).join(', ')
  return where.when === 'now'
    ? words.now(lesson, clockInWords(lang, ends))
    : words.next(lesson, clockInWords(lang, starts))
}
