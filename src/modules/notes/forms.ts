import { z } from 'zod'
import { lineField, optionalLineField, timeField } from '#platform/http/fields.ts'
import { longestNote, reasons } from './note.ts'
import type { Texts } from './texts.nl.ts'

export const noteForm = ({ send: words }: Texts) =>
  z.object({
    kind: z.uuid(words.childMissing),
    words: lineField({ most: longestNote, missing: words.wordsMissing, long: words.wordsLong(longestNote) }),
  })

export const reasonForm = ({ give: words }: Texts) => z.object({ reason: z.enum(reasons, words.reasonMissing) })

export const hoursForm = ({ hours: words }: Texts) =>
  z.object({
    until: timeField({ missing: words.untilMissing, wrong: words.untilWrong }),
    phone: optionalLineField({ most: 40, long: words.phoneLong(40) }),
  })
