// The bare limit: node:http and the same statements as the public page of a school, prepared, as a superuser whom no policy bounds.
import { createServer } from 'node:http'
import pg from 'pg'
import { shownQuery } from '#modules/agreements/queries.ts'
import { keptQuery, openThemesQuery, showQuery } from '#modules/agreements/shown-queries.ts'

const [socketDir = '', pageBytes = '0'] = process.argv.slice(2)
const pool = new pg.Pool({
  host: socketDir,
  user: 'postgres',
  database: 'samenspraak',
  max: 8,
  options: '-c search_path=app -c timezone=UTC -c plan_cache_mode=force_generic_plan',
})

const page = async (): Promise<string> => {
  const client = await pool.connect()
  try {
    const shown = await client.query<{ school: { id: string } }>({
      name: 'show',
      text: showQuery.text,
      values: ['bench0'],
    })
    const school = shown.rows[0]?.school.id ?? ''
    const rows: unknown[] = []
    for (const [name, { text }] of [
      ['shown', shownQuery],
      ['open', openThemesQuery],
      ['kept', keptQuery],
    ] as const)
      rows.push((await client.query({ name, text, values: [school] })).rows)
    const whole = JSON.stringify(rows)
    return whole.repeat(Math.ceil(Number(pageBytes) / Math.max(1, whole.length))).slice(0, Number(pageBytes))
  } finally {
    client.release()
  }
}

createServer((_, response) => {
  page()
    .then((body) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(body) })
        .end(body),
    )
    .catch((fault: unknown) => response.writeHead(500).end(String(fault)))
}).listen(0, '127.0.0.1', function (this: import('node:http').Server) {
  const address = this.address()
  process.stdout.write(`ready ${typeof address === 'object' ? address?.port : ''}\n`)
})
