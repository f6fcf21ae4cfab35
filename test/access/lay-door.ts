import { createHash } from 'node:crypto'
import { codeHash, loginOf, type Laying } from './cast-names.ts'

const longAgo = '2021-01-01'

/** What stands at the door: invitations, codes and wrong tries. */
export const layDoor = async ({ n, s, id, put }: Laying): Promise<void> => {
  // Somebody whom the office invited and who has not answered yet; and somebody without an account.
  for (const name of ['invited', 'spare']) await put('person', { school_id: s, id: id(name), first_name: name })
  await put('account', { id: id('account invited'), opened_by: s })
  await put('account_person', { school_id: s, person_id: id('invited'), account_id: id('account invited') })
  for (const name of ['invited', 'guardian']) {
    await put('account_reset', {
      account_id: id(`account ${name}`),
      id: id(`reset ${name}`),
      code_hash: codeHash(n, name),
      expires_at: '2099-01-01',
    })
    // Expired, so that the purge may clear it.
    await put('account_reset', {
      account_id: id(`account ${name}`),
      id: id(`old reset ${name}`),
      code_hash: codeHash(n, `old ${name}`),
      expires_at: longAgo,
    })
  }
  for (const name of ['guardian', 'other-guardian']) {
    const tried = createHash('sha256').update(loginOf(n, name)).digest()
    await put('account_limit', { login_hash: tried, id: id(`try ${name}`) })
    await put('account_limit', { login_hash: tried, id: id(`old try ${name}`), tried_at: longAgo })
  }
}
