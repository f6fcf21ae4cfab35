import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { signedIn } from '#platform/access/rules.ts'
import { openDatabase } from '#platform/db/connect.ts'
import { PreparingClient } from '#platform/db/preparing-client.ts'
import { appRole } from '#platform/db/embedded-database.ts'
import { txOf, type AppContext } from '#platform/http/app-env.ts'
import { only } from '#platform/http/only.ts'
import { idOf, tokenHash } from '#test/access/cast-names.ts'
import {
  accessTable,
  actorNamed,
  httpActors,
  closeHouse,
  httpHouse,
  type HttpActor,
  type HttpHouse,
} from './http-cast.ts'
import { base, readerOf, type App } from './reader.ts'
import { cellsOfRoute, expectedOf, requestOf, type RouteCell } from './route-cells.ts'

const requests = 10_000
const atOnce = 32

// Hundreds of requests in a test; a busy machine gets the time it needs.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let house: HttpHouse
let app: App
beforeAll(async () => {
  house = await httpHouse()
  app = withBreaks(house.appWith({}))
  await markEverybody(house.db.owner)
})
afterAll(() => closeHouse(house))

/** Every name in the database becomes one of its own, so that a page says by its letters whose data stand on it. */
const markEverybody = (owner: pg.Client): Promise<unknown> =>
  owner.query(`create function pg_temp.mark(id uuid, part text) returns text language sql as
      $$ select 'Zq' || left(encode(sha256(convert_to(id::text || part, 'UTF8')), 'hex'), 12) || 'q' $$;
    update app.person set first_name = pg_temp.mark(id, 'first'), last_name = pg_temp.mark(id, 'last');
    update app.lesson set title = pg_temp.mark(id, 'title'), place = pg_temp.mark(id, 'place');
    update app.homework set title = pg_temp.mark(id, 'homework'), details = pg_temp.mark(id, 'details');
    update app.day_off set name = pg_temp.mark(id, 'name');
    update app.report_period set name = pg_temp.mark(id, 'name');
    update app.calendar_event set name = pg_temp.mark(id, 'name'), line = pg_temp.mark(id, 'line');
    update app.child_note_text set words = pg_temp.mark(note_id, 'words'), sender = pg_temp.mark(note_id, 'sender');
    update app.sight_request set reason = pg_temp.mark(id, 'reason'), sender = pg_temp.mark(id, 'sender');
    update app.assessment set subject = pg_temp.mark(id, 'subject'), title = pg_temp.mark(id, 'title');
    update app.result set words = pg_temp.mark(id, 'words');
    update app.result_release set reason = pg_temp.mark(result_id, reader) where reason is not null;
    update app.exam_change set reason = pg_temp.mark(id, 'reason');
    update app.school_group set name = pg_temp.mark(id, 'name');
    update app.school set name = pg_temp.mark(id, 'name'), key = lower(pg_temp.mark(id, 'key'));
    update app.person_contact set street = pg_temp.mark(person_id, 'street'), phone = null, email = null;
    update app.roster_import set file_name = pg_temp.mark(id, 'file')`)

const marks = (text: string): string[] => text.match(/Zq[0-9a-f]{12}q/gi) ?? []

const everyMark = `select first_name || ' ' || last_name as mark from app.person
  union all select title || ' ' || coalesce(place, '') from app.lesson
  union all select title || ' ' || details from app.homework union all select words || ' ' || sender from app.child_note_text
  union all select reason || ' ' || sender from app.sight_request union all select name from app.day_off union all select name || ' ' || line from app.calendar_event
  union all select name from app.report_period union all select subject || ' ' || title from app.assessment
  union all select words from app.result union all select reason from app.result_release union all select reason from app.exam_change
  union all select name from app.school_group union all select name || ' ' || key from app.school
  union all select street from app.person_contact union all select file_name from app.roster_import`

