import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { ages, arrange, like, states } from './authority-states.ts'
import { cellsOf, connectAsApp, differences, type Cell } from './matrix.ts'
import { idOf, tokenHash } from './cast-names.ts'
import { makeMatrixCast } from './matrix-cast.ts'
import { parseAccess, type AccessTable } from './parse-access.ts'

vi.setConfig({ testTimeout: 240_000 })

const table = parseAccess(readFileSync('docs/access.md', 'utf8'))
let db: TestDatabase
let asApp: pg.Client

beforeAll(async () => {
  db = await freshDatabase()
  await makeMatrixCast(db.owner)
  asApp = await connectAsApp(db)
})
afterAll(async () => {
  await asApp.end()
  await db.drop()
})

// What is the guardian's own, whatever the school says of a child: name, account, and the row that says it.
const own = /^(own|guardian)-|^(login|other)-tries$|^asked-limit$/

/** The table as it reads for a guardian who stands as another actor does. */
const readAs = (actor: string, as: string): AccessTable => ({
  ...table,
  allows: (who, resource, verb) => table.allows(who === actor ? as : who, resource, verb),
})

const cells = (actor: string): Cell[] =>
  cellsOf(table).filter(({ actor: who, resource, place }) => who === actor && place === 'own' && !own.test(resource.id))

const cases = ages.flatMap((age) => states.flatMap((state) => states.map((other) => ({ age, state, other }))))

test.each(cases)(
  'With the child $age, a guardian $state and the other $other, each finds what the reviewed table says, whatever the other may.',
  async ({ age, state, other }) => {
    await arrange(db.owner, { age, guardians: { guardian: state, 'co-guardian': other } })
    for (const [actor, theirs] of [
      ['guardian', state],
      ['co-guardian', other],
    ] as const) {
      const as = like(theirs, age) === 'guardian' ? actor : like(theirs, age)
      const asked = cells(actor)
      expect(asked.length).toBeGreaterThan(50)
      expect(await differences(asApp, readAs(actor, as), asked)).toEqual([])
    }
  },
)

test('From the day of its review on a block is a request, by itself, and the day before it is not.', async () => {
  await arrange(db.owner, { age: 'under 16', guardians: { guardian: 'blocked', 'co-guardian': 'full' } })
  const hatOn = async (days: number): Promise<unknown> => {
    await db.setNow(null)
    const { rows } = await db.owner.query<{ at: Date }>('select app.now() + make_interval(days => $1) as at', [days])
    await db.setNow(rows[0]?.at.toISOString() ?? null)
    await asApp.query('begin')
    const { rows: entered } = await asApp.query<{ e: { hat: string | null; tells: { why: string }[] } }>(
      'select app.enter($1) as e',
      [tokenHash(1, 'guardian')],
    )
    await asApp.query('rollback')
    return [entered[0]?.e.hat ?? null, entered[0]?.e.tells?.map(({ why }) => why)]
  }
  expect(await hatOn(29)).toEqual([null, []])
  expect(await hatOn(30)).toEqual(['guardian', ['ask']])
  await db.setNow(null)
})

test('The database itself refuses a block without an order that names school or contact, and one without an end.', async () => {
  await arrange(db.owner, { age: 'under 16', guardians: { guardian: 'full', 'co-guardian': 'full' } })
  const id = (name: string) => idOf(1, name)
  const paper = async (kind: string, forbids: boolean): Promise<string> => {
    const { rows } = await db.owner.query<{ id: string }>(
      `insert into app.authority_document (school_id, kind, dated_on, forbids) values ($1, $2, '2026-01-01', $3) returning id`,
      [id('school'), kind, forbids],
    )
    return rows[0]?.id ?? ''
  }
  const block = (document: string | null, review: string) =>
    db.owner.query(
      `insert into app.guardianship_authority (school_id, guardianship_id, guardian_id, pupil_id, state, document_id, review_on)
        values ($1, $2, $3, $4, 'blocked', $5, ${review})`,
      [id('school'), id('guards guardian'), id('guardian'), id('child'), document],
    )
  const year = 'app.today() + 365'
  await expect(block(null, year)).rejects.toMatchObject({ code: '23514' })
  await expect(block(await paper('court_order', true), 'null')).rejects.toMatchObject({ code: '23514' })
  await expect(block(await paper('court_order', true), 'app.today() + 400')).rejects.toMatchObject({ code: '23514' })
  for (const [kind, forbids] of [
    ['court_order', false],
    ['child_protection', false],
    ['custody_register', true],
    ['other', true],
  ] as const)
    await expect(block(await paper(kind, forbids), year)).rejects.toMatchObject({ code: '23503' })
  await block(await paper('child_protection', true), year)
})
