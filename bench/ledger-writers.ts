// What the ledger costs the writers of one school: npm run bench -- --only ledger-writers, or by itself with the whole table.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { openDatabase } from '#platform/db/connect.ts'
import { appDatabase, appRole, layEmbedded, withClient } from '#platform/db/embedded-database.ts'
import { startEmbedded, type EmbeddedDatabase } from '#platform/db/embedded/start-embedded.ts'
import { checkLedger } from '#platform/ledger/check-ledger.ts'
import { sealWaiting } from '#platform/ledger/seal.ts'
import { startSealer } from '#platform/ledger/sealer.ts'
import { bare, layBenchTables, recorded, serialised, type Way } from './ledger-ways.ts'

export type Figure = { name: string; ratio: number; target: number; note: string }

type WayName = 'sealed' | 'unsealed' | 'serialised' | 'bare'
type PerSecond = Record<WayName, number>

const ways: readonly [WayName, Way][] = [
  ['sealed', recorded],
  ['unsealed', recorded],
  ['serialised', serialised],
  ['bare', bare],
]
const noAnchor = { anchor: async () => 0 }
const refuse = (error: unknown): never => {
  throw error
}

/** Runs the four ways in turn, several rounds, on a database that waits for the disk. */
export const run = async (): Promise<Figure[]> =>
  onOwnDatabase(async (database) => {
    const { bare, sealed, unsealed, serialised } = await compare(database, 8, 3, 1500)
    const note = `8 writers on one school: ${rounded({ sealed, unsealed, serialised, bare })} per second`
    return [
      { name: 'ledger-writers', ratio: sealed / bare, target: 0.5, note },
      { name: 'ledger-sealing', ratio: sealed / unsealed, target: 0.8, note },
      { name: 'ledger-not-serialised', ratio: sealed / serialised, target: 1.2, note },
    ]
  })

const rounded = (figures: PerSecond): string =>
  Object.entries(figures)
    .map(([name, value]) => `${name} ${Math.round(value)}`)
    .join(', ')

const onOwnDatabase = async <R>(use: (database: EmbeddedDatabase) => Promise<R>): Promise<R> => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-bench-'))
  const database = await startEmbedded({ dataDir: folder, log: () => undefined })
  try {
    await layEmbedded((user, name) => database.connection(user, name))
    await withClient(database.connection('postgres', appDatabase), (owner) => layBenchTables(owner, appRole))
    return await use(database)
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Median transactions per second of each way, the ways taking turns. */
const compare = async (database: EmbeddedDatabase, writers: number, rounds: number, ms: number): Promise<PerSecond> => {
  const connection = database.connection(appRole, appDatabase)
  const db = openDatabase<never>({ ...connection, max: writers + 1 })
  const sealing = openDatabase<never>({ ...connection, max: 1 })
  const found: Record<WayName, number[]> = { sealed: [], unsealed: [], serialised: [], bare: [] }
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, way] of ways) {
      const school = randomUUID()
      await withClient(database.connection('postgres', appDatabase), (owner) =>
        owner.query('insert into bench.head values ($1, 0, sha256($2))', [school, '']),
      )
      const sealer = name === 'sealed' ? startSealer(sealing, noAnchor, { onError: refuse }) : null
      const rate = await writeFor(db, way, school, writers, ms)
      await sealer?.stop()
      await sealWaiting(sealing)
      // The first round warms up.
      if (round > 0) found[name].push(rate)
    }
  }
  const { faults } = await checkLedger(sealing, null)
  if (faults.length > 0) throw new Error(`The chains do not verify: ${JSON.stringify(faults[0])}`)
  await db.destroy()
  await sealing.destroy()
  const median = (rates: number[]): number => rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0
  return {
    sealed: median(found.sealed),
    unsealed: median(found.unsealed),
    serialised: median(found.serialised),
    bare: median(found.bare),
  }
}

const writeFor = async (db: Kysely<never>, way: Way, school: string, writers: number, ms: number): Promise<number> => {
  const begun = performance.now()
  let written = 0
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (performance.now() - begun < ms) {
        await way(db, school)
        written += 1
      }
    }),
  )
  return (written * 1000) / (performance.now() - begun)
}

if (import.meta.main) {
  const table = await onOwnDatabase(async (database) => {
    const rows: ({ writers: number } & PerSecond)[] = []
    for (const writers of [1, 4, 8, 16]) rows.push({ writers, ...(await compare(database, writers, 5, 1500)) })
    return rows
  })
  for (const { writers, ...figures } of table)
    process.stdout.write(`${writers} writers: ${rounded(figures)} per second\n`)
}
