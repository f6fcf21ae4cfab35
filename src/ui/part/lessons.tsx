import type { FC } from 'hono/jsx'
import { useSchoolWord } from './said.tsx'
import type { IconName } from '../layout/frame.ts'
import { Tag, type Tone } from './tag.tsx'

export interface LessonLine {
  /** For the machine, "08:30". */
  start: string
  /** For the reader, "8.30". */
  clock: string
  subject: string
  /** Place or another short remark. */
  place?: string | undefined
  tag?: { label: string; tone?: Tone | undefined; icon?: IconName | undefined } | undefined
  /** Struck through; give it a tag with the word too. */
  cancelled?: boolean | undefined
}

/** The lessons of one day, in order. */
export const Lessons: FC<{ items: readonly LessonLine[] }> = ({ items }) => (
  <ol class="lessons">
    {items.map(({ start, clock, subject, place, tag, cancelled }) => (
      <li class={cancelled ? 'off' : undefined}>
        <time datetime={start}>{clock}</time>
        <span>
          <b {...useSchoolWord()}>{subject}</b>
          {place && <small dir="auto">{place}</small>}
        </span>
        {tag && (
          <Tag tone={tag.tone} icon={tag.icon}>
            {tag.label}
          </Tag>
        )}
      </li>
    ))}
  </ol>
)