/** The marks that the policies, which have a test of their own, let this one read. */
const reachOf = async (db: pg.Client, { token, school, person, hat }: HttpActor): Promise<Set<string>> => {
  await db.query('begin')
  // Entering itself tells the first name of a child about whom the school is to be asked.
  const entered =
    token !== null && person !== null
      ? await db.query<{ tells: string | null }>(`select app.enter($1) ->> 'tells' as tells`, [
          tokenHash(school, person, hat),
        ])
      : null
  const { rows } = await db.query<{ mark: string | null }>(everyMark)
  await db.query('rollback')
  const told = marks(entered?.rows[0]?.tells ?? '')
  return new Set([...told, ...rows.flatMap(({ mark }) => marks(mark ?? ''))])
}

/** Pages that break halfway, for who is signed in: a statement that fails, and a fault of ours after one that worked. */
const withBreaks = (broken: App): App => {
  const look = (c: AppContext) => sql`select count(*) from person`.execute(txOf(c))
  broken.get('/stuk/vraag', only(signedIn), async (c) => {
    await look(c)
    await sql`select 1 / (select count(*) - count(*) from person)`.execute(txOf(c))
    return c.text('')
  })
  broken.get('/stuk/antwoord', only(signedIn), async (c) => {
    await look(c)
    throw new TypeError('broken on purpose')
  })
  return broken
}

const cells = accessTable.routes
  .filter(({ method, path }) => method === 'GET' && !path.startsWith('/assets') && !path.startsWith('/health'))
  // What a school shows to anybody is nobody's own, and found by the key that is marked here.
  .filter(({ path }) => !path.startsWith('/scholen/'))
  .flatMap((route) => httpActors.flatMap((actor) => cellsOfRoute(route, actor)))

// The same sequence in each run, so that a failure can be looked at again.
const dice = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const broken = async (actor: HttpActor, path: string): Promise<string[]> => {
  const answer = await readerOf(app, actor.token).ask(path)
  const wanted = actor.token === null ? 303 : 500
  return [...(answer.status === wanted ? [] : [`${path}: ${answer.status}`]), ...marks(await answer.text())]
}

/** A form whose sender goes away halfway. */
const leftHalfway = async (actor: HttpActor): Promise<string[]> => {
  const body = new ReadableStream({
    pull: (controller) => controller.error(new Error('gone')),
  })
  const headers = { origin: base, 'content-type': 'application/x-www-form-urlencoded' }
  const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit
  const { status } = await readerOf(app, actor.token).ask('/school/regio', init)
  return status === 400 ? [] : [`a form left halfway: ${status}`]
}

test('in ten thousand requests of everybody at once nobody is told anything of another', async () => {
  const asApp = new pg.Client(house.db.config(appRole))
  await asApp.connect()
  const reach = new Map<string, Set<string>>()
  for (const actor of httpActors) reach.set(actor.name, await reachOf(asApp, actor))
  await asApp.end()
  const random = dice(20_261_123)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] ?? pick(list)
  const found: string[] = []
  let told = 0
  const ask = async (cell: RouteCell): Promise<void> => {
    const { path } = requestOf(cell)
    const answer = await readerOf(app, cell.actor.token).ask(path)
    const wanted = expectedOf(cell)
    if (answer.status !== wanted) found.push(`${cell.actor.name} ${path}: ${answer.status}, not ${wanted}`)
    const own = reach.get(cell.actor.name)
    const read = marks(await answer.text())
    told += read.length
    const strange = read.filter((mark) => own?.has(mark) !== true)
    if (strange.length > 0) found.push(`${cell.actor.name} ${path} read ${strange.join()}`)
  }
  let left = requests
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const actor = pick(httpActors)
      if (left % 50 === 0) found.push(...(await broken(actor, pick(['/stuk/vraag', '/stuk/antwoord']))))
      else if (left % 50 === 1) found.push(...(await leftHalfway(actor)))
      else await ask(pick(cells))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  expect(found).toEqual([])
  // Many of these requests are refused, and a refusal tells nothing.
  expect(told).toBeGreaterThan(requests / 2)
})

