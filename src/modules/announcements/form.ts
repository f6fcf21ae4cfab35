import { z } from 'zod'
import { manyLines, oneLine, readDay } from '#platform/http/fields.ts'
import { audiences, fieldNames, longest, type Content, type Offer, type Wish } from './announcement.ts'
import type { Texts } from './texts.nl.ts'

/** Every box has a name of its own, so the fields are read by name here. */
export const anyFields = z.record(z.string(), z.union([z.string(), z.instanceof(File)]))
export type Typed = z.infer<typeof anyFields>

export type ReadForm = { ok: true; content: Content } | { ok: false; errors: Record<string, string> }

/** The text of a field as it was typed; a file is no text. */
export const typedText = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

/** Reads what was written, with a sentence for each field that is not right. Groups that are not offered do not exist. */
export const readForm = (typed: Typed, offer: Offer, words: Texts['form']): ReadForm => {
  const title = oneLine(typedText(typed, 'title'))
  const body = manyLines(typedText(typed, 'body'))
  const wish = readWish(typed, offer)
  const days = readDays(typed, offer, words)
  const errors: Record<string, string> = {
    ...faultOfText('title', title, longest.title, words.subjectMissing, words.subjectLong),
    ...faultOfText('body', body, longest.body, words.textMissing, words.textLong),
    ...(wish.whom.length === 0 ? { guardian: words.whomMissing } : {}),
    ...faultOfReach(typed, offer, wish, words),
    ...days.errors,
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const { showsFrom, showsUntil } = days
  return {
    ok: true,
    content: { title, body, wish, showsFrom, showsUntil, important: typedText(typed, 'important') !== '' },
  }
}

const faultOfText = (
  name: string,
  text: string,
  most: number,
  missing: string,
  long: (most: number) => string,
): Record<string, string> => {
  if (text === '') return { [name]: missing }
  return text.length > most ? { [name]: long(most) } : {}
}

const readWish = (typed: Typed, { whole, groups }: Offer): Wish => {
  const all = whole && typedText(typed, 'reach') === 'alles'
  const chosen = groups.filter(
    ({ id, yearGroup }) =>
      typedText(typed, fieldNames.group(id)) !== '' ||
      (yearGroup !== null && typedText(typed, fieldNames.year(yearGroup)) !== ''),
  )
  return {
    whole: all,
    groups: all ? [] : chosen.map(({ id }) => id),
    whom: audiences.filter((one) => typedText(typed, one) !== ''),
  }
}

const faultOfReach = (typed: Typed, { whole }: Offer, wish: Wish, words: Texts['form']): Record<string, string> => {
  if (wish.whole || wish.groups.length > 0) return {}
  return whole && typedText(typed, 'reach') === '' ? { reach: words.reachMissing } : { groups: words.groupsMissing }
}

const readDays = (typed: Typed, { today, yearEnds }: Offer, words: Texts['form']) => {
  const [from, until] = ['from', 'until'].map((name) => oneLine(typedText(typed, name)))
  const showsFrom = from === '' ? today : readDay(from ?? '')
  const showsUntil =
    until === '' ? (yearEnds < (showsFrom ?? today) ? (showsFrom ?? today) : yearEnds) : readDay(until ?? '')
  const errors: Record<string, string> = {}
  const last = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  if (showsFrom === null) errors['from'] = words.dayWrong
  else if (showsFrom > last) errors['from'] = words.far
  if (showsUntil === null) errors['until'] = words.dayWrong
  else if (showsUntil > last) errors['until'] = words.far
  else if (showsUntil < today) errors['until'] = words.past
  else if (showsFrom !== null && showsUntil < showsFrom) errors['until'] = words.order
  return { errors, showsFrom: showsFrom ?? today, showsUntil: showsUntil ?? today }
}
