// What the gate before results costs: a guardian's question against the same one without policies and gate; a release of 100,000 results
// against the bare writing of its rows, and what readers notice of it; and the same question where 300 schools share one installation.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import type pg from 'pg'
import { withClient } from '#platform/db/embedded-database.ts'
import { asSuperuser, makeDataFolder, tokenOf } from './bench-house.ts'
import type { Figure } from './figure.ts'
import { addUnreleased, fillResults } from './fill-results.ts'
import { load, median, type Target } from './load.ts'
import { paced, share } from './paced.ts'
import { bundled, socketFolderOf, startServer } from './program.ts'
import { unreleasedTime } from './unreleased-time.ts'

/** The readers with three children. */
const guardian = 2
const weeks = 1
const batch = 100_000

type Inside = { ask: (deed: string) => Promise<readonly number[]>; stop: () => Promise<void> }

/** A filled house with its server, and a process that asks its database. */
const house = async (schools: number, unreleased = 0) => {
  const { dataDir, remove } = await makeDataFolder({ schools, weeks })
  const server = await startServer(dataDir)
  const socketDir = socketFolderOf(dataDir)
  const school = await withClient(asSuperuser(socketDir), async (owner) => {
    // What is to be measured must not be done every minute beside it.
    await owner.query(`delete from pgboss.schedule where name like 'results.%'`)
    await owner.query(`delete from pgboss.job where name like 'results.%'`)
    await fillResults(owner)
    return unreleased > 0 ? addUnreleased(owner, unreleased) : ''
  })
  const inside = await startInside(socketDir, school)
  const end = async (): Promise<void> => {
    await inside.stop()
    await server.stop()
    remove()
  }
  return { server, socketDir, inside, end }
}

const startInside = async (socketDir: string, school: string): Promise<Inside> => {
  const file = join(import.meta.dirname, '..', await bundled('bench/results-inside.ts'))
  const child = spawn(process.execPath, [file, socketDir, tokenOf(guardian), school], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    ask: async (deed) => {
      child.stdin.write(`${deed}\n`)
      const line = await lines.next()
      if (line.done === true) throw new Error(`no answer to ${deed}`)
      return line.value.split(' ').map(Number)
    },
    stop: async () => {
      child.stdin.end()
      await ended
    },
  }
}

/** Medians of deeds that take turns. @returns milliseconds and the other figure of each */
const inTurn = async (deeds: readonly (() => Promise<readonly number[]>)[], rounds: number) => {
  const took = deeds.map((): number[] => [])
  const last: number[] = []
  for (let round = 0; round < rounds; round += 1)
    for (const [place, deed] of deeds.entries()) {
      const [ms = 0, more = 0] = await deed()
      if (round >= rounds / 5) took[place]?.push(ms)
      last[place] = more
    }
  return { took: took.map(median), more: last }
}

const progressOn = (port: number): Target => ({
  port,
  path: () => '/voortgang',
  headers: () => ({ cookie: `samenspraak=${tokenOf(guardian)}`, 'accept-encoding': 'identity' }),
})

export const listening = async (): Promise<Figure[]> => {
  const { server, socketDir, end } = await house(1)
  const figure = await withClient(asSuperuser(socketDir), (owner) =>
    unreleasedTime(owner, progressOn(server.port), tokenOf(guardian)),
  )
  await end()
  return [figure]
}

export const gateAndRelease = async (): Promise<Figure[]> => {
  const { server, socketDir, inside, end } = await house(1, batch)
  const page = progressOn(server.port)
  const gate = await gateFigure(inside, page)
  const released = await withClient(asSuperuser(socketDir), (owner) => releaseFigures(owner, inside, page))
  await end()
  return [gate, ...released]
}

const gateFigure = async ({ ask }: Inside, page: Target): Promise<Figure> => {
  const { took, more } = await inTurn([() => ask('ungated'), () => ask('gated')], 60)
  const [bare = 1, ours = 0] = took
  const { p50, bytes } = await load(page, 1, 3000)
  return {
    name: 'progress-gate',
    ratio: ours / bare,
    target: 1.5,
    wanted: 'at most',
    note: `${more[1]} of ${more[0]} results of three children in ${ours.toFixed(1)} ms, without gate and policies ${bare.toFixed(1)} ms; the page of one child ${p50.toFixed(1)} ms, ${bytes} bytes`,
  }
}

const releaseRounds = 3
/** How long readers are watched while nothing is released. */
const quietMs = 6000

const releaseFigures = async (owner: pg.Client, { ask }: Inside, page: Target): Promise<Figure[]> => {
  await owner.query(`create schema bench;
    create table bench.result_release (like app.result_release including all);
    alter table bench.result_release add foreign key (school_id, result_id, pupil_id)
      references app.result (school_id, id, pupil_id) on delete cascade;
    alter table bench.result_release add foreign key (school_id, released_by) references app.person (school_id, id);
    insert into bench.result_release select * from app.result_release`)
  const forget = async (): Promise<void> => {
    for (const table of ['app', 'bench'].map((schema) => `${schema}.result_release`)) {
      await owner.query(`delete from ${table} x using app.result r where r.school_id = x.school_id and r.id = x.result_id
        and r.entered_at > now() - interval '1 day'`)
      await owner.query(`vacuum analyze ${table}`)
    }
    await owner.query('checkpoint')
  }
  await forget()
  const took: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] }
  const waits: Record<'quiet' | 'busy', number[]> = { quiet: [], busy: [] }
  for (let round = 0; round < releaseRounds; round += 1) {
    const [bare = 0] = await ask('bare')
    const [ours = 0] = await ask('release')
    took.bare.push(bare)
    took.ours.push(ours)
    await forget()
    waits.quiet.push(...(await paced(page, quietMs)))
    const released = ask('release')
    waits.busy.push(...(await paced(page, ours, released)))
    await released
    await forget()
  }
  const [ours, bare] = [median(took.ours), median(took.bare)]
  const [quiet, busy] = [share(waits.quiet, 0.99), share(waits.busy, 0.99)]
  return [
    {
      name: 'release-batch',
      ratio: ours / bare,
      target: 3,
      wanted: 'at most',
      note: `${batch} results released in ${ours.toFixed(0)} ms, their rows alone written in ${bare.toFixed(0)} ms`,
    },
    {
      name: 'release-readers-p99',
      ratio: busy / quiet,
      target: 2,
      wanted: 'at most',
      note: `the progress page meanwhile ${busy.toFixed(1)} ms, else ${quiet.toFixed(1)} ms, over ${waits.busy.length} and ${waits.quiet.length} pages`,
    },
  ]
}

export const manySchools = async (): Promise<Figure[]> => {
  const one = await house(1)
  const many = await house(300)
  const { took } = await inTurn([() => one.inside.ask('gated'), () => many.inside.ask('gated')], 60)
  await one.end()
  await many.end()
  const [alone = 1, among = 0] = took
  return [
    {
      name: 'results-many-schools',
      ratio: among / alone,
      target: 1.25,
      wanted: 'at most',
      note: `the question of one guardian ${among.toFixed(1)} ms with the results of 300 schools, ${alone.toFixed(1)} ms with those of one`,
    },
  ]
}
