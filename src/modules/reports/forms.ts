import { z } from 'zod'
import { daysBetween } from '#modules/school/index.ts'
import { dayField, lineField, plainDigits, timeField, typedDay, typedTime } from '#platform/http/fields.ts'
import {
  defaultRule,
  earliest,
  latest,
  leastGuideWeeks,
  mostDaysAfter,
  roundings,
  type PeriodPlan,
  type Rule,
} from './period.ts'
import type { Texts } from './texts.nl.ts'

const longestName = 60

export const stages = ['BO', 'VO', 'VSO', 'SO'] as const

const planFields = ({ form: words }: Texts) => ({
  name: lineField({ most: longestName, missing: words.nameMissing, long: words.nameLong(longestName) }),
  firstDay: dayField({ missing: words.firstMissing, wrong: words.dayWrong }),
  lastDay: dayField({ missing: words.lastMissing, wrong: words.dayWrong }),
  reportOn: dayField({ missing: words.reportMissing, wrong: words.dayWrong }),
  reportAt: timeField({ missing: words.timeMissing, wrong: words.timeWrong }).refine(
    (time) => time >= earliest && time <= latest,
    words.timeOutside(typedTime(earliest).replace(/^0/, ''), typedTime(latest)),
  ),
})

type Typed = { name: string; firstDay: string; lastDay: string; reportOn: string; reportAt: string }

const planOf = ({ name, firstDay, lastDay, reportOn, reportAt }: Typed): PeriodPlan => ({
  name,
  startsOn: firstDay,
  endsOn: lastDay,
  reportOn,
  reportAt,
})

/** Its last day comes after its first, and its report neither before it begins nor long after it ends. */
const judge =
  ({ form: words }: Texts) =>
  ({ firstDay, lastDay, reportOn }: Typed, context: z.RefinementCtx): void => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (lastDay <= firstDay) say('lastDay', words.order)
    if (reportOn < firstDay) say('reportOn', words.reportEarly)
    else if (lastDay > firstDay && daysBetween(lastDay, reportOn) > mostDaysAfter)
      say('reportOn', words.reportLate(mostDaysAfter))
  }

export const periodForm = (words: Texts) => z.object(planFields(words)).superRefine(judge(words)).transform(planOf)

/** A period and the stage it is for; where a school teaches one, it is that. */
export const newPeriodForm = (words: Texts) =>
  z
    .object({ stage: z.enum(stages, words.form.stageMissing), ...planFields(words) })
    .superRefine(judge(words))
    .transform(({ stage, ...typed }) => ({ stage, ...planOf(typed) }))

/** A stage that does not average is not asked how it rounds. */
export const ruleForm = ({ rule: words }: Texts) =>
  z.object({
    rounding: z.enum(roundings, words.roundingMissing).default(defaultRule.rounding),
    guideWeeks: z
      .string(words.weeksWrong)
      .transform((text) => plainDigits(text).trim())
      .pipe(z.string().regex(/^\d{1,3}$/, words.weeksWrong))
      .transform(Number)
      .refine((weeks) => weeks >= leastGuideWeeks, words.weeksWrong),
  }) satisfies z.ZodType<Rule>

/** A period as its form shows it. */
export const typedPeriod = ({ name, startsOn, endsOn, reportOn, reportAt }: PeriodPlan) => ({
  name,
  firstDay: typedDay(startsOn),
  lastDay: typedDay(endsOn),
  reportOn: typedDay(reportOn),
  reportAt: typedTime(reportAt),
})

export const typedRule = ({ rounding, guideWeeks }: Rule) => ({ rounding, guideWeeks: String(guideWeeks) })
