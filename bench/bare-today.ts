// The bare limit: node:http and the same statements as guardian's "Vandaag", prepared, as a superuser whom no policy bounds.
import { createServer } from 'node:http'
import pg from 'pg'
import { lessonsQuery } from '#modules/timetable/index.ts'
import { newsQuery } from '#modules/agreements/news-queries.ts'
import { currentQuery } from '#modules/announcements/current-queries.ts'
import { homeworkQuery } from '#modules/homework/queries.ts'
import { sentQuery } from '#modules/notes/queries.ts'
import { choicesQuery } from '#modules/sight/choice-queries.ts'
import { shownQuery } from '#modules/showings/queries.ts'
import { questionOffQuery } from '#modules/talk/queries.ts'
import { calendarQuery, childrenQuery } from '#modules/today/queries.ts'

const [socketDir = '', pageBytes = '0'] = process.argv.slice(2)
const pool = new pg.Pool({
  host: socketDir,
  user: 'postgres',
  database: 'samenspraak',
  max: 8,
  options: '-c search_path=app -c timezone=UTC -c plan_cache_mode=force_generic_plan',
})

type Guardian = { schools: string[]; persons: string[] }
const { rows: guardians } = await pool.query<{ school: string; person: string }>(
  `select g.school_id as school, g.guardian_id as person, min(a.login) as login from guardianship g
    join account_person ap on ap.school_id = g.school_id and ap.person_id = g.guardian_id join account a on a.id = ap.account_id
    group by 1, 2 order by length(min(a.login)), min(a.login)`,
)
// The days the page asks for: today, tomorrow and the next school day; the school of the bench has no holiday now.
const { rows: day } = await pool.query<{ days: string[] }>(
  `select array_agg(distinct d::text order by d::text) as days from (select app.today() + n as d from generate_series(0, 1) n
    union select min(app.today() + n) from generate_series(1, 4) n where extract(isodow from app.today() + n) < 6) x`,
)
const days = day[0]?.days ?? []

const sizeOf = (n: number, whole: string): string => whole.repeat(Math.ceil(n / Math.max(1, whole.length))).slice(0, n)
const ownerOf = (n: number): Guardian => {
  const { school = '', person = '' } = guardians[n % guardians.length] ?? {}
  return { schools: [school], persons: [person] }
}

type Child = { id: string; group: string | null }

/** The rest of the day, one question after the other on the same connection. */
const wholeDay = async (
  client: pg.PoolClient,
  { schools, persons }: Guardian,
  children: readonly Child[],
  groups: readonly string[],
): Promise<unknown[]> => {
  const pupils = children.map(({ id }) => id)
  const [today = ''] = days
  const week = new Date(Date.parse(today) + 7 * 86_400_000).toISOString().slice(0, 10)
  const rows: unknown[] = []
  for (const [name, { text }, values] of [
    ['homework', homeworkQuery, [groups, today, week]],
    ['question', questionOffQuery, [schools, persons]],
    ['notes', sentQuery, [schools, persons]],
    ['agreed', newsQuery, [schools, persons, pupils, groups, 'guardian', 'parents', 3, 30]],
    ['told', currentQuery, ['guardian', schools, persons, pupils, groups]],
    ['shown', shownQuery, [schools, pupils]],
    ['choices', choicesQuery, [schools, persons]],
  ] as const)
    rows.push((await client.query({ name, text, values: [...values] })).rows)
  return rows
}

createServer((request, response) => {
  const guardian = ownerOf(Number(request.url?.slice(1) ?? 0))
  const page = async (): Promise<void> => {
    const client = await pool.connect()
    try {
      const calendar = await client.query({
        name: 'calendar',
        text: calendarQuery.text,
        values: [guardian.schools],
      })
      const children = await client.query({
        name: 'children',
        text: childrenQuery.text,
        values: [guardian.schools, guardian.persons],
      })
      const boundTo = [
        ...new Set(
          children.rows.flatMap(({ id, group }: { id: string; group: string | null }) => [
            id,
            ...(group ? [group] : []),
          ]),
        ),
      ]
      const lessons = await client.query({
        name: 'lessons',
        text: lessonsQuery.text,
        values: [boundTo, days, days[0] ?? '', days.at(-1) ?? ''],
      })
      const rest = await wholeDay(client, guardian, children.rows, boundTo)
      const body = sizeOf(Number(pageBytes), JSON.stringify([calendar.rows, children.rows, lessons.rows, rest]))
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(body) })
        .end(body)
    } finally {
      client.release()
    }
  }
  page().catch((fault: unknown) => response.writeHead(500).end(String(fault)))
}).listen(0, '127.0.0.1', function (this: import('node:http').Server) {
  const address = this.address()
  process.stdout.write(`ready ${typeof address === 'object' ? address?.port : ''}\n`)
})
