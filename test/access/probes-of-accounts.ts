import { createHash } from 'node:crypto'
import { letterHash } from './letters-of-cast.ts'
import { codeHash, idOf, loginOf, passkeyOf, tokenHash, type SchoolNumber } from './cast-names.ts'
import type { Entrance } from './matrix-contexts.ts'
import { guardians, own, s, withId, type Probe, type Row } from './probe.ts'

const bytes = (text: string): Buffer => createHash('sha256').update(text).digest()
const soon = '2099-01-01'

const account = (id: (n: SchoolNumber, actor: Entrance) => string): Probe => ({
  key: (n, actor) => ({ id: id(n, actor) }),
  fresh: (n) => ({ opened_by: s(n) }),
  column: 'language',
})

const session = (of: (n: SchoolNumber, actor: Entrance) => string): Probe => ({
  key: (n, actor) => ({ account_id: of(n, actor), device: '' }),
  old: (n, actor) => ({ account_id: of(n, actor), device: 'old' }),
  fresh: (n, actor) => ({ account_id: of(n, actor), token_hash: bytes('fresh'), expires_at: soon }),
  column: 'ended_at',
})

const factor = (of: (n: SchoolNumber, actor: Entrance) => string): Probe => ({
  key: (n, actor) => ({ account_id: of(n, actor) }),
  fresh: (n, actor) => ({ account_id: of(n, actor), kind: 'totp', secret: bytes('fresh') }),
  column: 'confirmed_at',
  smuggled: { change: (n) => ({ account_id: idOf(n, 'account head') }), by: ['guardian', 'teacher', 'office'] },
})

const recovery = (of: (n: SchoolNumber, actor: Entrance) => string): Probe => ({
  key: (n, actor) => ({ account_id: of(n, actor) }),
  fresh: (n, actor) => ({ account_id: of(n, actor), code_hash: bytes('fresh') }),
  column: 'used_at',
})

const passkey = (of: (n: SchoolNumber, actor: Entrance) => string): Probe => ({
  key: (n, actor) => ({ account_id: of(n, actor), id: passkeyOf(of(n, actor)) }),
  fresh: (n, actor) => ({
    account_id: of(n, actor),
    credential_id: bytes('fresh'),
    public_key: bytes('fresh'),
    name: 'Laptop',
  }),
  column: 'name',
})

/** The cookie by which this one is known; who has none tries the guardian's. */
const ownCookie = (n: SchoolNumber, { school, person: name, hat, account: id }: Entrance): Buffer => {
  if (name === null || n !== school) return tokenHash(n, 'guardian')
  const home = id === idOf(1, `account ${name}`) ? 1 : 2
  return tokenHash(home, name, name === 'two-hats' ? (hat ?? '') : '')
}

const challenge = (of: (n: SchoolNumber, actor: Entrance) => Buffer): Probe => ({
  key: (n, actor) => ({ holder_hash: of(n, actor), challenge_hash: bytes('asked') }),
  old: (n, actor) => ({
    holder_hash: of(n, actor),
    challenge_hash: bytes(actor.hat === 'task' ? 'long ago' : 'asked'),
  }),
  fresh: (n, actor) => ({
    holder_hash: of(n, actor),
    challenge_hash: bytes('fresh'),
    purpose: 'proof',
    expires_at: soon,
  }),
  column: 'expires_at',
})

const reset = (name: string): Probe => ({
  key: (n) => ({ account_id: idOf(n, `account ${name}`), id: idOf(n, `reset ${name}`) }),
  old: (n) => ({ account_id: idOf(n, `account ${name}`), id: idOf(n, `old reset ${name}`) }),
  fresh: (n) => ({ account_id: idOf(n, `account ${name}`), code_hash: codeHash(n, `fresh ${name}`), expires_at: soon }),
  column: 'used_at',
})

const tries = (name: string): Probe => ({
  key: (n) => ({ login_hash: bytes(loginOf(n, name)), id: idOf(n, `try ${name}`) }),
  old: (n) => ({ login_hash: bytes(loginOf(n, name)), id: idOf(n, `old try ${name}`) }),
  fresh: (n) => ({ login_hash: bytes(loginOf(n, name)) }),
  column: 'tried_at',
})

