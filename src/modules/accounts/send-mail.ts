import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import { asTask } from '#platform/db/context.ts'
import type { Tx } from '#platform/db/types.ts'
import { freshSecret, hashOf } from '#platform/http/secrets.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import type { Mail, Mailer } from '#platform/mail/mailer.ts'
import type { Vault } from '#platform/vault.ts'
import { isMailAddress } from './login.ts'
import type { MailWish } from './mail-later.ts'
import { paths } from './paths.ts'
import type { AccountTables } from './tables.ts'
import { texts } from './texts.ts'
import { noteOneOf } from './tries.ts'

/** How long the link in a mail works. */
export const mailMinutes = 30
/** To one address, whatever about: a form that everybody may fill in must not become a stream of mail. */
const mostAnHour = 5

/** The module's own, and where the school writes to people and who works there. */
export type MailTables = AccountTables & {
  person_contact: { person_id: string; email: string | null }
  staff: { person_id: string; ended_on: string | null }
}

export type Post = { mailer: Mailer; vault: Vault; origin: string }

/** Sends one mail about an account; says nothing in it that a stranger who reads along may not know. */
export const sendMail = async (db: Kysely<MailTables>, wish: MailWish, { mailer, ...post }: Post): Promise<void> => {
  const { account } = wish
  if (account === null) return
  const mail = await asTask(db, 'mail', null, (tx) => writeMail(tx, { ...wish, account }, post))
  if (mail !== null) await mailer.send(mail)
}

type Writing = Omit<MailWish, 'account'> & { account: string }

const writeMail = async (
  tx: Tx<MailTables>,
  wish: Writing,
  { vault, origin }: Omit<Post, 'mailer'>,
): Promise<Mail | null> => {
  await sql`select app.act_for_account(${wish.account})`.execute(tx)
  const owner = await tx
    .selectFrom('account')
    .select(['login', 'language'])
    .where('id', '=', wish.account)
    .executeTakeFirst()
  if (!owner || owner.login === null) return null
  const sealed = wish.sealed === null ? null : openSealed(vault, wish.account, wish.sealed)
  const to = sealed?.to ?? (await addressOf(tx, owner.login, wish.about === 'reset'))
  if (to === null || !(await noteOneOf(tx, `mail to ${to.toLowerCase()}`, mostAnHour))) return null
  if (wish.about === 'reset') return resetMail(tx, wish.account, { to, lang: owner.language, origin })
  const words = texts(owner.language).mail
  if (wish.about === 'confirm-login') {
    const link = `${origin}${paths.loginConfirm(sealed?.code ?? '')}`
    return { to: [to], subject: words.confirmSubject, text: words.confirmText(link, mailMinutes) }
  }
  return { to: [to], subject: words.changedSubject, text: words.changedText[wish.about](origin) }
}

const resetMail = async (
  tx: Tx<MailTables>,
  account: string,
  { to, lang, origin }: { to: string; lang: Lang; origin: string },
): Promise<Mail> => {
  const code = freshSecret()
  await tx
    .insertInto('account_reset')
    .values({
      account_id: account,
      kind: 'mail',
      code_hash: hashOf(code),
      expires_at: sql<Date>`app.now() + make_interval(mins => ${mailMinutes})`,
    })
    .execute()
  const words = texts(lang).mail
  return { to: [to], subject: words.resetSubject, text: words.resetText(`${origin}${paths.reset(code)}`, mailMinutes) }
}

/**
 * Where mail about an account goes: to the login name, when that is an address. Else to the address that the school keeps;
 * but no link for who works there: a colleague at the office could write another address down, and come in by it.
 */
const addressOf = async (tx: Tx<MailTables>, login: string, opens: boolean): Promise<string | null> => {
  if (isMailAddress(login)) return login
  const works = await tx
    .selectFrom('staff')
    .select('person_id')
    .where(({ or, eb }) => or([eb('ended_on', 'is', null), eb('ended_on', '>', sql<string>`app.today()`)]))
    .executeTakeFirst()
  if (works && opens) return null
  const contact = await tx
    .selectFrom('person_contact')
    .select('email')
    .where('email', 'is not', null)
    .orderBy('person_id')
    .executeTakeFirst()
  return contact?.email ?? null
}

const sealedMail = z.object({ to: z.string(), code: z.string().optional() })

const aboutMail = (account: string): string => `mail about ${account}`

/** Words for a mail that only this house can read in the queue. */
export const sealForMail = (vault: Vault, account: string, words: z.infer<typeof sealedMail>): string =>
  vault.seal(Buffer.from(JSON.stringify(words)), aboutMail(account)).toString('base64url')

const openSealed = (vault: Vault, account: string, sealed: string): z.infer<typeof sealedMail> =>
  sealedMail.parse(JSON.parse(vault.open(Buffer.from(sealed, 'base64url'), aboutMail(account)).toString()))
