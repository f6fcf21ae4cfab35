import { z } from 'zod'
import { dayField, lineField, oneLine, plainDigits } from '#platform/http/fields.ts'
import { canWeigh, isSecondary, kindsOf, mostWeight, scalesOf } from './assessment.ts'
import { marksOf } from './grade.ts'
import { readGrade } from './read-grade.ts'
import type { AssessmentKind, Scale } from './tables.ts'
import type { Texts } from './texts.nl.ts'

export const longest = { subject: 80, title: 120, words: 1000, reason: 300 } as const

export const tellForm = ({ result: words }: Texts) =>
  z.object({ choice: z.enum(['told', 'self', 'mentor'], words.missing) })

const allKinds = ['written', 'oral', 'practical', 'assignment', 'listening', 'reading', 'cito', 'observation'] as const
const allScales = ['tenths', 'words', 'roman', 'letters', 'function', 'words_only'] as const

/** What a form of a test is for: the stage of the group, its periods, and the days between which a test can lie. */
export type TestShape = {
  stage: string
  periods: readonly string[]
  first: string
  last: string
  /** What stays as it is: of a test that is changed, or of the test that is made again. */
  fixed: { scale: Scale; dossier: 'progress' | 'exam' } | null
  /** How often a retake counts: as often as the first time, whatever is typed. Null for what is no retake. */
  counts: number | null
}

const readWeight = (typed: unknown): number | null => {
  // What was sent can be a file.
  const text = typeof typed === 'string' ? plainDigits(oneLine(typed)) : ''
  return /^\d{1,3}$/.test(text) && Number(text) <= mostWeight ? Number(text) : null
}

const dayOfTest = (words: Texts['form'], { first, last }: TestShape) =>
  dayField({ missing: words.dayMissing, wrong: words.dayWrong }).refine(
    (day) => day >= first && day <= last,
    words.dayFar,
  )

/** What a refinement sees that runs whatever else is wrong: fields that are not sound are not there. */
type Typed = { kind?: AssessmentKind; scale?: unknown; weight?: unknown }

const scaleOf = (shape: TestShape, { scale }: Typed): Scale | undefined =>
  shape.fixed?.scale ?? allScales.find((one) => one === scale)

/** Levels and words weigh nothing, and a retake counts as often as the first time. Where it is not known yet, it is asked of a stage in which all weighs. */
const asksWeight = (shape: TestShape, typed: Typed): boolean => {
  if (shape.counts !== null) return false
  const scale = scaleOf(shape, typed)
  return scale === undefined ? isSecondary(shape.stage) : canWeigh(scale)
}

/** A test as it is typed, with all that is wrong said at once. What was typed for levels and words that would weigh is left out. */
export const testForm = ({ form: words }: Texts, shape: TestShape) =>
  z
    .object({
      kind: z
        .enum(allKinds, words.kindMissing)
        .refine((kind) => kindsOf(shape.stage).includes(kind), words.kindMissing),
      scale: shape.fixed === null ? z.enum(allScales, words.scaleMissing) : z.unknown().optional(),
      subject: lineField({
        most: longest.subject,
        missing: words.subjectMissing,
        long: words.subjectLong(longest.subject),
      }),
      what: lineField({ most: longest.title, missing: words.whatMissing, long: words.whatLong(longest.title) }),
      weight: z.string().optional(),
      dossier: z.enum(['progress', 'exam']).optional().catch(undefined),
      period: z.string().optional(),
      madeOn: dayOfTest(words, shape),
      retakable: z.string().optional(),
      // A key that is none of ours is no key.
      _once: z
        .string()
        .regex(/^[\w-]{16,64}$/)
        .optional()
        .catch(undefined),
    })
    .refine(
      (typed: Typed) => {
        const scale = scaleOf(shape, typed)
        if (shape.fixed !== null || scale === undefined || typed.kind === undefined) return true
        return scalesOf(shape.stage, typed.kind).includes(scale)
      },
      { path: ['scale'], message: words.scaleWrong, when: () => true },
    )
    .refine((typed: Typed) => !asksWeight(shape, typed) || readWeight(typed.weight) !== null, {
      path: ['weight'],
      message: words.weightWrong,
      when: () => true,
    })
    .transform(({ what: title, _once: once, retakable, period, ...typed }) => {
      const scale = scaleOf(shape, typed) ?? 'tenths'
      const weighs = canWeigh(scale)
      return {
        once,
        asked: {
          subject: typed.subject,
          title,
          kind: typed.kind,
          scale,
          // There is no exam dossier in primary education.
          dossier:
            weighs && isSecondary(shape.stage)
              ? (shape.fixed?.dossier ?? typed.dossier ?? 'progress')
              : ('progress' as const),
          weight: shape.counts ?? (weighs ? (readWeight(typed.weight) ?? 0) : 0),
          period: shape.periods.find((one) => one === period) ?? null,
          madeOn: typed.madeOn,
          retakable: weighs && shape.counts === null && retakable === 'on',
        },
      }
    })

const reasonField = (words: Texts['one']) =>
  lineField({ most: longest.reason, missing: words.reasonMissing, long: words.reasonLong(longest.reason) })

export const releaseForm = ({ one: words }: Texts) =>
  z.object({ who: z.enum(['pupil', 'home'], words.whoMissing), reason: reasonField(words) })

export const examChangeForm = ({ one: words }: Texts, scale: 'tenths' | 'words') =>
  z.object({
    grade: z
      .string()
      .optional()
      .transform((text) => oneLine(text ?? ''))
      .transform((text, context) => {
        if (text === '') return null
        const grade = readGrade(scale, text)
        if (grade === null) context.addIssue({ code: 'custom', message: words.newGradeWrong(scale, marksOf[scale]) })
        return grade
      }),
    examReason: reasonField(words),
  })

export const decideForm = ({ exam: words }: Texts) => z.object({ says: z.enum(['yes', 'no'], words.choose) })

export const pauseForm = (
  { pause: words }: Texts,
  { today, last, far }: { today: string; last: string; far: string },
) =>
  z.object({
    until: dayField({ missing: words.untilMissing, wrong: words.untilWrong }).refine(
      (day) => day >= today && day <= last,
      far,
    ),
  })
