import type { ColumnType, Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

interface LetterTable {
  school_id: string
  id: Generated<string>
  pupil_id: string
  person_id: string
  account_id: string
  code_hash: Buffer
  login: string | null
  via: 'paper' | 'mail'
  made_at: Generated<Date>
  expires_at: ColumnType<Date, Date, never>
}

interface LetterUseTable {
  school_id: string
  letter_id: string
  account_id: string
  session_id: Generated<string>
  pupil_id: string
  person_id: string
  used_at: Generated<Date>
}

interface LetterEndTable {
  school_id: string
  letter_id: string
  ended_at: Generated<Date>
}

interface LetterTryTable {
  code_hash: Buffer
  id: Generated<string>
  tried_at: Generated<Date>
}

interface LetterWordTable {
  school_id: string
  id: Generated<string>
  word: string
  set_at: Generated<Date>
}

interface LetterMailTable {
  school_id: string
  id: Generated<string>
  pupil_id: string
  person_id: string
  asked_at: Generated<Date>
}

export interface LetterTables {
  letter: LetterTable
  letter_use: LetterUseTable
  letter_end: LetterEndTable
  letter_try: LetterTryTable
  letter_word: LetterWordTable
  letter_mail: LetterMailTable
}

const sixty = '460 days: as long as a session that it began may live'
const withPerson = 'with the pupil or the guardian, whoever is erased first'
const school = 'key: the school'
const pupil = 'key: whose day it opens'
const person = 'key: to whom it is: a guardian, or the pupil'

export const tableCards: TableCards<LetterTables> = {
  letter: {
    scope: 'school',
    retention: sixty,
    erase: withPerson,
    columns: {
      school_id: school,
      id: 'key: the letter',
      pupil_id: pupil,
      person_id: person,
      account_id: 'key: the account it opens',
      code_hash: 'secret: SHA-256 of the code on the letter',
      login: 'child: the name to sign in with that the school gives a pupil',
      via: 'school: on paper or by mail',
      made_at: 'personal: when it was made',
      expires_at: 'personal: until when it works',
    },
  },
  letter_use: {
    scope: 'school',
    retention: sixty,
    erase: withPerson,
    columns: {
      school_id: school,
      letter_id: 'key: the letter',
      account_id: 'key: the account of the session',
      session_id: 'key: the session in which it was answered',
      pupil_id: pupil,
      person_id: person,
      used_at: 'personal: when it was answered',
    },
  },
  letter_end: {
    scope: 'school',
    retention: sixty,
    erase: withPerson,
    columns: {
      school_id: school,
      letter_id: 'key: the letter',
      ended_at: 'school: since when it opens nothing any more',
    },
  },
  letter_try: {
    scope: 'account',
    retention: 'one day; those of a letter as long as the letter',
    erase: 'purged with the letter',
    columns: {
      code_hash: 'personal: SHA-256 of the code that was shown',
      id: 'key: the try',
      tried_at: 'personal: when',
    },
  },
  letter_word: {
    scope: 'school',
    retention: '30 days; it works for a week',
    erase: 'never: no personal data',
    columns: {
      school_id: school,
      id: 'key: the word',
      word: 'secret: what the office tells at the counter',
      set_at: 'school: since when it holds',
    },
  },
  letter_mail: {
    scope: 'school',
    retention: 'until it is sent, at most some hours',
    erase: withPerson,
    columns: {
      school_id: school,
      id: 'key: the order',
      pupil_id: pupil,
      person_id: person,
      asked_at: 'school: when it was asked for',
    },
  },
}
