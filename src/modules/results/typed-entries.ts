import { manyLines } from '#platform/http/fields.ts'
import type { FormErrors, FormValues } from '#platform/http/form.ts'
import type { Assessment } from './assessment.ts'
import type { Entry } from './deeds/enter-results.ts'
import { longest } from './forms.ts'
import { boxes, isBox, nameOf } from './boxes.ts'
import { gradeText, marksOf } from './grade.ts'
import { readGrade } from './read-grade.ts'
import type { Entered } from './staff-queries.ts'
import type { Texts } from './texts.nl.ts'

/** What stands in the boxes before anything is typed. */
export const valuesOf = (entered: readonly Entered[]): FormValues =>
  Object.fromEntries(
    entered.flatMap(({ pupil, result, tenths, mark, words }) => [
      [boxes.grade(pupil), gradeText({ tenths, mark })],
      [boxes.words(pupil), words ?? ''],
      [boxes.was(pupil), result ?? ''],
    ]),
  )

/** What of the list is new, or what is wrong with it, by box. What was not touched is left out. */
export const readEntries = (
  { test: words }: Texts,
  { scale }: Pick<Assessment, 'scale'>,
  entered: readonly Entered[],
  typed: FormValues,
): { entries: Entry[]; errors: FormErrors } => {
  const errors: Record<string, string> = {}
  const marks = marksOf[scale]
  const entries = entered.flatMap((one): Entry[] => {
    const gradeBox = typed[boxes.grade(one.pupil)]
    const wordsBox = typed[boxes.words(one.pupil)]
    if (gradeBox === undefined && wordsBox === undefined) return []
    const name = nameOf(one)
    const said = (gradeBox ?? '').trim()
    const grade = said === '' ? null : readGrade(scale, said)
    const comment = wordsBox === undefined ? (one.words ?? '') : manyLines(wordsBox)
    const was = typed[boxes.was(one.pupil)]?.trim() || null
    if (said !== '' && grade === null)
      errors[boxes.grade(one.pupil)] = scale === 'tenths' ? words.wrong(name, marks) : words.wrongMark(name, marks)
    if (comment.length > longest.words) errors[boxes.words(one.pupil)] = words.wordsLong(name, longest.words)
    const isEmpty = scale === 'words_only' ? comment === '' : said === ''
    if (isEmpty && was === null && comment === '') return []
    if (isEmpty) {
      errors[boxes[scale === 'words_only' ? 'words' : 'grade'](one.pupil)] ??=
        was === null ? words.noGrade(name) : words.emptied(name)
      return []
    }
    const isUnchanged =
      one.result !== null &&
      was === one.result &&
      (grade?.tenths ?? null) === one.tenths &&
      (grade?.mark ?? null) === one.mark &&
      comment === (one.words ?? '')
    if (isUnchanged) return []
    return [
      {
        pupil: one.pupil,
        tenths: grade?.tenths ?? null,
        mark: grade?.mark ?? null,
        words: comment === '' ? null : comment,
        was,
      },
    ]
  })
  // What was typed for who left the group since then is not lost without a word.
  const here = new Set(entered.flatMap(({ pupil }) => [boxes.grade(pupil), boxes.words(pupil)]))
  const strange = Object.entries(typed).some(([box, said]) => isBox(box) && !here.has(box) && said.trim() !== '')
  return { entries, errors: strange ? { ...errors, '': words.gone } : errors }
}
