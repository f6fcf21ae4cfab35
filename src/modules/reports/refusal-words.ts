import type { Lang } from '#platform/i18n/lang.ts'
import { brokenWords, dateWords } from './broken-words.ts'
import { isPrimary, mostGuideWeeks } from './period.ts'
import type { Refusal } from './refusal.ts'
import { texts } from './texts.ts'

/** Why it was refused, under the name of the field that it is about. @param stage of a rule, the stage it is for */
export const refusalWords = (lang: Lang, refusal: Refusal, stage = ''): Readonly<Record<string, string>> => {
  const { refused, floor } = texts(lang)
  switch (refusal.why) {
    case 'overlap':
      return { firstDay: refused.overlap(refusal.other.name) }
    case 'order':
      return { reportOn: refused.order(refusal.other.name, dateWords(lang, refusal.other.reportOn)) }
    case 'reported':
      return { reportOn: refused.reported }
    case 'past':
      return { reportOn: refused.past }
    case 'used':
      return { name: refused.used }
    case 'weeks':
      return { guideWeeks: floor.weeks(mostGuideWeeks, isPrimary(stage) ? floor.primary : floor.secondary) }
    case 'floor':
      return { reportOn: brokenWords(lang, refusal.stage, refusal.broken) }
  }
}
