import { sql } from 'kysely'
import type { Operator } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { isLang, type Lang } from '#platform/i18n/lang.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import type { Relation } from './letter.ts'
import { doorTexts } from './door/texts.ts'
import { makeLetters } from './make-letters.ts'
import { paths } from './paths.ts'
import { findAddressees, findLastDay, type LettersView } from './queries.ts'

/**
 * Takes one order, makes the letter and sends it: kept only when the mail server took it.
 * @returns false when no order is left
 */
export const mailNext = async (
  tx: Tx<LettersView>,
  school: string,
  mailer: Mailer,
  origin: string,
): Promise<boolean> => {
  const operator: Operator = { hat: 'operator', school }
  const { rows } = await sql<Relation>`delete from letter_mail where school_id = ${school} and id = (
      select m.id from letter_mail m where m.school_id = ${school} order by m.asked_at, m.id limit 1)
    returning pupil_id as pupil, person_id as person`.execute(tx)
  const [order] = rows
  if (order === undefined) return false
  const [addressee] = await findAddressees(tx, operator, school, [order])
  if (!addressee?.email) return true
  const [made] = await makeLetters(tx, operator, { school, to: [order], via: 'mail' })
  if (made === undefined) return true
  const until = await findLastDay(tx)
  await mailer.send({
    to: [addressee.email],
    ...wordsOf(addressee.language, `${origin}${paths.letter(made.code)}`, until),
  })
  return true
}

/** Dutch, and below it what is read at home. No name stands in it: whoever reads along learns nothing. */
const wordsOf = (language: string, link: string, until: string): { subject: string; text: string } => {
  const home = isLang(language) ? language : 'nl'
  const langs = home === 'nl' ? ([home] as const) : (['nl', home] as const)
  return {
    subject: langs.map((lang) => doorTexts(lang).mail.subject).join(' / '),
    text: langs.map((lang) => doorTexts(lang).mail.text(link, lastDay(lang, until))).join('\n'),
  }
}

/** European digits everywhere, as on the letter. */
const lastDay = (lang: Lang, day: string): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : `${lang}-u-nu-latn`, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(day),
  )
