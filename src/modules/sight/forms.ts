import { z } from 'zod'
import { optionalLineField } from '#platform/http/fields.ts'
import { choices, type Category } from './choice.ts'
import { longestReason, mostWeeks } from './request.ts'
import type { Texts } from './texts.nl.ts'

/** One form for one child: everything at once, or part by part. */
export const choicesForm = (words: Texts) => {
  const part = z.enum(choices, words.choiceMissing)
  const parts: Readonly<Record<Category, typeof part>> = {
    grades: part,
    homework: part,
    presence: part,
    timetable: part,
    messages: part,
  }
  return z.object(parts)
}

export const allForm = z.object({ alles: z.enum(['agreed', 'none']) })

export const requestForm = ({ more: words }: Texts) =>
  z.object({
    weeks: z
      .string(words.weeksMissing)
      .regex(/^\d{1,2}$/, words.weeksMissing)
      .transform(Number)
      .pipe(z.number().min(1, words.weeksMissing).max(mostWeeks, words.weeksMissing)),
    reason: optionalLineField({ most: longestReason, long: words.reasonLong(longestReason) }),
  })

export const answerForm = z.object({
  says: z.enum(['yes', 'no']),
  as: z.enum(['pupil', 'mentor']).default('mentor'),
})
