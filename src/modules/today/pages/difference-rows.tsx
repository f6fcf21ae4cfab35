import type { FC } from 'hono/jsx'
import { clockInWords, dayInWords, daysInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'
import { listInWords } from '#ui/list.ts'
import { DifferenceRow, Rows } from '#ui/part/rows.tsx'
import { quoted, Said } from '#ui/part/said.tsx'
import { Section } from '#ui/part/section.tsx'
import type { WhoTone } from '#ui/part/who.tsx'
import type { Lesson, Subject } from '../day.ts'
import type { Difference } from '../differences.ts'
import { texts } from '../texts.ts'
import { capital, closureName, placeWords, titleOf } from '../words.ts'
import { dayShort } from './day-words.ts'

export interface DifferencesProps {
  lang: Lang
  today: string
  differences: readonly Difference[]
  /** Of a child among several, by id. */
  tones: ReadonlyMap<string, WhoTone>
}

/** What is not as usual, first on the page. Nothing when all is. */
export const Differences: FC<DifferencesProps> = ({ lang, today, differences, tones }) =>
  differences.length === 0 ? null : (
    <Section id="anders" size="small" title={texts(lang).different.title}>
      <Rows>
        {differences.map((difference) => {
          const { what, line } = wordsOf(lang, today, difference)
          const of = whose(difference, tones)
          const day = dayShort(lang, today, difference.day)
          return (
            <DifferenceRow
              icon={iconOf(difference)}
              tone="notice"
              of={of}
              tag={of && { label: day, tone: difference.day === today ? 'notice' : undefined }}
              what={<Said>{what}</Said>}
            >
              {(!of || line) && (
                <Said>{of ? (line ?? '') : [`${capital(day, lang)}.`, line].filter(Boolean).join(' ')}</Said>
              )}
            </DifferenceRow>
          )
        })}
      </Rows>
    </Section>
  )

const iconOf = ({ kind }: Difference) =>
  kind === 'off' || kind === 'moved' || kind === 'room' ? 'calendar' : 'cancelled'

const whose = (difference: Difference, tones: ReadonlyMap<string, WhoTone>) => {
  const [subject, ...others] = difference.kind === 'off' ? difference.subjects : [difference.subject]
  if (!subject || others.length > 0 || subject.kind !== 'child') return undefined
  return { name: subject.name, line: subject.className || undefined, tone: tones.get(subject.id) }
}

type Words = { what: string; line?: string | undefined }

const wordsOf = (lang: Lang, today: string, difference: Difference): Words => {
  const { different } = texts(lang)
  if (difference.kind === 'off') return offWords(lang, difference)
  const words =
    difference.kind === 'all-cancelled' ? { what: different.allCancelled } : lessonWords(lang, today, difference)
  const { kind, name } = difference.subject
  return kind === 'class' ? { ...words, what: different.ofClass(quoted(lang, name), words.what) } : words
}

const offWords = (lang: Lang, { closure, subjects }: Extract<Difference, { kind: 'off' }>): Words => {
  const { different } = texts(lang)
  const name = closure.kind === null ? quoted(lang, closureName(lang, closure)) : closureName(lang, closure)
  const line = closure.startsOn === closure.endsOn ? undefined : daysInWords(lang, closure.startsOn, closure.endsOn)
  if (closure.kind !== null || subjects.some(({ kind }) => kind === 'self'))
    return { what: different.holiday(name), line }
  return {
    what: different.off(
      name,
      listInWords(
        lang,
        subjects.map(({ name: who }) => quoted(lang, who)),
      ),
      subjects.length,
    ),
    line,
  }
}

const lessonWords = (lang: Lang, today: string, difference: Extract<Difference, { lesson: Lesson }>): Words => {
  const { different } = texts(lang)
  const { lesson, subject, day } = difference
  const title = lesson.title ? quoted(lang, lesson.title) : titleOf(lang, lesson)
  const at = clockInWords(lang, lesson.starts)
  const was = clockInWords(lang, lesson.wasStarts ?? '')
  switch (difference.kind) {
    case 'cancelled':
      return {
        what: lesson.wholeDay ? different.cancelledDay(title) : different.cancelled(title, at),
        line: difference.consequence ? consequenceWords(lang, subject, difference.consequence) : undefined,
      }
    case 'vanished':
      return { what: different.vanished(title, at), line: different.vanishedLine }
    case 'moved': {
      const sameDay = lesson.wasDay === null || lesson.wasDay === day
      const before = sameDay
        ? different.movedFrom(was)
        : different.movedFromDay(dayInWords(lang, lesson.wasDay ?? day), was)
      return { what: different.moved(title, at), line: before }
    }
    case 'moved-away':
      return { what: different.movedAway(title, was), line: different.movedTo(dayShort(lang, today, lesson.day), at) }
    case 'room':
  }
  return {
    what: different.room(title, quoted(lang, placeWords(lang, lesson.place ?? ''))),
    line: different.roomWas(quoted(lang, placeWords(lang, lesson.wasPlace ?? ''))),
  }
}

const consequenceWords = (
  lang: Lang,
  { name, kind }: Subject,
  { what, at }: { what: 'starts' | 'done'; at: string },
): string => {
  const { different } = texts(lang)
  const time = clockInWords(lang, at)
  if (kind === 'self') return what === 'done' ? different.doneSelf(time) : different.startsSelf(time)
  return what === 'done' ? different.done(quoted(lang, name), time) : different.starts(quoted(lang, name), time)
}
