import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asOperator } from '#platform/db/context.ts'
import type { JobTools } from '#platform/jobs/job.ts'
import { makeLog } from '#platform/log.ts'
import { smtpMailer } from '#platform/mail/mailer.ts'
import { openMailbox } from '#test/mailbox.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { anchorKeeper } from './anchor-keeper.ts'
import { checkLedger } from './check-ledger.ts'
import { readHeads } from './heads.ts'
import { anchorMailJob, checkJob } from './jobs.ts'
import { record } from './record.ts'
import { sealWaiting } from './seal.ts'
import { appendAnchors, readAnchors } from './anchor-file.ts'

let db: TestDatabase<never>
let folder: string
let tools: JobTools
let lines: string[]
const school = randomUUID()
const clock = { now: () => new Date('2026-11-02T06:00:00Z') }

beforeAll(async () => {
  db = await freshDatabase<never>()
  folder = await mkdtemp(join(tmpdir(), 'ledger-jobs-'))
  for (let n = 0; n < 3; n += 1) {
    await asOperator(db.app, school, (tx) =>
      record(tx, { school, event: 'a.b', about: [], payload: { n }, doer: { hat: 'operator', school } }),
    )
  }
  await sealWaiting(db.app)
  await anchorKeeper(db.app, join(folder, 'ledger.jsonl'), clock).anchor()
})
beforeEach(() => {
  lines = []
  const log = makeLog(
    (line) => lines.push(line),
    () => 'info',
  )
  tools = { db: db.app, clock, log }
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await db.drop()
})

const said = (): unknown[] => lines.map((line) => JSON.parse(line) as { event: string; count: number })

test('the morning mail holds every head, names nobody, and can be checked with', async () => {
  const box = await openMailbox()
  const mailer = smtpMailer({ url: box.url, from: 'huis@school.example' })
  await anchorMailJob(mailer, ['fg@school.example']).perform({}, tools)
  await box.close()
  const [mail] = box.received
  const [head] = await readHeads(db.app)
  expect(mail?.to).toEqual(['fg@school.example'])
  expect(mail?.text).toMatch(/^Subject: Samenspraak: ledger heads 2026-11-02\r$/m)
  const unfolded = mail?.text.replaceAll('=\r\n', '').replaceAll('=3D', '=')
  expect(unfolded).toContain(JSON.stringify({ ...head, at: '2026-11-02T06:00:00.000Z' }))
})

test('the nightly check says that the ledger is whole', async () => {
  await checkJob(join(folder, 'ledger.jsonl')).perform({}, tools)
  expect(said()).toEqual([expect.objectContaining({ level: 'info', event: 'ledger.whole', count: 3 })])
})

test('the nightly check says that it is not', async () => {
  const path = join(folder, 'other.jsonl')
  const [anchor] = (await readAnchors(join(folder, 'ledger.jsonl'))).anchors
  if (!anchor) throw new Error('no anchor')
  await appendAnchors(path, [{ ...anchor, seq: 4 }], [])
  await checkJob(path).perform({}, tools)
  expect(said()).toEqual([expect.objectContaining({ level: 'error', event: 'ledger.damaged', count: 1 })])
})

test('the nightly check puts back what was taken out of the line', async () => {
  await asOperator(db.app, school, (tx) =>
    record(tx, { school, event: 'a.b', about: [], payload: {}, doer: { hat: 'operator', school } }),
  )
  await db.owner.query('delete from app.ledger_waiting')
  await checkJob(join(folder, 'ledger.jsonl')).perform({}, tools)
  expect(said()[0]).toEqual(expect.objectContaining({ level: 'error', event: 'ledger.lost', count: 1 }))
  expect(await sealWaiting(db.app)).toBe(1)
  expect((await checkLedger(db.app, null)).faults).toEqual([])
})
