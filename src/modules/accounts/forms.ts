import { z } from 'zod'
import { langs, type Lang } from '#platform/i18n/lang.ts'
import { isLeaked } from './leaked-passwords.ts'
import { isGuessable, longestPassword, normalLogin, shortestPassword } from './login.ts'
import { assertion, registration } from './passkey-answers.ts'
import { texts } from './texts.ts'
import type { Texts } from './texts.nl.ts'

const longestLogin = 256
const shortestLogin = 3

const newPassword = (words: Texts['choose']) =>
  z
    .string(words.passwordShort(shortestPassword))
    .min(shortestPassword, words.passwordShort(shortestPassword))
    .max(longestPassword, words.passwordLong(longestPassword))
    .refine((password) => !isLeaked(password), words.passwordLeaked)

const loginField = (choose: Texts['choose']) =>
  z
    .string(choose.loginMissing)
    .transform(normalLogin)
    .pipe(z.string().min(shortestLogin, choose.loginMissing).max(longestLogin, choose.loginLong(longestLogin)))

export const signInForm = ({ signIn }: Texts) =>
  z.object({
    login: z.string(signIn.loginMissing).trim().min(1, signIn.loginMissing).max(longestLogin, signIn.wrong),
    password: z.string(signIn.passwordMissing).min(1, signIn.passwordMissing).max(longestPassword, signIn.wrong),
    back: z.string().max(1000).optional(),
  })

export const invitationForm = ({ choose }: Texts) =>
  z.object({ login: loginField(choose), password: newPassword(choose) }).superRefine(({ login, password }, context) => {
    if (isGuessable(password, login))
      context.addIssue({ code: 'custom', path: ['password'], message: choose.passwordGuessable })
  })

/** A login name and a password of one's own, with the sentences of this language. */
export const choiceForm = (lang: Lang) => invitationForm(texts(lang))

export const passwordForm = ({ account, choose }: Texts) =>
  z.object({
    password: z
      .string(account.passwordNowMissing)
      .min(1, account.passwordNowMissing)
      .max(longestPassword, account.passwordNowWrong),
    newPassword: newPassword(choose),
  })

/** @param login whose password it will be */
export const resetForm = ({ choose }: Texts, login: string) =>
  z.object({
    password: newPassword(choose).refine((password) => !isGuessable(password, login), choose.passwordGuessable),
  })

const back = z.string().max(1000).optional()
const paperCode = (missing: string) => z.string(missing).trim().min(1, missing).max(60, missing)

export const secondStepForm = ({ secondStep: words }: Texts) =>
  z.object({ code: z.string(words.codeMissing).trim().min(1, words.codeMissing).max(60, words.wrong), terug: back })
export const recoveryForm = ({ secondStep: words }: Texts) =>
  z.object({ recovery: paperCode(words.recoveryMissing), terug: back })
export const proofForm = ({ proof, account }: Texts) =>
  z.object({
    password: z
      .string(proof.passwordMissing)
      .min(1, proof.passwordMissing)
      .max(longestPassword, account.passwordNowWrong),
    terug: back,
  })

/** Which part of a page with several forms was sent. */
export const which = z.object({
  recovery: z.string().optional(),
  code: z.string().optional(),
  antwoord: z.string().optional(),
  terug: back,
})

export const loginForm = ({ choose }: Texts) => z.object({ login: loginField(choose) })
export const forgottenForm = ({ signIn }: Texts) =>
  z.object({
    login: z.string(signIn.loginMissing).trim().min(1, signIn.loginMissing).max(longestLogin, signIn.loginMissing),
  })
export const codeForm = ({ forgotten }: Texts) => z.object({ code: paperCode(forgotten.codeMissing) })
const passkeyName = (words: Texts['passkey']) =>
  z.string(words.nameMissing).trim().min(1, words.nameMissing).max(60, words.nameLong)
export const passkeyNameForm = ({ passkey }: Texts) => z.object({ name: passkeyName(passkey) })
export const assertionForm = z.object({ antwoord: assertion, back, terug: back })
export const registrationForm = z.object({ antwoord: registration })
export const offerForm = z.object({ doel: z.enum(['toevoegen', 'bevestigen']) })

export const hatForm = z.object({ hat: z.enum(['guardian', 'staff', 'pupil']) })
export const exampleForm = z.object({ login: z.string().max(longestLogin) })
export const languageForm = z.object({ lang: z.enum(langs), back: z.string().max(1000).optional() })
export const sessionId = z.uuid()
export const saidOnAccount = z.enum([
  'password',
  'session',
  'sessions',
  'language',
  'login',
  'passkey',
  'passkeyName',
  'passkeyEnd',
  'secondStep',
])
