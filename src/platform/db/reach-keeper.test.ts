import { sql, type Kysely } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { idOf, tokenHash } from '#test/access/cast-names.ts'
import { makeMatrixCast } from '#test/access/matrix-cast.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { asTask, enter, type Entered } from './context.ts'
import { appRole } from './embedded-database.ts'
import { purgeReachChanges } from './purge-reach-changes.ts'
import { reachKeeper, type ReachKeeper } from './reach-keeper.ts'
import type { ReachTables } from './tables.ts'

let db: TestDatabase
let keeper: ReachKeeper
let found = 0

beforeAll(async () => {
  db = await freshDatabase()
  await makeMatrixCast(db.owner)
})
beforeEach(() => {
  const kept = reachKeeper()
  found = 0
  keeper = {
    ...kept,
    keep: (hash, reach) => {
      found += 1
      kept.keep(hash, reach)
    },
  }
})
afterAll(() => db.drop())

type Seen = { entered: Entered | null; settings: string }

const names = ['account', 'session', 'hat', 'persons', 'schools', 'overseen', 'office', 'administered'] as const
const lists = ['pupils', 'class_pupils', 'classes', 'groups', 'task', 'signing_in', 'letter', 'presented'] as const
const settings = sql<{ all: string }>`select concat_ws(';', ${sql.join(
  [...names, ...lists].map((name) => sql`coalesce(current_setting(${`app.${name}`}, true), '')`),
)}) as all`

const arrive = (hash: Buffer, by: ReachKeeper = keeper): Promise<Seen> =>
  (db.app as unknown as Kysely<never>)
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      const { entered } = await enter(tx, hash, by)
      const { rows } = await settings.execute(tx)
      return { entered, settings: rows[0]?.all ?? '' }
    })

const everybody = [
  ['guardian', ''],
  ['letter-guardian', ''],
  ['child', ''],
  ['teacher', ''],
  ['head', ''],
  ['office', ''],
  ['administrator', ''],
  ['two-hats', 'guardian'],
  ['two-hats', 'staff'],
  ['opened-guardian', ''],
  ['other-guardian', ''],
  ['substitute', ''],
] as const
const hashes = everybody.map(([person, hat]) => tokenHash(1, person, hat))

/** Who is told something else by what was kept than by what is found anew. */
const misled = async (): Promise<string[]> => {
  const told: string[] = []
  for (const [at, hash] of hashes.entries()) {
    const [kept, anew] = [await arrive(hash), await arrive(hash, reachKeeper())]
    if (JSON.stringify(kept) !== JSON.stringify(anew)) told.push(String(everybody[at]))
  }
  return told
}

test('A reach that is put on again is the one that was found, setting by setting, for everybody.', async () => {
  for (const hash of hashes) {
    const first = await arrive(hash)
    const before = found
    expect(await arrive(hash)).toEqual(first)
    expect(found).toBe(before)
  }
  expect(found).toBe(hashes.length)
})

test('Who wears no hat is found anew each time, and so is who shows nothing that opens.', async () => {
  for (const person of ['former-guardian', 'left-staff'] as const) {
    const hash = tokenHash(1, person)
    expect(await arrive(hash)).toEqual(await arrive(hash))
  }
  expect((await arrive(Buffer.alloc(32))).entered).toBe(null)
  expect(found).toBe(0)
})

