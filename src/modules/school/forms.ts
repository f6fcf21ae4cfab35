import { z } from 'zod'
import { dayField, lineField, oneLine } from '#platform/http/fields.ts'
import { daysOffFault, regions } from './school.ts'
import type { Texts } from './texts.nl.ts'

const longestName = 120

/** One day, or a span of them: the last day may stay empty. */
export const dayOffForm = ({ daysOff: words }: Texts) =>
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

export const regionForm = ({ region: words }: Texts) => z.object({ region: z.enum(regions, words.missing) })
