import type pg from 'pg'
import { layAgreements } from './lay-agreements.ts'
import { layAuthority, layBoard } from './lay-authority.ts'
import { layCalendar, layHomework, layNotes, layTimetables } from './lay-day.ts'
import { layDoor } from './lay-door.ts'
import { layImports } from './lay-imports.ts'
import { layLetters } from './lay-letters.ts'
import { layResults } from './lay-results.ts'
import { laySight } from './lay-sight.ts'
import {
  hashed,
  idOf,
  loginOf,
  passkeyOf,
  people,
  staff,
  tokenHash,
  type Laying,
  type PersonName,
  type SchoolNumber,
} from './cast-names.ts'
import { layAnnouncements, layShowings } from './matrix-told.ts'

const roles: readonly (readonly [PersonName, string])[] = [
  ['teacher', 'teacher'],
  ['substitute', 'substitute'],
  ['other-teacher', 'teacher'],
  ['former-teacher', 'teacher'],
  ['former-teacher', 'team_leader'],
  ['left-staff', 'teacher'],
  ['two-hats', 'teacher'],
  ['head', 'head'],
  ['deputy', 'deputy'],
  ['exam-secretary', 'exam_secretary'],
  ['office', 'office'],
  ['administrator', 'administrator'],
]

const long = '2020-08-01'
const ended = '2021-01-01'