const long = '2020-08-01'
const lettersEnds = `insert into app.letter_end (school_id, letter_id) values ('${idOf(1, 'school')}', '${idOf(1, 'letter ended')}')`
const lettersEnd = `app.letter_end where school_id = '${idOf(1, 'school')}' and letter_id = '${idOf(1, 'letter ended')}'`
const changes: readonly (readonly [what: string, change: string, back: string])[] = [
  [
    'a relation ends',
    `update app.guardianship set ended_on = '2021-01-01' where id = '${idOf(1, 'guards guardian')}'`,
    `update app.guardianship set ended_on = null where id = '${idOf(1, 'guards guardian')}'`,
  ],
  [
    'a relation begins',
    `insert into app.guardianship (school_id, id, pupil_id, guardian_id, relation, started_on) values ('${idOf(1, 'school')}',
      '${idOf(1, 'fresh')}', '${idOf(1, 'classmate')}', '${idOf(1, 'guardian')}', 'other', '${long}')`,
    `delete from app.guardianship where id = '${idOf(1, 'fresh')}'`,
  ],
  [
    'a guardian is to ask from now on',
    `insert into app.guardianship_authority (school_id, id, guardianship_id, guardian_id, pupil_id, state, started_on) values
      ('${idOf(1, 'school')}', '${idOf(1, 'fresh')}', '${idOf(1, 'guards guardian')}', '${idOf(1, 'guardian')}',
      '${idOf(1, 'child')}', 'on_request', '${long}')`,
    `delete from app.guardianship_authority where id = '${idOf(1, 'fresh')}'`,
  ],
  [
    'a pupil of age closes what was open',
    `update app.adult_opening set closed_at = now() where id = '${idOf(1, 'opening')}'`,
    `update app.adult_opening set closed_at = null where id = '${idOf(1, 'opening')}'`,
  ],
  [
    'a substitute is called off',
    `update app.group_substitute set ended_at = now() where id = '${idOf(1, 'substitution')}'`,
    `update app.group_substitute set ended_at = null where id = '${idOf(1, 'substitution')}'`,
  ],
  [
    'a function ends',
    `update app.person_role set ended_on = '2021-01-01' where id = '${idOf(1, 'class parent')}'`,
    `update app.person_role set ended_on = null where id = '${idOf(1, 'class parent')}'`,
  ],
  [
    'a pupil leaves',
    `update app.pupil set left_on = '2021-01-01' where person_id = '${idOf(1, 'child')}'`,
    `update app.pupil set left_on = null where person_id = '${idOf(1, 'child')}'`,
  ],
  [
    'a place in a group ends',
    `update app.group_member set ended_on = '2021-01-01' where id = '${idOf(1, 'member child')}'`,
    `update app.group_member set ended_on = null where id = '${idOf(1, 'member child')}'`,
  ],
  [
    'teaching ends',
    `update app.group_teacher set ended_on = '2021-01-01' where id = '${idOf(1, 'teaches teacher 4B')}'`,
    `update app.group_teacher set ended_on = null where id = '${idOf(1, 'teaches teacher 4B')}'`,
  ],
  [
    'a role ends',
    `update app.staff_role set ended_on = '2021-01-01' where id = '${idOf(1, 'role teacher')}'`,
    `update app.staff_role set ended_on = null where id = '${idOf(1, 'role teacher')}'`,
  ],
  [
    'an employment ends',
    `update app.staff set ended_on = '2021-01-01' where person_id = '${idOf(1, 'teacher')}'`,
    `update app.staff set ended_on = null where person_id = '${idOf(1, 'teacher')}'`,
  ],
  [
    'a name changes',
    `update app.person set first_name = 'Anders' where id = '${idOf(1, 'guardian')}'`,
    `update app.person set first_name = 'guardian' where id = '${idOf(1, 'guardian')}'`,
  ],
  [
    'a school is named anew',
    `update app.school set name = 'Anders' where id = '${idOf(1, 'school')}'`,
    `update app.school set name = 'School 1' where id = '${idOf(1, 'school')}'`,
  ],
  [
    'a language is chosen',
    `update app.account set language = 'en' where id = '${idOf(1, 'account guardian')}'`,
    `update app.account set language = 'nl' where id = '${idOf(1, 'account guardian')}'`,
  ],
  [
    'an account loses its person',
    `delete from app.account_person where account_id = '${idOf(1, 'account guardian')}'`,
    `insert into app.account_person values ('${idOf(1, 'school')}', '${idOf(1, 'guardian')}', '${idOf(1, 'account guardian')}')`,
  ],
  [
    'an account gets a person at another school',
    `insert into app.guardianship (school_id, id, pupil_id, guardian_id, relation, started_on) values ('${idOf(2, 'school')}',
      '${idOf(2, 'fresh')}', '${idOf(2, 'child')}', '${idOf(2, 'spare')}', 'other', '${long}');
    insert into app.account_person values ('${idOf(2, 'school')}', '${idOf(2, 'spare')}', '${idOf(1, 'account guardian')}')`,
    `delete from app.account_person where person_id = '${idOf(2, 'spare')}';
    delete from app.guardianship where id = '${idOf(2, 'fresh')}'`,
  ],
  [
    'a second letter is answered on a device',
    `insert into app.letter_use (school_id, letter_id, account_id, session_id, pupil_id, person_id) values ('${idOf(1, 'school')}',
      '${idOf(1, 'letter open')}', '${idOf(1, 'account letter-guardian')}', '${idOf(1, 'session letter-guardian')}',
      '${idOf(1, 'classmate')}', '${idOf(1, 'letter-guardian')}')`,
    `delete from app.letter_use where letter_id = '${idOf(1, 'letter open')}'`,
  ],
  [
    'a letter is replaced with what it opened',
    `insert into app.letter_end (school_id, letter_id) values ('${idOf(1, 'school')}', '${idOf(1, 'letter used')}')`,
    `delete from app.letter_end where letter_id = '${idOf(1, 'letter used')}'`,
  ],
  ['what was replaced is no longer so', `delete from ${lettersEnd}`, lettersEnds],
]

