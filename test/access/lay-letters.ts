import { createHash } from 'node:crypto'
import type pg from 'pg'
import { slipKey } from '#modules/letters/code.ts'
import { birthDate, letterHash, slipOf } from './letters-of-cast.ts'
import type { Laying } from './cast-names.ts'

const long = '2020-08-01'
const ended = '2021-01-01'
const hashed = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** A letter that nobody answered; what the letter-guardian's session came with, and what was taken from it; one long over. */
export const layLetters = async ({ n, s, id, put }: Laying, db: pg.Client): Promise<void> => {
  await db.query('update app.person set birth_date = $1 where school_id = $2 and id = $3', [birthDate, s, id('child')])
  await put('person', { school_id: s, id: id('lettered'), first_name: 'lettered' })
  await put('person', { school_id: s, id: id('slip'), first_name: 'slip' })
  await put('pupil', { school_id: s, person_id: id('slip'), source_key: 'slip' })
  for (const name of ['lettered', 'slip']) {
    await put('account', { id: id(`account ${name}`), opened_by: s })
    await put('account_person', { school_id: s, person_id: id(name), account_id: id(`account ${name}`) })
  }
  await put('guardianship', {
    school_id: s,
    id: id('guards lettered'),
    pupil_id: id('child'),
    guardian_id: id('lettered'),
    relation: 'mother',
    started_on: long,
  })
  const letter = (name: string, person: string, pupil: string, more: Record<string, unknown> = {}) =>
    put('letter', {
      school_id: s,
      id: id(`letter ${name}`),
      pupil_id: id(pupil),
      person_id: id(person),
      account_id: id(`account ${person}`),
      code_hash: letterHash(n, name),
      expires_at: '2099-01-01',
      ...more,
    })
  const used = (name: string, pupil: string) =>
    put('letter_use', {
      school_id: s,
      letter_id: id(`letter ${name}`),
      account_id: id('account letter-guardian'),
      session_id: id('session letter-guardian'),
      pupil_id: id(pupil),
      person_id: id('letter-guardian'),
    })
  await letter('open', 'lettered', 'child')
  await letter('used', 'letter-guardian', 'child')
  await letter('ended', 'letter-guardian', 'classmate')
  await letter('old', 'letter-guardian', 'classmate', { made_at: ended })
  const slip = slipOf(n)
  await letter('slip', 'slip', 'slip', {
    login: slip.login,
    code_hash: hashed(slipKey(slip.login, slip.firstPassword)),
  })
  await used('used', 'child')
  for (const name of ['ended', 'old']) {
    await used(name, 'classmate')
    await put('letter_end', { school_id: s, letter_id: id(`letter ${name}`) })
  }
  await put('letter_try', { code_hash: letterHash(n, 'open'), id: id('letter try'), tried_at: ended })
  await put('letter_try', { code_hash: letterHash(n, 'none'), id: id('other letter try') })
  await put('letter_try', { code_hash: letterHash(n, 'none'), id: id('old letter try'), tried_at: ended })
  await put('letter_word', { school_id: s, id: id('word'), word: 'groene fiets' })
  await put('letter_word', { school_id: s, id: id('old word'), word: 'oude fiets', set_at: ended })
  await put('letter_mail', { school_id: s, id: id('letter order'), pupil_id: id('child'), person_id: id('lettered') })
  await put('session', {
    account_id: id('account letter-guardian'),
    id: id('session letter-guardian elsewhere'),
    device: 'elsewhere',
    token_hash: hashed(`elsewhere ${n}`),
    expires_at: '2099-01-01',
  })
}