const layingFor = (db: pg.Client, n: SchoolNumber): Laying => ({
  n,
  s: idOf(n, 'school'),
  id: (name) => idOf(n, name),
  put: (table, row) => {
    const columns = Object.keys(row)
    const places = columns.map((_, at) => `$${at + 1}`)
    return db.query(
      `insert into app.${table} (${columns.join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    )
  },
  days: () => db.query(`select (app.today() - 5)::text as on_from, (app.today() + 5)::text as on_until`),
})

const laySchool = async ({ n, s, id, put }: Laying): Promise<void> => {
  await put('school', { id: s, key: `school-${n}`, name: `School ${n}`, region: 'midden' })
  for (const stage of ['BO', 'SO']) await put('school_stage', { school_id: s, stage })
  await put('school_year', {
    school_id: s,
    id: id('year'),
    label: '2026-2027',
    starts_on: '2026-08-01',
    ends_on: '2027-07-31',
  })
  await put('day_off', {
    school_id: s,
    id: id('day-off'),
    starts_on: '2026-12-01',
    ends_on: '2026-12-01',
    name: 'Studiedag',
  })
}

const layPeople = async ({ n, s, id, put }: Laying): Promise<void> => {
  for (const name of people) {
    await put('person', {
      school_id: s,
      id: id(name),
      first_name: name,
      last_name: `Van School ${n}`,
      birth_date: name === 'adult' ? '2000-01-01' : null,
    })
    await put('person_contact', { school_id: s, person_id: id(name), email: loginOf(n, name) })
    await put('account', { id: id(`account ${name}`), login: loginOf(n, name), password_hash: 'none' })
    await put('account_person', { school_id: s, person_id: id(name), account_id: id(`account ${name}`) })
    await put('account_factor', {
      account_id: id(`account ${name}`),
      id: id(`factor ${name}`),
      kind: 'totp',
      secret: Buffer.from('x'),
      confirmed_at: long,
    })
    await put('account_recovery', { account_id: id(`account ${name}`), code_hash: Buffer.from('x') })
    await put('account_passkey', {
      account_id: id(`account ${name}`),
      id: passkeyOf(id(`account ${name}`)),
      credential_id: hashed(`passkey ${n} ${name}`),
      public_key: Buffer.from('x'),
      name: 'Telefoon',
    })
    const old = hashed(`old token ${n} ${name}`)
    await put('session', { account_id: id(`account ${name}`), device: 'old', token_hash: old, expires_at: ended })
    for (const hat of name === 'two-hats' ? ['guardian', 'staff'] : ['']) {
      await put('session', {
        account_id: id(`account ${name}`),
        id: id(`session ${name} ${hat}`.trim()),
        token_hash: tokenHash(n, name, hat),
        hat: hat === '' ? null : hat,
        ...(name === 'letter-guardian' ? { kind: 'letter' } : { factor_at: '2026-01-01' }),
        expires_at: '2099-01-01',
      })
      for (const [what, until] of [
        ['asked', '2099-01-01'],
        ['long ago', ended],
      ] as const) {
        const asked = { holder_hash: tokenHash(n, name, hat), challenge_hash: hashed(what) }
        await put('account_challenge', { ...asked, purpose: 'proof', expires_at: until })
      }
    }
  }
}

const layStaff = async ({ s, id, put }: Laying): Promise<void> => {
  for (const name of ['child', 'classmate', 'adult'])
    await put('pupil', { school_id: s, person_id: id(name), source_key: name, year_group: '4' })
  for (const name of staff) {
    await put('staff', {
      school_id: s,
      person_id: id(name),
      started_on: long,
      ended_on: name === 'left-staff' ? ended : null,
    })
  }
  for (const [name, role] of roles) {
    await put('staff_role', {
      school_id: s,
      id: id(role === 'team_leader' ? 'leads' : `role ${name}`),
      person_id: id(name),
      role,
      started_on: long,
    })
  }
}

const layGroups = async ({ s, id, put, days }: Laying): Promise<void> => {
  for (const name of ['4B', '5A', '6C']) {
    await put('school_group', {
      school_id: s,
      id: id(name),
      school_year_id: id('year'),
      source_key: name,
      name,
      kind: 'class',
    })
  }
  const member = (name: string) =>
    put('group_member', {
      school_id: s,
      id: id(`member ${name}`),
      group_id: id('4B'),
      pupil_id: id(name),
      started_on: long,
    })
  await member('child')
  await member('classmate')
  await member('adult')
  const teaches = (name: string, group: string, until: string | null) =>
    put('group_teacher', {
      school_id: s,
      id: id(`teaches ${name} ${group}`),
      group_id: id(group),
      person_id: id(name),
      started_on: long,
      ended_on: until,
    })
  await teaches('teacher', '4B', null)
  await teaches('left-staff', '4B', null)
  await teaches('former-teacher', '4B', ended)
  for (const name of ['other-teacher', 'former-teacher', 'two-hats']) await teaches(name, '5A', null)
  const { rows } = await days()
  await put('group_substitute', {
    school_id: s,
    id: id('substitution'),
    group_id: id('4B'),
    person_id: id('substitute'),
    ...rows[0],
  })
}

const layFamilies = async ({ s, id, put }: Laying): Promise<void> => {
  const guards = (name: string, pupil: string, until: string | null, as = name) =>
    put('guardianship', {
      school_id: s,
      id: id(`guards ${as}`),
      pupil_id: id(pupil),
      guardian_id: id(name),
      relation: 'mother',
      started_on: long,
      ended_on: until,
    })
  await guards('guardian', 'child', null)
  await guards('co-guardian', 'child', null)
  await guards('two-hats', 'child', null)
  await guards('former-guardian', 'child', ended)
  await guards('other-guardian', 'classmate', null)
  await guards('asked-guardian', 'child', null)
  await guards('blocked-guardian', 'child', null)
  await guards('blocked-guardian', 'classmate', null, 'blocked-guardian with authority')
  await guards('adult-guardian', 'adult', null)
  await guards('opened-guardian', 'adult', null)
  await put('person_role', {
    school_id: s,
    id: id('class parent'),
    person_id: id('other-guardian'),
    role: 'class_parent',
    group_id: id('4B'),
    started_on: long,
  })
  await guards('letter-guardian', 'child', null)
  await put('guardianship', {
    school_id: s,
    id: id('guards letter-guardian classmate'),
    pupil_id: id('classmate'),
    guardian_id: id('letter-guardian'),
    relation: 'mother',
    started_on: long,
  })
}

const layLedger = async ({ n, s, id, put }: Laying): Promise<void> => {
  const entry = ledgerEntryOf(n)
  const ledger = { chain_id: s, id: entry, event: 'test.made', about: [id('child')], payload_hash: Buffer.alloc(32) }
  await put('ledger_entry', ledger)
  await put('ledger_payload', { chain_id: s, entry_id: entry, salt: Buffer.alloc(16), payload: '{}' })
  await put('ledger_seal', { chain_id: s, seq: 1, entry_id: entry, hash: Buffer.alloc(32) })
  await put('ledger_waiting', { chain_id: s, entry_id: entry })
}

/** That something changed, a moment ago and long ago, at the school and in each account. */
const layChanges = async ({ s, id, put }: Laying): Promise<void> => {
  for (const scope of [s, ...[...people, 'invited', 'lettered'].map((name) => id(`account ${name}`))]) {
    await put('reach_change', { scope_id: scope, xid: '1' })
    await put('reach_change', { scope_id: scope, xid: '2', at: ended })
  }
}

const school = async (db: pg.Client, n: SchoolNumber): Promise<void> => {
  const laying = layingFor(db, n)
  await laySchool(laying)
  await layPeople(laying)
  await layStaff(laying)
  await layGroups(laying)
  await layFamilies(laying)
  await layAuthority(laying)
  await layDoor(laying)
  await layBoard(laying)
  await layLetters(laying, db)
  await layTimetables(laying)
  await layHomework(laying)
  await layCalendar(laying)
  await layNotes(laying)
  await layImports(laying)
  await layAnnouncements(laying)
  await layShowings(laying)
  await laySight(laying)
  await layResults(laying, db)
  await layAgreements(laying)
  await layLedger(laying)
  await layChanges(laying)
}

/** Fills the database, past the policies. */
export const makeMatrixCast = async (owner: pg.Client): Promise<void> => {
  await school(owner, 1)
  await school(owner, 2)
}

/** Far beyond what the program itself writes in a test. */
export const ledgerEntryOf = (school: SchoolNumber): number => school * 1_000_000
