import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** The chain of the installation itself: what concerns no school, such as signing in. */
export const installationChain = '00000000-0000-0000-0000-000000000000'

/**
 * An entry as it is sealed. `id` and `at` are PostgreSQL's own text (`at` in seconds since 1970, six decimals), because
 * neither a bigint nor a microsecond survives JavaScript's numbers. `payloadHash` is hexadecimal.
 */
export type LedgerEntry = {
  readonly chain: string
  readonly id: string
  readonly at: string
  readonly doerPerson: string | null
  readonly doerAccount: string | null
  readonly doerHat: string | null
  readonly event: string
  readonly about: readonly string[]
  readonly payloadHash: string
}

/** What stands before the first seal of a chain. */
export const firstHash: Buffer = Buffer.alloc(32)

/** The bytes of an entry, the same for ever: a JSON list that begins with the version of this order. */
export const entryText = (entry: LedgerEntry): string =>
  canonicalJson([
    1,
    entry.chain,
    entry.id,
    entry.at,
    entry.doerPerson,
    entry.doerAccount,
    entry.doerHat,
    entry.event,
    entry.about,
    entry.payloadHash,
  ])

/** sha256(the seal before ‖ the bytes of the entry), 32 bytes. */
export const sealHash = (before: Buffer, entry: LedgerEntry): Buffer =>
  createHash('sha256').update(before).update(entryText(entry), 'utf8').digest()

/** sha256(salt ‖ the payload's text), 32 bytes. The salt keeps a short payload from being guessed after its erasure. */
export const payloadHash = (salt: Buffer, text: string): Buffer =>
  createHash('sha256').update(salt).update(text, 'utf8').digest()
