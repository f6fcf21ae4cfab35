import type { FC } from 'hono/jsx'
import { clock, clockInWords, dayInWords } from '#ui/date.ts'
import type { IconName, Lang } from '#ui/layout/frame.ts'
import { Icon } from '#ui/part/icon.tsx'
import { Lessons, type LessonLine } from '#ui/part/lessons.tsx'
import { Name } from '#ui/part/name.tsx'
import { Tag } from '#ui/part/tag.tsx'
import { Who, type WhoTone } from '#ui/part/who.tsx'
import type { DayExtra } from '../extra.ts'
import { texts } from '../texts.ts'
import type { DayPart, LessonMark, WeekDay, WeekLesson } from '../week.ts'

export interface DayColumnProps {
  lang: Lang
  day: WeekDay
  /** Of a child among several, by id. */
  tones: ReadonlyMap<string, WhoTone>
  /** Days that are over are folded on a phone, where today is in the same week. */
  fold: boolean
}

/** One day of the week. At a desk and on paper every day is open, whatever is folded. */
export const DayColumn: FC<DayColumnProps> = ({ lang, day, tones, fold }) => {
  const words = texts(lang)
  const several = day.parts.length > 1
  return (
    <li
      class={day.when === 'today' ? 'week-day week-today' : 'week-day'}
      id={day.when === 'today' ? 'vandaag' : undefined}
    >
      <details open={!(fold && day.when === 'past')}>
        <summary>
          <h2>{dayInWords(lang, day.day)}</h2>
          {day.when === 'today' && <Tag tone="done">{words.today}</Tag>}
        </summary>
        <div class="stack-s">
          {day.closed && <Closed name={day.closed} />}
          <Extras lang={lang} items={day.extras} />
          {day.parts.map((part) => (
            <Part lang={lang} day={day} part={part} head={several} tone={tones.get(part.subject.id)} />
          ))}
        </div>
      </details>
    </li>
  )
}

const Part: FC<{ lang: Lang; day: WeekDay; part: DayPart; head: boolean; tone: WhoTone | undefined }> = ({
  lang,
  day,
  part,
  head,
  tone,
}) => {
  const { subject, closed, lessons, extras } = part
  const empty = lessons.length === 0 && extras.length === 0
  // Who has nothing on a day that is off for all needs no line of their own; nor does whose timetable the reader wants not to see.
  if (empty && (day.closed !== null || subject.boundTo.length === 0)) return null
  return (
    <div class="week-part stack-s" role="group" aria-label={subject.name || undefined}>
      {head && (
        <h3>
          {subject.kind === 'child' && <Who name={subject.name} tone={tone} />}
          <Name>{subject.name || texts(lang).own}</Name>
        </h3>
      )}
      {closed && <Closed name={closed} />}
      <Extras lang={lang} items={extras} />
      {lessons.length > 0 && <Lessons items={lessons.map((lesson) => lineOf(lang, day.day, lesson))} />}
      {empty && !closed && (
        <p class="small muted">{subject.hasTimetable ? texts(lang).noLessons : texts(lang).nothing}</p>
      )}
    </div>
  )
}

/** Why there is no school. */
const Closed: FC<{ name: string }> = ({ name }) => (
  <p class="week-closed">
    <Icon name="quiet" size="small" />
    <Name>{name}</Name>
  </p>
)

const icons: Readonly<Record<DayExtra['kind'], IconName>> = { event: 'calendar', homework: 'list', test: 'calendar' }

const Extras: FC<{ lang: Lang; items: readonly DayExtra[] }> = ({ lang, items }) =>
  items.length === 0 ? null : (
    <ul class="week-extras">
      {items.map((extra) => (
        <li>
          <Icon name={icons[extra.kind]} size="small" />
          <span>
            <b dir="auto">{extra.href === undefined ? extra.title : <a href={extra.href}>{extra.title}</a>}</b>
            {lineUnder(lang, extra) && <small dir="auto">{lineUnder(lang, extra)}</small>}
          </span>
        </li>
      ))}
    </ul>
  )

const lineUnder = (lang: Lang, { line, at, nowOn }: DayExtra): string => {
  const words = texts(lang)
  const parts = [
    at === undefined ? '' : words.at(clockInWords(lang, at)),
    line ?? '',
    nowOn === undefined ? '' : words.nowOn(dayInWords(lang, nowOn)),
  ]
  return parts.filter(Boolean).join(', ')
}

const signs: Readonly<Record<LessonMark, IconName>> = {
  cancelled: 'cancelled',
  vanished: 'attention',
  moved: 'waiting',
  'moved-away': 'cancelled',
  room: 'school',
}

const lineOf = (lang: Lang, day: string, lesson: WeekLesson): LessonLine => {
  const words = texts(lang)
  const { starts, wholeDay, title, place, mark } = lesson
  return {
    start: wholeDay ? day : starts,
    clock: wholeDay ? words.wholeDay : clock(lang, starts),
    subject: title,
    place: [place, otherWords(lang, day, lesson)].filter(Boolean).join(', ') || undefined,
    tag: mark === null ? undefined : { label: words.marks[mark], tone: 'notice', icon: signs[mark] },
    cancelled: mark === 'cancelled' || mark === 'moved-away',
  }
}

/** Where a lesson that moved was, or went. */
const otherWords = (lang: Lang, day: string, { mark, other }: WeekLesson): string => {
  const words = texts(lang)
  if (other === null) return ''
  const at = clockInWords(lang, other.at)
  if (mark === 'moved-away') return words.movedTo(dayInWords(lang, other.day), at)
  return other.day === day ? words.wasAt(at) : words.wasOn(dayInWords(lang, other.day), at)
}