test.each(changes)('When %s, nobody is told what was kept before.', async (_what, change, back) => {
  expect(await misled()).toEqual([])
  const before = JSON.stringify(await Promise.all(hashes.map((hash) => arrive(hash, reachKeeper()))))
  await db.owner.query(change)
  expect(await misled()).toEqual([])
  expect(JSON.stringify(await Promise.all(hashes.map((hash) => arrive(hash, reachKeeper()))))).not.toBe(before)
  await db.owner.query(back)
  expect(await misled()).toEqual([])
})

test('A change holds from the moment at which it is committed, however long its transaction was open before.', async () => {
  const other = new pg.Client(db.config('postgres'))
  await other.connect()
  const [slow, fast] = [changes[0], changes[4]]
  await other.query('begin')
  await other.query(slow?.[1] ?? '')
  // Found while that change is not there yet, and after one that began later and came first.
  await db.owner.query(fast?.[1] ?? '')
  expect(await misled()).toEqual([])
  const kept = found
  expect(await misled()).toEqual([])
  expect(found).toBe(kept)
  await other.query('commit')
  expect((await arrive(tokenHash(1, 'guardian'))).entered?.hat).toBe(null)
  expect(await misled()).toEqual([])
  await other.query('begin')
  await other.query('savepoint one')
  await other.query(slow?.[2] ?? '')
  await other.query('rollback to one')
  await other.query('commit')
  expect(await misled()).toEqual([])
  await other.end()
  for (const change of [slow, fast]) await db.owner.query(change?.[2] ?? '')
})

test('Readers and writers at once: who reads after a change was committed is told of it, every time.', async () => {
  const hash = tokenHash(1, 'co-guardian')
  const relation = `where id = '${idOf(1, 'guards co-guardian')}'`
  const wrong: string[] = []
  // The turn is odd as long as a change is on its way.
  const now = { reading: true, turn: 0, ended: false, judged: 0 }
  const reader = async (): Promise<void> => {
    while (now.reading) {
      const [turn, was] = [now.turn, now.ended]
      const { entered } = await arrive(hash)
      if (turn !== now.turn || turn % 2 === 1) continue
      now.judged += 1
      if ((entered?.hat === null) !== was) wrong.push(`${was} ${entered?.hat}`)
    }
  }
  const readers = Promise.all(Array.from({ length: 3 }, reader))
  for (let round = 0; round < 150; round += 1) {
    const { judged } = now
    now.turn += 1
    const end = round % 2 === 0
    await db.owner.query(`update app.guardianship set ended_on = ${end ? `'2021-01-01'` : 'null'} ${relation}`)
    now.ended = end
    now.turn += 1
    // However busy the machine is, somebody reads between two changes, and somebody while one is on its way.
    for (let waited = 0; waited < 1000 && now.judged === judged; waited += 4)
      await new Promise((resolve) => setTimeout(resolve, 4))
  }
  now.reading = false
  await readers
  expect(wrong).toEqual([])
  expect(now.judged).toBeGreaterThanOrEqual(100)
}, 120_000)

test('A session that ended opens nothing, however lately it was used, and a hat that was changed is the hat.', async () => {
  const hash = tokenHash(1, 'two-hats', 'staff')
  const session = `where id = '${idOf(1, 'session two-hats staff')}'`
  expect((await arrive(hash)).entered?.hat).toBe('staff')
  await db.owner.query(`update app.session set hat = 'guardian' ${session}`)
  expect((await arrive(hash)).entered?.hat).toBe('guardian')
  await db.owner.query(`update app.session set ended_at = now() ${session}`)
  const shut = await arrive(hash)
  expect(shut.entered).toBe(null)
  // Of what was kept, nothing is put on: only the token that was shown.
  expect(shut.settings).toBe(`${';'.repeat(names.length + lists.length - 1)}${hash.toString('hex')}`)
  await db.owner.query(`update app.session set ended_at = null, hat = 'staff', expires_at = '2021-01-01' ${session}`)
  expect((await arrive(hash)).entered).toBe(null)
  await db.owner.query(`update app.session set expires_at = '2099-01-01' ${session}`)
})

