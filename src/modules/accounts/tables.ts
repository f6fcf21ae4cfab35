import type { ColumnType, Generated } from 'kysely'
import type { Hat } from '#platform/access/actor.ts'
import type { TableCards } from '#platform/access/table-cards.ts'
import type { Lang } from '#platform/i18n/lang.ts'

interface AccountTable {
  id: Generated<string>
  login: string | null
  password_hash: string | null
  password_at: Generated<Date>
  language: Generated<Lang>
  opened_by: string | null
  created_at: Generated<Date>
}

interface AccountPersonTable {
  school_id: string
  person_id: string
  account_id: string
}

interface SessionTable {
  account_id: string
  id: Generated<string>
  token_hash: ColumnType<Buffer, Buffer, Buffer>
  kind: ColumnType<'account' | 'letter', 'account' | 'letter' | undefined, never>
  hat: Hat | null
  device: ColumnType<string, string | undefined, never>
  created_at: Generated<Date>
  expires_at: Date
  ended_at: Date | null
  factor_at: Date | null
  proved_at: Generated<Date>
  idle: ColumnType<string, string | undefined, string>
  until: ColumnType<Date, Date | undefined, Date>
}

interface AccountFactorTable {
  account_id: string
  id: Generated<string>
  kind: 'totp'
  secret: Buffer
  last_step: number | null
  confirmed_at: Date | null
  created_at: Generated<Date>
}

interface AccountResetTable {
  account_id: string
  id: Generated<string>
  kind: Generated<'invitation' | 'office' | 'mail'>
  code_hash: Buffer
  created_at: Generated<Date>
  expires_at: Date
  used_at: Date | null
}

interface AccountRecoveryTable {
  account_id: string
  id: Generated<string>
  code_hash: Buffer
  created_at: Generated<Date>
  used_at: Date | null
}

interface AccountPasskeyTable {
  account_id: string
  id: Generated<string>
  credential_id: Buffer
  public_key: Buffer
  counter: number
  transports: string[]
  name: string
  created_at: Generated<Date>
  used_on: string | null
}

interface AccountChallengeTable {
  holder_hash: Buffer
  challenge_hash: Buffer
  purpose: 'sign-in' | 'proof' | 'register'
  expires_at: Date
}

interface AccountLimitTable {
  login_hash: Buffer
  id: Generated<string>
  tried_at: Generated<Date>
}

export interface AccountTables {
  account: AccountTable
  account_person: AccountPersonTable
  session: SessionTable
  account_factor: AccountFactorTable
  account_reset: AccountResetTable
  account_limit: AccountLimitTable
  account_recovery: AccountRecoveryTable
  account_passkey: AccountPasskeyTable
  account_challenge: AccountChallengeTable
}

const withAccount = 'with the account, when its last person is erased'
const account = 'key: the account'

export const tableCards: TableCards<AccountTables> = {
  account: {
    scope: 'account',
    retention: 'until its last person is erased',
    erase: withAccount,
    columns: {
      id: account,
      login: 'personal: the name to sign in with',
      password_hash: 'secret: argon2id with its own salt',
      password_at: 'personal: since when this password holds; older codes for a new one open nothing',
      language: 'personal: language of the pages',
      opened_by: 'key: the school that opened it, until its owner takes it into use',
      created_at: 'personal: when it was opened',
    },
  },
  account_person: {
    scope: 'account',
    retention: 'until the person is erased',
    erase: withAccount,
    columns: { school_id: 'key: the school', person_id: 'key: who this account is there', account_id: account },
  },
  session: {
    scope: 'account',
    retention: 'until it expires, purged within a day',
    erase: withAccount,
    columns: {
      account_id: account,
      id: 'key: the session',
      token_hash: 'secret: SHA-256 of the token in the cookie',
      kind: 'personal: begun with the own account, or with a letter',
      hat: 'personal: the hat chosen',
      device: 'personal: kind of device in words, so that the owner knows it again',
      created_at: 'personal: when it began',
      expires_at: 'personal: when it ends by itself',
      ended_at: 'personal: when it was ended',
      factor_at: 'personal: when a second factor was shown',
      proved_at: 'personal: when it was last proved who it is',
      idle: 'personal: for how long it lives on after it was used',
      until: 'personal: when it ends however much it is used',
    },
  },
  account_factor: {
    scope: 'account',
    retention: 'until replaced',
    erase: withAccount,
    columns: {
      account_id: account,
      id: 'key: the second factor',
      kind: 'personal: which kind',
      secret: 'secret: the shared key of the code generator, sealed with a key outside the database',
      last_step: 'secret: the last time step used, so that a code works once',
      confirmed_at: 'personal: since when it is asked',
      created_at: 'personal: when it was begun',
    },
  },
  account_reset: {
    scope: 'account',
    retention: 'until it expires, purged within a day',
    erase: withAccount,
    columns: {
      account_id: account,
      id: 'key: the one-time code',
      kind: 'personal: an invitation, a code of the office, or a link in a mail',
      code_hash: 'secret: SHA-256 of the code in the letter or the mail',
      created_at: 'personal: when it was made',
      expires_at: 'personal: until when it works',
      used_at: 'personal: when it was used',
    },
  },
  account_limit: {
    scope: 'account',
    retention: 'one day',
    erase: 'purged after one day',
    columns: {
      login_hash: 'personal: SHA-256 of the name that was typed',
      id: 'key: the try',
      tried_at: 'personal: when',
    },
  },
  account_recovery: {
    scope: 'account',
    retention: 'until new ones are made, or the second step ends',
    erase: withAccount,
    columns: {
      account_id: account,
      id: 'key: the code',
      code_hash: 'secret: the code for who lost the telephone, hashed with a key outside the database',
      created_at: 'personal: when it was made',
      used_at: 'personal: when it was used',
    },
  },
  account_passkey: {
    scope: 'account',
    retention: 'until its owner takes it away, or the second step ends',
    erase: withAccount,
    columns: {
      account_id: account,
      id: 'key: the passkey',
      credential_id: 'secret: the name the device gave it',
      public_key: 'personal: what its signatures are checked with',
      counter: 'personal: how often the device says it signed, so that a copy shows',
      transports: 'personal: how the browser reaches it',
      name: 'personal: what its owner calls it',
      created_at: 'personal: when it was added',
      used_on: 'personal: the day it was last used',
    },
  },
  account_challenge: {
    scope: 'installation',
    retention: 'five minutes, purged within the hour',
    erase: 'purged within the hour',
    columns: {
      holder_hash: 'secret: SHA-256 of the cookie of the browser that asked',
      challenge_hash: 'secret: SHA-256 of what the device must sign',
      purpose: 'public: what for',
      expires_at: 'public: until when',
    },
  },
}
