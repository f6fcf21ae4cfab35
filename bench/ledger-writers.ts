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
import type { Figure } from './figure.ts'
import { bare, layBenchTables, recorded, serialised, type Way } from './ledger-ways.ts'

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

/** Lets the four ways take turns on a database that waits for the disk. */
export const run = async (): Promise<Figure[]> =>
  onOwnDatabase(async (database) => {
    const { bare, sealed, unsealed, serialised } = await compare(database, 8, 8)
    const note = `8 writers on one school: ${rounded({ sealed, unsealed, serialised, bare })} per second`
    return [
      { name: 'ledger-writers', ratio: sealed / bare, target: 0.5, wanted: 'at least', note },
      { name: 'ledger-sealing', ratio: sealed / unsealed, target: 0.7, wanted: 'at least', note },
      { name: 'ledger-not-serialised', ratio: sealed / serialised, target: 1.5, wanted: 'at least', note },
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

const turnMs = 800
// Sooner than in production, so that every turn holds several rounds of the sealer.
const sealing = { onError: refuse, soonMs: 250 }

/** Transactions per second of each way. They take short turns, so that what else the machine does falls on all alike. */
const compare = async (database: EmbeddedDatabase, writers: number, rounds: number): Promise<PerSecond> => {
  const connection = database.connection(appRole, appDatabase)
  const db = openDatabase<never>({ ...connection, max: writers + 1 })
  const written: PerSecond = { sealed: 0, unsealed: 0, serialised: 0, bare: 0 }
  const taken: PerSecond = { sealed: 0, unsealed: 0, serialised: 0, bare: 0 }
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, way] of ways) {
      const school = randomUUID()
      await withClient(database.connection('postgres', appDatabase), (owner) =>
        owner.query(`insert into bench.head values ($1, 0, sha256(''))`, [school]),
      )
      const sealer = name === 'sealed' ? startSealer(db, noAnchor, sealing) : null
      const turn = await takeTurn(db, way, school, writers)
      await sealer?.stop()
      await sealWaiting(db)
      // The first round warms up.
      if (round === 0) continue
      written[name] += turn.written
      taken[name] += turn.ms
    }
  }
  const { faults } = await checkLedger(db, null)
  if (faults.length > 0) throw new Error(`The chains do not verify: ${JSON.stringify(faults[0])}`)
  await db.destroy()
  const rate = (name: WayName): number => (written[name] * 1000) / taken[name]
  return { sealed: rate('sealed'), unsealed: rate('unsealed'), serialised: rate('serialised'), bare: rate('bare') }
}

const takeTurn = async (
  db: Kysely<never>,
  way: Way,
  school: string,
  writers: number,
): Promise<{ written: number; ms: number }> => {
  const begun = performance.now()
  let written = 0
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (performance.now() - begun < turnMs) {
        await way(db, school)
        written += 1
      }
    }),
  )
  return { written, ms: performance.now() - begun }
}

if (import.meta.main) {
  const table = await onOwnDatabase(async (database) => {
    const rows: ({ writers: number } & PerSecond)[] = []
    for (const writers of [1, 4, 8, 16]) rows.push({ writers, ...(await compare(database, writers, 12)) })
    return rows
  })
  for (const { writers, ...figures } of table)
    process.stdout.write(`${writers} writers: ${rounded(figures)} per second\n`)
}