/** What became of a letter: `name` of this one, and of one that nobody answered for a new row. */
const ofLetter = (name: string, column: string, more: (other: SchoolNumber) => Row): Probe => ({
  key: (n) => ({ school_id: s(n), letter_id: idOf(n, `letter ${name}`) }),
  old: (n, actor) => ({ school_id: s(n), letter_id: idOf(n, `letter ${actor.hat === 'task' ? 'old' : name}`) }),
  fresh: (n, _actor, other) => ({ school_id: s(n), letter_id: idOf(other, 'letter open'), ...more(other) }),
  column,
})

/** Accounts, what they are signed in with, and letters. */
export const accountsProbes: Readonly<Record<string, Probe>> = {
  'own-account': {
    ...account(own),
    fresh: (n, actor) => ({ id: own(n, actor), login: 'x@y.example', password_hash: 'x' }),
    smuggled: { change: () => ({ login: 'x@y.example' }), by: ['letter-guardian'] },
  },
  'guardian-account': { ...account(guardians), fresh: () => ({ login: 'x@y.example', password_hash: 'x' }) },
  'opened-account': account((n) => idOf(n, 'account invited')),
  'lettered-account-person': {
    key: (n) => ({ school_id: s(n), person_id: idOf(n, 'lettered'), account_id: idOf(n, 'account lettered') }),
    fresh: (n, actor, other) => ({
      school_id: s(n),
      person_id: idOf(other, 'lettered'),
      account_id: own(n, actor),
    }),
    column: 'account_id',
  },
  'guardian-account-person': {
    key: (n) => ({ school_id: s(n), person_id: idOf(n, 'guardian'), account_id: guardians(n) }),
    fresh: (n, _actor, other) => ({
      school_id: s(n),
      person_id: idOf(other, 'spare'),
      account_id: idOf(other, 'account invited'),
    }),
    column: 'account_id',
  },
  'own-session': session(own),
  'guardian-session': session(guardians),
  'elsewhere-session': {
    key: (n) => ({ account_id: idOf(n, 'account letter-guardian'), device: 'elsewhere' }),
    old: (n) => ({ account_id: idOf(n, 'account letter-guardian'), device: 'old' }),
    fresh: (n) => ({ account_id: idOf(n, 'account letter-guardian'), token_hash: bytes('fresh'), expires_at: soon }),
    column: 'ended_at',
  },
  'own-factor': factor(own),
  'guardian-factor': factor(guardians),
  'own-recovery': recovery(own),
  'guardian-recovery': recovery(guardians),
  'own-passkey': passkey(own),
  'guardian-passkey': passkey(guardians),
  'own-challenge': challenge(ownCookie),
  'guardian-challenge': challenge((n) => tokenHash(n, 'guardian')),
  'guardian-reset': reset('guardian'),
  'opened-reset': reset('invited'),
  'login-tries': tries('guardian'),
  'other-tries': tries('other-guardian'),
  'open-letter': {
    ...withId('letter open', 'via', (other) => ({
      pupil_id: idOf(other, 'child'),
      person_id: idOf(other, 'lettered'),
      account_id: idOf(other, 'account lettered'),
      code_hash: bytes('fresh letter'),
      expires_at: soon,
    })),
    old: (n, actor) => ({ school_id: s(n), id: idOf(n, `letter ${actor.hat === 'task' ? 'old' : 'open'}`) }),
  },
  'used-letter': ofLetter('used', 'used_at', (other) => ({
    account_id: idOf(other, 'account lettered'),
    pupil_id: idOf(other, 'child'),
    person_id: idOf(other, 'lettered'),
  })),
  'ended-letter': ofLetter('ended', 'ended_at', () => ({})),
  'letter-tries': {
    key: (n) => ({ code_hash: letterHash(n, 'open'), id: idOf(n, 'letter try') }),
    fresh: (n) => ({ code_hash: letterHash(n, 'open') }),
    column: 'tried_at',
  },
  'other-letter-tries': {
    key: (n) => ({ code_hash: letterHash(n, 'none'), id: idOf(n, 'other letter try') }),
    old: (n) => ({ code_hash: letterHash(n, 'none'), id: idOf(n, 'old letter try') }),
    fresh: (n) => ({ code_hash: letterHash(n, 'none') }),
    column: 'tried_at',
  },
  'week-word': {
    ...withId('word', 'word', () => ({ word: 'gele appel' })),
    old: (n, actor) => ({ school_id: s(n), id: idOf(n, actor.hat === 'task' ? 'old word' : 'word') }),
  },
  'letter-order': withId('letter order', 'asked_at', (other) => ({
    pupil_id: idOf(other, 'classmate'),
    person_id: idOf(other, 'lettered'),
  })),
}
