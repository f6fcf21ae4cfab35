import type { FC } from 'hono/jsx'
import { clockInWords } from '#ui/date.ts'
import type { Frame } from '#ui/layout/frame.ts'
import { OwnFrame } from '#ui/layout/own-frame.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Name } from '#ui/part/name.tsx'
import { DifferenceRow, Rows } from '#ui/part/rows.tsx'
import type { Note } from '../note.ts'
import { texts } from '../texts.ts'

/** The notes of today for a pupil, as soon as they are sent. */
export const ReceivedPage: FC<{ frame: Frame; notes: readonly Note[] }> = ({ frame, notes }) => {
  const words = texts(frame.lang).received
  return (
    <OwnFrame frame={frame} title={words.title}>
      <div class="title">
        <h1>{words.title}</h1>
      </div>
      {notes.length === 0 ? (
        <Empty>{words.none}</Empty>
      ) : (
        <Rows>
          {notes.map(({ words: text, sender, sentAt }) => (
            <DifferenceRow icon="note" what={<Name>{text}</Name>}>
              <Name>{words.from(sender)}</Name>, {words.at(clockInWords(frame.lang, sentAt))}
            </DifferenceRow>
          ))}
        </Rows>
      )}
    </OwnFrame>
  )
}
