import { z } from 'zod'
import { isLeaked } from './leaked-passwords.ts'
import { longestPassword, normalLogin, shortestPassword } from './login.ts'
import type { Lang } from '#platform/i18n/lang.ts'
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

export const signInForm = ({ signIn }: Texts) =>
  z.object({
    login: z.string(signIn.loginMissing).trim().min(1, signIn.loginMissing).max(longestLogin, signIn.wrong),
    password: z.string(signIn.passwordMissing).min(1, signIn.passwordMissing).max(longestPassword, signIn.wrong),
    back: z.string().max(1000).optional(),
  })

export const invitationForm = ({ choose }: Texts) =>
  z.object({
    login: z
      .string(choose.loginMissing)
      .transform(normalLogin)
      .pipe(z.string().min(shortestLogin, choose.loginMissing).max(longestLogin, choose.loginLong(longestLogin))),
    password: newPassword(choose),
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

export const hatForm = z.object({ hat: z.enum(['guardian', 'staff', 'pupil']) })
export const exampleForm = z.object({ login: z.string().max(longestLogin) })
export const languageForm = z.object({ lang: z.enum(['nl', 'en']), back: z.string().max(1000).optional() })
export const sessionId = z.uuid()
export const saidOnAccount = z.enum(['password', 'session', 'sessions', 'language'])
