import { z } from 'zod'
import { dayField, lineField, oneLine } from '#platform/http/fields.ts'
import { daysOffFault, firstYearOf, regions, type Days } from './school.ts'
import type { Texts } from './texts.nl.ts'

const longestName = 120

/** One day, or a span of them: the last day may stay empty. */
export const dayOffForm = ({ daysOff: words }: Pick<Texts, 'daysOff'>) =>
  z
    .object({
      name: lineField({ most: longestName, missing: words.nameMissing, long: words.nameLong(longestName) }),
      firstDay: dayField({ missing: words.firstMissing, wrong: words.dayWrong }),
      lastDay: z.preprocess(
        (typed) => (typeof typed === 'string' && oneLine(typed) === '' ? undefined : typed),
        dayField({ missing: words.dayWrong, wrong: words.dayWrong }).optional(),
      ),
    })
    .transform(({ name, firstDay, lastDay = firstDay }) => ({ name, startsOn: firstDay, endsOn: lastDay }))
    .superRefine((days, context) => {
      const fault = daysOffFault(days)
      if (fault === 'order') context.addIssue({ code: 'custom', path: ['lastDay'], message: words.order })
      if (fault === 'long') context.addIssue({ code: 'custom', path: ['lastDay'], message: words.long })
    })

/** As the country does, on days of the school's own, or not at all. Days are asked for the second alone. */
export const ownHolidayForm = ({ daysOff: words, ownHoliday }: Texts, firstYear: number) =>
  z
    .object({
      how: z.enum(['national', 'moved', 'none'], ownHoliday.missing),
      firstDay: z.string().optional(),
      lastDay: z.string().optional(),
    })
    .transform(({ how, firstDay = '', lastDay = '' }, context): Days | 'national' | 'none' => {
      if (how !== 'moved') return how
      const days = dayOffForm({ daysOff: words }).safeParse({ name: how, firstDay, lastDay })
      if (!days.success) {
        for (const { path, message } of days.error.issues) context.addIssue({ code: 'custom', path, message })
        return z.NEVER
      }
      const { startsOn, endsOn } = days.data
      if (firstYearOf(startsOn) === firstYear) return { startsOn, endsOn }
      context.addIssue({ code: 'custom', path: ['firstDay'], message: ownHoliday.otherYear(firstYear) })
      return z.NEVER
    })

export const regionForm = ({ region: words }: Texts) => z.object({ region: z.enum(regions, words.missing) })
