// What agreements cost: the public page against the bare limit; which holds for a class, against a page of that class; and a
// month counted out of 300,000 rows of the ledger, against reading those rows alone.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type pg from 'pg'
import { withClient } from '#platform/db/embedded-database.ts'
import { hashOf } from '#platform/http/secrets.ts'
import { asSuperuser, makeDataFolder } from './bench-house.ts'
import type { Figure } from './figure.ts'
import { type Measured, type Target, load, median, medianOf as of } from './load.ts'
import { bundled, socketFolderOf, startProgram, startServer } from './program.ts'

const connections = 8
const rounds = 5
const roundMs = 3000

export const run = async (): Promise<Figure[]> => {
  const { dataDir, remove } = await makeDataFolder()
  const server = await startServer(dataDir)
  const socketDir = socketFolderOf(dataDir)
  const teacher = await withClient(asSuperuser(socketDir), addTeacher)
  const figures = [...(await publicPage(server.port, socketDir)), ...(await inside(server.port, socketDir, teacher))]
  await server.stop()
  remove()
  return figures
}

const publicPage = async (port: number, socketDir: string): Promise<Figure[]> => {
  const headers = () => ({ 'accept-encoding': 'identity' })
  const ours: Target = { port, path: () => '/scholen/bench0/afspraken', headers }
  const { bytes } = await load(ours, 1, 500)
  const bare = await startProgram([await bundled('bench/bare-agreements.ts'), socketDir, String(bytes)])
  const limit: Target = { port: bare.port, path: () => '/', headers }
  await load(ours, connections, 2000)
  await load(limit, connections, 2000)
  const runs: Record<'ours' | 'bare', Measured[]> = { ours: [], bare: [] }
  for (let round = 0; round < rounds; round += 1) {
    runs.bare.push(await load(limit, connections, roundMs))
    runs.ours.push(await load(ours, connections, roundMs))
  }
  await bare.stop()
  return [
    {
      name: 'agreements-page',
      ratio: of(runs.ours, 'perSecond') / of(runs.bare, 'perSecond'),
      target: 0.5,
      wanted: 'at least',
      note: `ours ${of(runs.ours, 'perSecond').toFixed(0)}/s, bare ${of(runs.bare, 'perSecond').toFixed(0)}/s, ${bytes} bytes`,
    },
    {
      name: 'agreements-page-p99',
      ratio: of(runs.ours, 'p99') / of(runs.bare, 'p99'),
      target: 2,
      wanted: 'at most',
      note: `ours ${of(runs.ours, 'p99').toFixed(1)} ms, bare ${of(runs.bare, 'p99').toFixed(1)} ms`,
    },
  ]
}

type Teacher = { token: string; school: string; group: string }

/** A teacher of the first class, signed in. */
const addTeacher = async (owner: pg.Client): Promise<Teacher> => {
  const token = 'bench-teacher'.padEnd(43, '-')
  const { rows } = await owner.query<{ school: string; group: string }>(
    `with one as (select school_id, person_id from app.staff limit 1),
      role as (insert into app.staff_role (school_id, person_id, role, started_on) select school_id, person_id, 'teacher', '2020-08-01' from one),
      taught as (insert into app.group_teacher (school_id, group_id, person_id, started_on)
        select o.school_id, g.id, o.person_id, '2020-08-01' from one o join app.school_group g on g.school_id = o.school_id and g.source_key = '1'
        returning school_id, group_id),
      account as (insert into app.account (login, password_hash) values ('bench-teacher', 'none') returning id),
      tie as (insert into app.account_person (school_id, person_id, account_id) select o.school_id, o.person_id, a.id from one o, account a),
      session as (insert into app.session (account_id, token_hash, hat, factor_at, idle, expires_at)
        select id, $1, 'staff', now(), interval '1 day', now() + interval '1 day' from account)
    select school_id as school, group_id as "group" from taught`,
    [hashOf(token)],
  )
  const [{ school, group } = { school: '', group: '' }] = rows
  return { token, school, group }
}

/** What is measured beside a running server, without its pages: bundled, for its modules hold pages too. */
const inside = async (port: number, socketDir: string, { token, school, group }: Teacher): Promise<Figure[]> => {
  const target: Target = {
    port,
    path: () => `/klassen/${group}`,
    headers: () => ({ cookie: `samenspraak=${token}`, 'accept-encoding': 'identity' }),
  }
  await load(target, 1, 1500)
  const page = median(
    [await load(target, 1, 800), await load(target, 1, 800), await load(target, 1, 800)].map(({ p50 }) => p50),
  )
  const file = join(import.meta.dirname, '..', await bundled('bench/agreements-inside.ts'))
  const told = execFileSync(process.execPath, [file, socketDir, token, school, group], { encoding: 'utf8' })
  const [added = 0, count = 0, scan = 1] = told.split(' ').map(Number)
  return [
    {
      name: 'agreements-class',
      ratio: added / page,
      target: 0.05,
      wanted: 'at most',
      note: `${added.toFixed(2)} ms for thirty pupils and three kinds, beside a page of the class of ${page.toFixed(1)} ms`,
    },
    {
      name: 'agreements-count',
      ratio: count / scan,
      target: 4,
      wanted: 'at most',
      note: `a month counted out of 300,000 rows in ${count.toFixed(0)} ms, the rows alone ${scan.toFixed(0)} ms`,
    },
  ]
}
