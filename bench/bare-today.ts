// The bare limit: node:http and the same statements as guardian's "Vandaag", prepared, as a superuser whom no policy bounds.
import { createServer } from 'node:http'
import pg from 'pg'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
import { calendarQuery, childrenQuery, lessonsQuery } from '#modules/today/queries.ts'

const [socketDir = '', pageBytes = '0'] = process.argv.slice(2)
const pool = new pg.Pool({
  host: socketDir,
  user: 'postgres',
  database: 'samenspraak',
  max: 8,
  options: '-c search_path=app -c timezone=UTC -c plan_cache_mode=force_generic_plan',
})

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
const text = (query: RawBuilder<unknown>): string => query.compile(compiler).sql
const values = (query: RawBuilder<unknown>): unknown[] => [...query.compile(compiler).parameters]

const nobody = { schools: [], persons: [] }
const statements = {
  calendar: text(calendarQuery([])),
  children: text(childrenQuery(nobody)),
  lessons: text(lessonsQuery([], [])),
}

type Guardian = { schools: string[]; persons: string[]; boundTo: string[]; days: string[] }
const { rows: guardians } = await pool.query<{ school: string; person: string }>(
  `select g.school_id as school, g.guardian_id as person, min(a.login) as login from guardianship g
    join account_person ap on ap.school_id = g.school_id and ap.person_id = g.guardian_id join account a on a.id = ap.account_id
    group by 1, 2 order by length(min(a.login)), min(a.login)`,
)
const { rows: day } = await pool.query<{ days: string[] }>(
  `select array_agg(d::date::text) as days from generate_series(app.today(), app.today() + 14, interval '1 day') d where extract(isodow from d) < 6`,
)
const days = (day[0]?.days ?? []).slice(0, 3)

const sizeOf = (n: number, whole: string): string => whole.repeat(Math.ceil(n / Math.max(1, whole.length))).slice(0, n)
const ownerOf = (n: number): Guardian => {
  const { school = '', person = '' } = guardians[n % guardians.length] ?? {}
  return { schools: [school], persons: [person], boundTo: [], days }
}

createServer((request, response) => {
  const guardian = ownerOf(Number(request.url?.slice(1) ?? 0))
  const page = async (): Promise<void> => {
    const client = await pool.connect()
    try {
      const calendar = await client.query({
        name: 'calendar',
        text: statements.calendar,
        values: values(calendarQuery(guardian.schools)),
      })
      const children = await client.query({
        name: 'children',
        text: statements.children,
        values: values(childrenQuery(guardian)),
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
        text: statements.lessons,
        values: values(lessonsQuery(boundTo, guardian.days)),
      })
      const body = sizeOf(Number(pageBytes), JSON.stringify([calendar.rows, children.rows, lessons.rows]))
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
