import { z } from 'zod'
import { dayField, lineField, oneLine, plainDigits } from '#platform/http/fields.ts'
import { canWeigh, isSecondary, kindsOf, mostWeight, scalesOf } from './assessment.ts'
import { readGrade } from './read-grade.ts'
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
  fixed: { scale: (typeof allScales)[number]; dossier: 'progress' | 'exam' } | null
}

const weightField = (words: Texts['form']) =>
  z
    .string(words.weightWrong)
    .transform((text) => plainDigits(oneLine(text)))
    .pipe(z.string().regex(/^\d{1,3}$/, words.weightWrong))
    .transform(Number)
    .pipe(z.number().max(mostWeight, words.weightWrong))

const dayOfTest = (words: Texts['form'], { first, last }: TestShape) =>
  dayField({ missing: words.dayMissing, wrong: words.dayWrong }).refine(
    (day) => day >= first && day <= last,
    words.dayFar,
  )

/** A test as it is typed. Levels and words weigh nothing: what was typed there for those is left out. */
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
    .transform(({ what: title, _once: once, retakable, period, ...typed }, context) => {
      const scale = shape.fixed?.scale ?? allScales.find((one) => one === typed.scale) ?? 'tenths'
      if (shape.fixed === null && !scalesOf(shape.stage, typed.kind).includes(scale))
        context.addIssue({ code: 'custom', path: ['scale'], message: words.scaleWrong })
      const weighs = canWeigh(scale)
      const weight = weighs ? weightField(words).safeParse(typed.weight) : { success: true as const, data: 0 }
      if (!weight.success) context.addIssue({ code: 'custom', path: ['weight'], message: words.weightWrong })
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
          weight: weight.success ? weight.data : 0,
          period: shape.periods.find((one) => one === period) ?? null,
          madeOn: typed.madeOn,
          retakable: weighs && retakable === 'on',
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
        if (grade === null) context.addIssue({ code: 'custom', message: words.newGradeWrong })
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
