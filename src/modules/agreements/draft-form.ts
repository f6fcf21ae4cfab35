import { manyLines, oneLine, plainDigits, readTime, typedTime } from '#platform/http/fields.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import type { Content } from './agreement.ts'
import { boxName, fieldName, scopeValues, type Offer, type Typed } from './draft-fields.ts'
import { isOption, isWithinDay, type Field, type Value } from './kinds/field.ts'
import { shapeOf, type Kind } from './kinds/kinds.ts'
import type { Level, Scope } from './scope.ts'
import { texts } from './texts.ts'

export type ReadDraft = { ok: true; content: Content } | { ok: false; errors: Readonly<Record<string, string>> }

const longestLine = 600

/** Reads the form of a draft: each fault in one sentence under the name of its field. */
export const readDraft = (lang: Lang, kind: Kind, offer: Offer, typed: Typed): ReadDraft => {
  const errors: Record<string, string> = {}
  const scope = readScope(lang, offer, typed, errors)
  const terms: Record<string, Value> = {}
  for (const [name, field] of Object.entries(shapeOf(kind).fields)) {
    const value = readField(lang, name, field, typed, scope?.level ?? null)
    if (value.ok) terms[name] = value.value
    else errors[fieldName(name)] = value.error
  }
  const lines = {
    school: readLine(lang, 'school', typed, errors),
    parents: readLine(lang, 'parents', typed, errors),
    pupils: readLine(lang, 'pupils', typed, errors),
  }
  return scope === null || Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: true, content: { kind, scope, terms, lines } }
}

const readScope = (lang: Lang, offer: Offer, typed: Typed, errors: Record<string, string>): Scope | null => {
  const words = texts(lang).form
  const chosen = typed['scope'] ?? ''
  if (!scopeValues(offer).includes(chosen)) {
    errors['scope'] = chosen === '' ? words.scopeMissing : words.scopeUnknown
    return null
  }
  if (chosen === 'school') return { level: 'school', of: null }
  if (chosen === 'subject') {
    const subject = oneLine(typed['subject'] ?? '')
    if (subject === '' || subject.length > 80) {
      errors['subject'] = words.subjectMissing
      return null
    }
    return { level: 'subject', of: subject }
  }
  const level = (['stage', 'year', 'class', 'pupil'] as const).find((one) => chosen.startsWith(`${one}-`))
  return level === undefined ? null : { level, of: chosen.slice(level.length + 1) }
}

type ReadField = { ok: true; value: Value } | { ok: false; error: string }

/** @param level for whom it is, or null as long as that is not known */
const readField = (lang: Lang, name: string, field: Field, typed: Typed, level: Level | null): ReadField => {
  const words = texts(lang).form
  const text = oneLine(plainDigits(typed[fieldName(name)] ?? ''))
  switch (field.type) {
    case 'number': {
      const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
      return value >= field.least && value <= field.most
        ? { ok: true, value }
        : { ok: false, error: words.numberWrong(field.least, field.most) }
    }
    case 'time': {
      const value = readTime(text)
      if (value === null) return { ok: false, error: words.timeWrong }
      return isWithinDay(field, value)
        ? { ok: true, value }
        : {
            ok: false,
            error: words.timeOutside(typedTime(field.least ?? null).replace(/^0/, ''), typedTime(field.most ?? null)),
          }
    }
    case 'one': {
      const chosen = text === '' && field.absent !== undefined ? field.absent : text
      if (!field.of.includes(chosen)) return { ok: false, error: words.oneMissing }
      return level === null || isOption(field, chosen, level)
        ? { ok: true, value: chosen }
        : { ok: false, error: words.oneElsewhere }
    }
    case 'some': {
      const value = field.of.filter((option) => typed[boxName(name, option)] !== undefined)
      return value.length > 0 ? { ok: true, value } : { ok: false, error: words.someMissing }
    }
  }
}

const readLine = (
  lang: Lang,
  name: 'school' | 'parents' | 'pupils',
  typed: Typed,
  errors: Record<string, string>,
): string => {
  const words = texts(lang).form
  const line = manyLines(typed[name] ?? '')
  if (line === '') errors[name] = words.lineMissing
  else if (line.length > longestLine) errors[name] = words.lineLong(longestLine)
  return line
}
