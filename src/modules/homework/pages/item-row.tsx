import type { Child, FC } from 'hono/jsx'
import { dayInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'
import { Icon } from '#ui/part/icon.tsx'
import { Name } from '#ui/part/name.tsx'
import { Tag } from '#ui/part/tag.tsx'
import type { Homework } from '../homework.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'
import { whatOf } from '../words.ts'
import { howOf } from './day-words.ts'

export interface ItemRowProps {
  lang: Lang
  item: Homework
  /** What stands before how it is done: the day, or the group. */
  lead?: string | undefined
  /** The pupil says that it is done. */
  done?: boolean | undefined
  /** A link or a button. */
  deed?: Child
}

/** One piece of homework or one test, in a list of rows. */
export const ItemRow: FC<ItemRowProps> = ({ lang, item, lead, done, deed }) => {
  const { item: words, own } = texts(lang)
  const off = item.state === 'withdrawn'
  const line = [lead, howOf(lang, item)].filter(Boolean).join(', ')
  return (
    <li id={deed ? paths.anchor(item.id) : undefined}>
      <span class={done && !off ? 'tile tile-done' : 'tile'}>
        <Icon name={done && !off ? 'done' : item.kind === 'test' ? 'calendar' : 'list'} />
      </span>
      <div class="beside">
        <div>
          <p class="what">
            {off ? <del>{whatOf(lang, item)}</del> : <Name>{whatOf(lang, item)}</Name>}{' '}
            {off && <Tag tone="notice">{words.withdrawn}</Tag>}
            {item.state === 'changed' && <Tag tone="notice">{words.changed}</Tag>}
            {done && !off && <Tag tone="done">{own.done}</Tag>}
          </p>
          {line && <p class="small muted">{line}</p>}
          {item.wasDueOn !== null && !off && <p class="small muted">{words.was(dayInWords(lang, item.wasDueOn))}</p>}
          {item.details !== null && !off && <Details text={item.details} />}
        </div>
        {deed && !off && <div class="no-print">{deed}</div>}
      </div>
    </li>
  )
}

/** What was for this day and is now for another. */
export const MovedRow: FC<{ lang: Lang; item: Homework }> = ({ lang, item }) => {
  const words = texts(lang).item
  return (
    <li>
      <span class="tile tile-notice">
        <Icon name="calendar" />
      </span>
      <div>
        <p class="what">
          <del>{whatOf(lang, item)}</del> <Tag tone="notice">{words.moved}</Tag>
        </p>
        <p class="small muted">{words.now(dayInWords(lang, item.dueOn))}</p>
      </div>
    </li>
  )
}

const Details: FC<{ text: string }> = ({ text }) => (
  <p dir="auto">
    {text.split('\n').map((line, at) => (
      <>
        {at > 0 && <br />}
        {line}
      </>
    ))}
  </p>
)
