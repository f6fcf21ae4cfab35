import { z } from 'zod'
import { dayField, lineField, oneLine, optionalLineField } from '#platform/http/fields.ts'
import { kinds, mostMinutes, nextLesson, usualMinutes, ways } from './homework.ts'
import { dayAfter } from './school-day.ts'
import type { Texts } from './texts.nl.ts'

const longest = { title: 200, subject: 80, details: 2000 } as const

/** What the form must hold depends on what was typed in it: a test may say less, and what was filled in goes before a choice. */
export type FormShape = {
  /** The first day it can be for. */
  today: string
  /** The day it is for already, which may stay. */
  keeps: string | null
  isTest: boolean
  otherDay: boolean
  otherMinutes: boolean
}

export const shapeOf = (
  sent: ReadonlyMap<string, unknown> | null,
  { today, keeps = null, isTest }: { today: string; keeps?: string | null; isTest?: boolean },
): FormShape => {
  const filled = (name: string): boolean => !isEmpty(sent?.get(name))
  return {
    today,
    keeps,
    isTest: isTest ?? sent?.get('kind') === 'test',
    otherDay: filled('otherDay'),
    otherMinutes: filled('otherMinutes'),
  }
}

const isEmpty = (typed: unknown): boolean => typeof typed !== 'string' || oneLine(typed) === ''
const unlessEmpty = (typed: unknown): unknown => (isEmpty(typed) ? undefined : typed)

/** Lines as they were typed; blanks at the ends and other control characters go. */
const manyLines = (text: string): string =>
  text
    .normalize('NFC')
    .split(/\r\n|\r|\n/)
    .map(oneLine)
    .join('\n')
    .trim()

const detailsField = (words: Texts['form']) =>
  z
    .string(words.detailsLong(longest.details))
    .optional()
    .transform((text) => manyLines(text ?? ''))
    .pipe(z.string().max(longest.details, words.detailsLong(longest.details)))
    .transform((text) => (text === '' ? null : text))

const numberField = (words: Texts['form']) =>
  z
    .string()
    .transform(oneLine)
    .pipe(z.string().regex(/^\d{1,4}$/, words.minutesWrong(mostMinutes)))
    .transform(Number)
    .pipe(z.number().min(1, words.minutesWrong(mostMinutes)).max(mostMinutes, words.minutesWrong(mostMinutes)))

const ignored = z
  .unknown()
  .optional()
  .transform(() => null)

/** A day from today until a year ahead, or the day it was for. */
const dueField = (words: Texts['form'], { today, keeps }: FormShape) =>
  dayField({ missing: words.dueMissing, wrong: words.dayWrong }).superRefine((day, context) => {
    if (day === keeps) return
    if (day < today) context.addIssue({ code: 'custom', message: words.dayPast })
    if (day > dayAfter(today, 365)) context.addIssue({ code: 'custom', message: words.dayFar })
  })

const choiceOf = <T extends readonly string[]>(of: T, missing: string, optional: boolean) => {
  const choice = z.enum(of, missing)
  return z.preprocess(unlessEmpty, optional ? choice.optional().transform((one) => one ?? null) : choice)
}

const fields = (words: Texts['form'], shape: FormShape) => {
  const { isTest, otherDay, otherMinutes } = shape
  return {
    what: lineField({ most: longest.title, missing: words.whatMissing, long: words.whatLong(longest.title) }),
    subject: optionalLineField({ most: longest.subject, long: words.subjectLong(longest.subject) }),
    otherSubject: optionalLineField({ most: longest.subject, long: words.subjectLong(longest.subject) }),
    details: detailsField(words),
    due: otherDay ? ignored : z.union([z.literal(nextLesson), dueField(words, shape)], words.dueMissing),
    otherDay: otherDay ? dueField(words, shape) : ignored,
    way: choiceOf(ways, words.wayMissing, isTest),
    minutes: choiceOf(usualMinutes.map(String), words.minutesMissing, isTest || otherMinutes),
    otherMinutes: otherMinutes ? numberField(words) : ignored,
  }
}

type Typed = z.infer<z.ZodObject<ReturnType<typeof fields>>>

const settled = ({ what, subject, otherSubject, details, due, otherDay, way, minutes, otherMinutes }: Typed) => ({
  title: what,
  subject: otherSubject ?? subject,
  details,
  due: otherDay ?? due ?? nextLesson,
  way,
  minutes: otherMinutes ?? (minutes === null ? null : Number(minutes)),
})

export type TypedHomework = ReturnType<typeof settled>

export const changeHomeworkForm = ({ form: words }: Texts, shape: FormShape) =>
  z.object(fields(words, shape)).transform(settled)

export const newHomeworkForm = ({ form: words }: Texts, shape: FormShape) =>
  z
    .object({
      ...fields(words, shape),
      kind: z.enum(kinds, words.kindMissing),
      // A key that is none of ours is no key.
      _once: z
        .string()
        .regex(/^[\w-]{16,64}$/)
        .optional()
        .catch(undefined),
    })
    .transform(({ kind, _once: once, ...typed }) => ({ kind, once, ...settled(typed) }))
