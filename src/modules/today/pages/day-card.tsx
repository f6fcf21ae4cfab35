import type { FC } from 'hono/jsx'
import { clock, clockInWords, dayInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'
import { comma } from '#ui/list.ts'
import { Lessons, type LessonLine } from '#ui/part/lessons.tsx'
import { Name } from '#ui/part/name.tsx'
import { quoted, Said } from '#ui/part/said.tsx'
import { Card } from '#ui/part/section.tsx'
import type { Card as Day } from '../build-today.ts'
import type { Lesson } from '../day.ts'
import { texts } from '../texts.ts'
import { capital, closureName, placeOf, titleOf } from '../words.ts'
import { dayInSentence } from './day-words.ts'

/** The day of one child, of one class, or of the reader. */
export const DayCard: FC<{ lang: Lang; today: string; card: Day }> = ({ lang, today, card }) => {
  const { subject, lessons } = card
  const words = texts(lang).card
  return (
    <Card
      id={`dag-${subject.id}`}
      title={
        <>
          {subject.kind === 'self' ? words.own : <Name>{subject.name}</Name>}
          {comma(lang)}
          {subject.schoolName}
        </>
      }
      deed={
        subject.className && (
          <span class="small muted">
            <Name>{subject.className}</Name>
          </span>
        )
      }
    >
      {lessons.length > 0 ? (
        <Lessons items={linesOf(lang, lessons)} />
      ) : (
        <p class="muted">
          <Said>{whyNone(lang, today, card)}</Said>
        </p>
      )}
    </Card>
  )
}

const whyNone = (lang: Lang, today: string, { subject, closure, next }: Day): string => {
  const words = texts(lang).card
  if (closure === null)
    return subject.hasTimetable ? words.noLessons : words.noTimetable(quoted(lang, subject.className || subject.name))
  const name = closure.kind === null ? quoted(lang, closureName(lang, closure)) : closureName(lang, closure)
  const off =
    closure.startsOn === closure.endsOn ? words.dayOff(name) : words.holiday(name, dayInWords(lang, closure.endsOn))
  return next === null ? off : `${off} ${capital(words.next(dayInSentence(lang, today, next)), lang)}`
}

const linesOf = (lang: Lang, lessons: readonly Lesson[]): LessonLine[] => {
  const end = lessons.reduce(
    (last, { state, wholeDay, ends }) => (state === 'on' && !wholeDay && ends > last ? ends : last),
    '',
  )
  return lessons.map((lesson) => ({
    start: lesson.wholeDay ? lesson.day : lesson.starts,
    clock: lesson.wholeDay ? texts(lang).lesson.wholeDay : clock(lang, lesson.starts),
    subject: titleOf(lang, lesson),
    place: remarkOf(lang, lesson, end) || undefined,
    tag: tagOf(lang, lesson),
    cancelled: lesson.state === 'cancelled',
  }))
}

/** Where it is and who gives it; of the last lesson also when the day is done. */
const remarkOf = (lang: Lang, lesson: Lesson, end: string): string => {
  if (lesson.state === 'cancelled') return ''
  const until = !lesson.wholeDay && lesson.state === 'on' && lesson.ends === end && lesson.ends > lesson.starts
  const parts = [placeOf(lang, lesson), lesson.teacher, until ? texts(lang).lesson.until(clockInWords(lang, end)) : '']
  return parts.filter(Boolean).join(comma(lang))
}

const tagOf = (lang: Lang, lesson: Lesson): LessonLine['tag'] => {
  const words = texts(lang).lesson
  if (lesson.state === 'cancelled') return { label: words.cancelled, tone: 'notice' }
  if (lesson.state === 'vanished') return { label: words.vanished, tone: 'notice' }
  if (lesson.wasStarts !== null) return { label: words.moved, tone: 'notice' }
  return lesson.wasPlace === null ? undefined : { label: words.otherRoom, tone: 'notice' }
}