const settings = ['account', 'session', 'hat', 'persons', 'schools', 'office', 'pupils', 'groups', 'task', 'presented']
const left = sql<{ pid: number; left: string; people: number }>`select pg_backend_pid() as pid,
  concat(${sql.join(settings.map((name) => sql`current_setting(${`app.${name}`}, true)`))}) as left,
  (select count(*)::int from person) as people`

test('after a fault halfway the next user of that connection finds nothing left, and no transaction open', async () => {
  const db = openDatabase<never>({ ...house.db.config(appRole), max: 1 })
  const one = withBreaks(house.appWith({ db }))
  const office = readerOf(one, actorNamed('office').token)
  for (const path of ['/stuk/vraag', '/stuk/antwoord', '/leerlingen/geen-id', '/leerlingen']) {
    const { status } = await office.ask(path)
    expect([500, 404, 200]).toContain(status)
    const { rows } = await left.execute(db)
    expect(rows.map(({ left: rest, people }) => [rest, people])).toEqual([['', 0]])
    const idle = await house.db.owner.query(
      `select count(*)::int as open from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    )
    expect(idle.rows).toEqual([{ open: 0 }])
    expect((await readerOf(one, null).ask('/leerlingen')).status).toBe(303)
  }
  await db.destroy()
})

const count = 'select count(*)::int as people from app.person'

test.each([
  ['a text', (client: pg.Client) => client.query(count)],
  ['a text with values', (client: pg.Client) => client.query(`${count} where id <> $1`, [idOf(1, 'nobody')])],
  ['a statement of its own', (client: pg.Client) => client.query({ text: count })],
  [
    'a statement with a callback',
    (client: pg.Client) =>
      new Promise<unknown>((resolve, reject) => {
        client.query(count, (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result)))
      }),
  ],
])('what is asked as %s right after a read, on the same connection, is asked by nobody', async (_how, ask) => {
  const client: pg.Client = new PreparingClient(house.db.config(appRole))
  await client.connect()
  await client.query('start transaction read only')
  await client.query('select app.enter($1)', [tokenHash(1, 'office')])
  const reader: unknown = await client.query(count)
  await client.query('commit')
  const next: unknown = await ask(client)
  const { rows: everybody } = await house.db.owner.query(
    `select count(*)::int as people from app.person where school_id = $1`,
    [idOf(1, 'school')],
  )
  expect(reader).toMatchObject({ rows: everybody })
  expect(next).toMatchObject({ rows: [{ people: 0 }] })
  await client.end()
})

test('a connection that is cut halfway is replaced, and the next reader is told nothing of the one before', async () => {
  const db = openDatabase<never>({ ...house.db.config(appRole), max: 1 })
  const one = house.appWith({ db })
  const office = readerOf(one, actorNamed('office').token)
  const guardian = readerOf(one, actorNamed('guardian').token)
  expect((await office.ask('/leerlingen')).status).toBe(200)
  for (let round = 0; round < 5; round += 1) {
    const { rows } = await left.execute(db)
    const asked = office.ask('/leerlingen')
    await house.db.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    expect([200, 500]).toContain((await asked).status)
    // Whether the pool knows already that the connection is gone is a matter of moments.
    const answers = [await guardian.ask('/leerlingen'), await guardian.ask('/leerlingen')]
    expect(answers.at(-1)?.status).toBe(404)
    expect((await left.execute(db)).rows.map(({ left: rest, people }) => [rest, people])).toEqual([['', 0]])
  }
  await db.destroy()
})

test('who has no context finds no row of anybody in any table', async () => {
  const closed = new Set(accessTable.resources.filter(({ scope }) => scope !== 'open').map(({ table }) => table))
  expect(closed.size).toBeGreaterThan(20)
  const found: string[] = []
  for (const table of closed) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(
      house.db.app,
    )
    if (rows[0]?.count !== 0) found.push(`${table}: ${rows[0]?.count}`)
    const full = await house.db.owner.query(`select 1 from app.${table} limit 1`)
    if (full.rowCount === 0) found.push(`${table} is empty, so this proves nothing`)
  }
  expect(found).toEqual([])
})
