import { z } from 'zod'
import { dayField, lineField, optionalField } from '#platform/http/fields.ts'
import { bodies } from './council-rights.data.ts'
import { pollAnswers } from './standing.ts'
import type { Texts } from './texts.nl.ts'

const longest = 600

/** A day that has been, or today. */
const pastDay = (words: Texts, today: string) =>
  dayField({ missing: words.lay.dayMissing, wrong: words.lay.dayWrong }).refine(
    (day) => day <= today,
    words.lay.dayFuture,
  )

const anyDay = (words: Texts) => dayField({ missing: words.lay.dayMissing, wrong: words.lay.dayWrong })

const words600 = (words: Texts, missing: string) =>
  lineField({ most: longest, missing, long: words.form.lineLong(longest) })

export const layForm = (words: Texts, today: string) =>
  z
    .object({ laidOn: pastDay(words, today), answerBy: optionalField(anyDay(words)) })
    .refine(({ laidOn, answerBy }) => answerBy === null || answerBy >= laidOn, {
      path: ['answerBy'],
      message: words.lay.answerEarly,
    })

export const waiveForm = (words: Texts) =>
  z.object({
    body: z.enum(bodies),
    reason: words600(words, words.lay.reasonMissing),
  })

export const answerForm = (words: Texts, today: string) =>
  z.object({
    outcome: z.enum(['yes', 'no'], words.answer.outcomeMissing),
    decidedOn: pastDay(words, today),
    minutes: words600(words, words.answer.minutesMissing),
  })

export const beginForm = (words: Texts) =>
  z
    .object({ startsOn: anyDay(words), endsOn: optionalField(anyDay(words)) })
    .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
      path: ['endsOn'],
      message: words.begin.endsEarly,
    })

export const endForm = (words: Texts, today: string) =>
  z.object({
    lastDay: anyDay(words).refine((day) => day >= today, words.end.past),
    why: words600(words, words.lay.reasonMissing),
  })

export const withdrawForm = (words: Texts) => z.object({ reason: words600(words, words.withdraw.reasonMissing) })

/** `last`: the last day a question may close on. */
export const pollForm = (words: Texts, today: string, last: string) =>
  z.object({
    question: lineField({ most: 200, missing: words.poll.questionMissing, long: words.form.lineLong(200) }),
    closesOn: anyDay(words)
      .refine((day) => day > today, words.poll.closesEarly)
      .refine((day) => day <= last, words.poll.closesLate),
  })

export const pollAnswerForm = (words: Texts) => z.object({ answer: z.enum(pollAnswers, words.poll.answerMissing) })

export const themeForm = (words: Texts) =>
  z.object({
    meanwhile: words600(words, words.theme.meanwhileMissing),
    body: z.enum(bodies, words.theme.bodyMissing),
    talkedOn: optionalField(anyDay(words)),
  })
