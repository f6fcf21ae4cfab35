import { z } from 'zod'
import { normalWord } from './answer.ts'
import type { DoorTexts } from './door/texts.nl.ts'
import type { Texts } from './texts.nl.ts'

const short = z.string().max(40).optional().default('')
export const mostLetters = 256

export const codeForm = ({ code }: DoorTexts) =>
  z.object({ code: z.string(code.missing).trim().min(1, code.missing).max(200, code.wrong) })

/** What is answered; which of it counts, and whether it is a date, is judged apart. */
export const answerForm = z.object({
  day: short,
  month: short,
  year: short,
  word: z.string().max(200).optional().default(''),
  /** Which button was pressed: the child goes to the account in use, or this device alone shows it. */
  where: z.enum(['account', 'device']).optional().catch(undefined),
})

/** Whether a name and a password were chosen as well. */
export const hasChoice = z.object({ login: z.string() })

export const slipForm = ({ slip }: DoorTexts) =>
  z.object({
    login: z
      .string(slip.loginMissing)
      .transform((text) => text.trim().toLowerCase())
      .pipe(z.string().min(1, slip.loginMissing).max(mostLetters, slip.wrong)),
    firstPassword: z.string(slip.firstMissing).trim().min(1, slip.firstMissing).max(mostLetters, slip.wrong),
  })

export const wordForm = ({ office }: Texts) =>
  z.object({
    word: z
      .string(office.wordMissing)
      .transform(normalWord)
      .pipe(z.string().min(3, office.wordMissing).max(60, office.wordLong)),
  })

export const makeForm = z.object({ group: z.string().optional(), again: z.literal('on').optional() })
export const relationForm = z.object({ devices: z.literal('on').optional() })