test('At midnight a reach is found anew.', async () => {
  const hash = tokenHash(1, 'co-guardian')
  await db.owner.query(
    `update app.guardianship set ended_on = '2026-11-24' where id = '${idOf(1, 'guards co-guardian')}'`,
  )
  await db.setNow('2026-11-23T22:59:00Z')
  expect((await arrive(hash)).entered?.hat).toBe('guardian')
  await db.setNow('2026-11-23T23:01:00Z')
  expect((await arrive(hash)).entered?.hat).toBe(null)
  await db.setNow(null)
})

test('Whatever entering reads leaves word of its changes, but for the session, which is read each time.', async () => {
  const { rows: bodies } = await db.owner.query<{ body: string }>(
    `select prosrc as body from pg_proc where pronamespace = 'app'::regnamespace and proname in ('enter', 'standings', 'reach')`,
  )
  expect(bodies).toHaveLength(3)
  const read = bodies.flatMap(({ body }) =>
    [...body.matchAll(/(?:from|join) app\.(\w+)\b(?! *\()/g)].map(([, name = '']) => name),
  )
  const { rows: watched } = await db.owner.query<{ table: string; events: string }>(
    `select c.relname as table, string_agg(substr(t.tgname, 13), ' ' order by t.tgname) as events from pg_trigger t
      join pg_class c on c.oid = t.tgrelid where t.tgname like 'makes_reach_%' and t.tgenabled = 'A' group by 1`,
  )
  const events = new Map(watched.map((row) => [row.table, row.events]))
  const wanted = [...new Set(read)].filter((name) => name !== 'session').toSorted((a, b) => a.localeCompare(b))
  expect(wanted.length).toBeGreaterThan(8)
  // A school or an account that is new is in nobody's reach, and neither is ever deleted while serving.
  for (const table of wanted)
    expect([table, events.get(table)]).toEqual([
      table,
      table === 'school' || table === 'account' ? 'update' : 'delete insert update',
    ])
})

test('Nothing is kept for longer than a minute, nor more than there is room for.', () => {
  let now = 0
  const small = reachKeeper(() => now, 25)
  const entered = {} as Entered
  const hash = (n: number): Buffer => Buffer.alloc(32, n)
  small.keep(hash(1), { kept: 'x'.repeat(10), entered })
  now = 30_000
  small.keep(hash(2), { kept: 'x'.repeat(10), entered })
  now = 59_999
  expect(small.find(hash(1))).not.toBe(null)
  now = 60_000
  expect(small.find(hash(1))).toBe(null)
  expect(small.find(hash(2))).not.toBe(null)
  small.keep(hash(3), { kept: 'x'.repeat(20), entered })
  expect(small.find(hash(2))).toBe(null)
  expect(small.find(hash(3))).not.toBe(null)
  small.forget(hash(3))
  expect(small.find(hash(3))).toBe(null)
})

test('Word of a change is cleared after two days, and not before.', async () => {
  await db.owner.query(`delete from app.reach_change; insert into app.reach_change (scope_id, xid, at) values
    ('${idOf(1, 'school')}', '5', app.now() - interval '47 hours'), ('${idOf(1, 'school')}', '6', app.now() - interval '49 hours')`)
  await asTask(db.app as unknown as Kysely<ReachTables>, 'purge', null, purgeReachChanges)
  const { rows } = await db.owner.query('select xid::text from app.reach_change')
  expect(rows).toEqual([{ xid: '5' }])
})

test('The program cannot make a reach older or younger by hand: the number of the transaction is not its to say.', async () => {
  const asApp = new pg.Client(db.config(appRole))
  await asApp.connect()
  await asApp.query('begin')
  await asApp.query('select app.enter($1)', [tokenHash(1, 'office')])
  await expect(
    asApp.query(`insert into app.reach_change (scope_id, xid) values ('${idOf(1, 'school')}', '7')`),
  ).rejects.toMatchObject({ code: '42501' })
  await asApp.end()
})
