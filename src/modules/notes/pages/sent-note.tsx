import type { FC } from 'hono/jsx'
import { clockInWords } from '#ui/date.ts'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame, IconName, Lang } from '#ui/layout/frame.ts'
import { Icon } from '#ui/part/icon.tsx'
import { Name } from '#ui/part/name.tsx'
import { Tag, type Tone } from '#ui/part/tag.tsx'
import type { Note, NoteState } from '../note.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

const signs: Readonly<Record<NoteState, { icon: IconName; tone: Tone | undefined }>> = {
  sent: { icon: 'waiting', tone: 'hold' },
  given: { icon: 'done', tone: 'done' },
  'not-given': { icon: 'attention', tone: 'notice' },
  'taken-back': { icon: 'cancelled', tone: undefined },
}

/** One own note, with what became of it. */
export const SentNote: FC<{ frame: Frame; note: Note; phone: string | null | undefined }> = ({
  frame,
  note,
  phone,
}) => {
  const { sent: words, send } = texts(frame.lang)
  const { icon, tone } = signs[note.state]
  const call = phone === null || phone === undefined ? send.call : send.callNumber(phone)
  return (
    <li>
      <span class={tone === undefined ? 'tile' : `tile tile-${tone}`}>
        <Icon name={icon} />
      </span>
      <div class="stack-s">
        <p class="of-whom">
          <Name>{note.name}</Name>
          <Tag tone={tone}>{stateWords(frame.lang, note)}</Tag>
        </p>
        <p class="what" dir="auto">
          {note.words}
        </p>
        <p class="small muted">
          {[words.at(clockInWords(frame.lang, note.sentAt)), lineOf(frame.lang, note, call)].filter(Boolean).join(' ')}
        </p>
        {note.state === 'sent' && (
          <Form frame={frame} action={paths.takeBack(note.id)}>
            <Button look="plain" about={words.takeBackAbout(note.name)}>
              {words.takeBack}
            </Button>
          </Form>
        )}
      </div>
    </li>
  )
}

const stateWords = (lang: Lang, { state, at }: Note): string => {
  const { states } = texts(lang).sent
  return state === 'given' ? states.given(clockInWords(lang, at ?? '')) : states[state]
}

const lineOf = (lang: Lang, { state, reason, name }: Note, call: string): string => {
  const words = texts(lang).sent
  if (state === 'given') return words.givenBy
  return reason === null ? '' : `${words.reasons[reason](name)} ${call}`
}
