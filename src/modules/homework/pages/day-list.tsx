import type { Child, FC } from 'hono/jsx'
import { dayInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'
import type { Homework, HomeworkDay } from '../homework.ts'
import { texts } from '../texts.ts'
import { dayLong } from './day-words.ts'
import { ItemRow, MovedRow } from './item-row.tsx'
import { Part, PartHead } from './part.tsx'

export interface DayListProps {
  lang: Lang
  today: string
  days: readonly HomeworkDay[]
  /** 3 below the heading of a child. */
  level?: 2 | 3 | undefined
  /** Makes the ids of one child differ from those of another. */
  of?: string | undefined
  leadOf?: ((item: Homework) => string | undefined) | undefined
  deedOf?: ((item: Homework) => Child) | undefined
  done?: ReadonlySet<string> | undefined
}

/** A card for each day, with how long it takes together. */
export const DayList: FC<DayListProps> = (props) => (
  <div class="stack">
    {props.days.map((day) => (
      <DayCard {...props} day={day} />
    ))}
  </div>
)

const DayCard: FC<DayListProps & { day: HomeworkDay }> = (props) => {
  const { lang, today, day, level = 2, of = '', leadOf, deedOf, done } = props
  const words = texts(lang).day
  const id = `dag${of}-${day.day}-kop`
  const title = words.due(day.day >= today ? dayLong(lang, today, day.day) : dayInWords(lang, day.day))
  // Two children have the same days: then only the child is a landmark.
  return (
    <Part id={id} level={level} class="card">
      <div class="row spread card-head">
        <PartHead id={id} level={level}>
          {title}
        </PartHead>
        {day.minutes > 0 && day.items.length > 1 && <span class="small muted">{words.total(day.minutes)}</span>}
      </div>
      {day.items.length + day.movedAway.length === 0 ? (
        <p class="muted">{words.nothing}</p>
      ) : (
        <ul class="rows">
          {day.items.map((item) => (
            <ItemRow lang={lang} item={item} lead={leadOf?.(item)} deed={deedOf?.(item)} done={done?.has(item.id)} />
          ))}
          {day.movedAway.map((item) => (
            <MovedRow lang={lang} item={item} />
          ))}
        </ul>
      )}
    </Part>
  )
}
