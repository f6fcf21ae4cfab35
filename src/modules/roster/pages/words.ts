import { dateInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'
import type { FieldChange } from '../diff/diff.ts'
import { kinds, relations, type Counts, type Field } from '../roster.ts'
import { texts } from '../texts.ts'

const days: readonly Field[] = ['birthDate', 'enteredOn', 'leftOn']

/** A value of a change as people read it. */
export const valueInWords = (lang: Lang, field: Field, value: string | null): string => {
  const words = texts(lang)
  if (value === null) return words.preview.nothing
  if (days.includes(field)) return dateInWords(lang, value)
  if (field === 'yearGroup') return words.yearGroup(value)
  const relation = relations.find((one) => field === 'relation' && one === value)
  return relation ? words.relations[relation] : value
}

export const changeInWords = (
  lang: Lang,
  { field, from, to }: FieldChange,
): { field: string; from: string; to: string } => ({
  field: texts(lang).fields[field],
  from: valueInWords(lang, field, from),
  to: valueInWords(lang, field, to),
})

/** "14 leerlingen, 2 groepen": the kinds that count, in words. */
export const countsInWords = (lang: Lang, counts: Counts): string =>
  kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => texts(lang).kinds[kind](counts[kind]))
    .join(', ')
