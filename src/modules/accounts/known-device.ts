import { freshSecret, sameSecret } from '#platform/http/secrets.ts'
import type { Vault } from '#platform/vault.ts'
import { normalLogin } from './login.ts'

// OWASP, "Slow down online guessing attacks with device cookies": who types somebody else's name wrong all day holds up
// other strangers, and not the owner on a device of the owner's own.

const proofOf = (vault: Vault, mark: string, login: string): string =>
  vault.mac('known device', `${mark} ${normalLogin(login)}`).toString('base64url')

/** What a device keeps that this login name signed in on. */
export const deviceMark = (vault: Vault, login: string): string => {
  const mark = freshSecret()
  return `${mark}.${proofOf(vault, mark, login)}`
}

/** Whose wrong tries count: of a device that knows this login name its own, of all others those of the name. */
export const triesOf = (vault: Vault, login: string, kept: string | null): string => {
  const [mark = '', proof = ''] = (kept ?? '').split('.')
  return sameSecret(proof, proofOf(vault, mark, login)) ? `device ${mark}` : normalLogin(login)
}
