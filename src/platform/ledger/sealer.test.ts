import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { systemClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/db/connect.ts'
import { asOperator } from '#platform/db/context.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { readAnchors } from './anchor-file.ts'
import { AnchorDisagrees, anchorKeeper } from './anchor-keeper.ts'
import { readHeads } from './heads.ts'
import { record } from './record.ts'
import { startSealer } from './sealer.ts'

let db: TestDatabase
let folder: string
const school = randomUUID()

beforeAll(async () => {
  db = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'sealer-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await db.drop()
})

const refuse = (error: unknown): never => {
  throw error
}
const write = (beforeCommit: () => Promise<void> = async () => undefined): Promise<void> =>
  asOperator(db.app, school, async (tx) => {
    await record(tx, { school, event: 'a.b', about: [], payload: {}, doer: { hat: 'operator', school } })
    await beforeCommit()
  })
const headSeq = async (): Promise<number | undefined> => (await readHeads(db.app))[0]?.seq

test('what is written is sealed and anchored by itself', async () => {
  const path = join(folder, 'one.jsonl')
  const settings = { onError: refuse, soonMs: 1, pollMs: 1, anchorEveryMs: 0 }
  const sealer = startSealer(db.app, anchorKeeper(db.app, path, systemClock), settings)
  await write()
  await vi.waitFor(async () => expect((await readAnchors(path)).anchors).toHaveLength(1), 5000)
  await sealer.stop()
  expect((await readAnchors(path)).anchors).toMatchObject([{ chain: school, seq: 1 }])
})

test('an event of this process wakes a sealer that would sleep for long', async () => {
  const settings = { onError: refuse, soonMs: 1, pollMs: 3_600_000, anchorEveryMs: 3_600_000 }
  const sealer = startSealer(db.app, anchorKeeper(db.app, join(folder, 'two.jsonl'), systemClock), settings)
  await sealer.sealNow()
  const before = (await headSeq()) ?? 0
  await write()
  await vi.waitFor(async () => expect(await headSeq()).toBe(before + 1), 5000)
  await sealer.stop()
})

test('an event whose transaction commits long after it was told is sealed too', async () => {
  const settings = { onError: refuse, soonMs: 1, pollMs: 3_600_000, anchorEveryMs: 3_600_000 }
  const sealer = startSealer(db.app, anchorKeeper(db.app, join(folder, 'late.jsonl'), systemClock), settings)
  await sealer.sealNow()
  const before = (await headSeq()) ?? 0
  await write(() => wait(100))
  await vi.waitFor(async () => expect(await headSeq()).toBe(before + 1), 5000)
  await sealer.stop()
})

test('an orderly stop seals and anchors what is left', async () => {
  const path = join(folder, 'three.jsonl')
  const settings = { onError: refuse, soonMs: 3_600_000, pollMs: 3_600_000, anchorEveryMs: 3_600_000 }
  const sealer = startSealer(db.app, anchorKeeper(db.app, path, systemClock), settings)
  await write()
  await sealer.stop()
  expect((await readAnchors(path)).anchors).toEqual([
    { ...(await readHeads(db.app))[0], at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
  ])
})

test('a database that is gone is told, and the loop goes on', async () => {
  const nowhere = openDatabase({ host: '/nowhere', max: 1 })
  const errors: unknown[] = []
  const settings = { onError: (error: unknown) => errors.push(error), soonMs: 1, pollMs: 1 }
  const sealer = startSealer(nowhere, anchorKeeper(nowhere, join(folder, 'four.jsonl'), systemClock), settings)
  await vi.waitFor(() => expect(errors.length).toBeGreaterThan(2), 5000)
  await expect(sealer.stop()).rejects.toThrow('ENOENT')
  await nowhere.destroy()
})

test('a chain that was cut is told once with the next anchor, and the others are still anchored', async () => {
  const path = join(folder, 'five.jsonl')
  await write()
  await write()
  const keeper = anchorKeeper(db.app, path, systemClock)
  const errors: unknown[] = []
  const settings = {
    onError: (error: unknown) => errors.push(error),
    soonMs: 3_600_000,
    pollMs: 3_600_000,
    anchorEveryMs: 3_600_000,
  }
  const sealer = startSealer(db.app, keeper, settings)
  await sealer.sealNow()
  expect(errors).toEqual([])
  await db.owner.query('alter table app.ledger_seal disable trigger all')
  await db.owner.query('delete from app.ledger_seal where seq = (select max(seq) from app.ledger_seal)')
  await db.owner.query('alter table app.ledger_seal enable always trigger ledger_seal_only_grows')
  await sealer.sealNow()
  expect(errors).toEqual([expect.any(AnchorDisagrees)])
  await sealer.stop()
  expect(errors).toHaveLength(1)
  const { anchors } = await readAnchors(path)
  expect(anchors.map(({ seq }) => seq)).toEqual([anchors[0]?.seq, (anchors[0]?.seq ?? 0) - 1])
})
