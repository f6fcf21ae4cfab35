import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appendAnchors, readAnchors, type Anchor } from './anchor-file.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anchor-'))
  path = join(folder, 'new', 'ledger.jsonl')
})
afterEach(() => rm(folder, { recursive: true }))

const one = '6f1c1a52-6a3c-4c43-a3a7-0d7d3c2b1a01'
const two = 'a3b0d6c2-93d3-4b57-8d3e-0a4f6f1f2b02'

const anchor = (seq: number, chain = one): Anchor => ({
  chain,
  seq,
  hash: seq.toString(16).padStart(64, '0'),
  at: '2026-11-02T08:00:00.000Z',
})

test('what was written is read, in order, and only the owner may read the file', async () => {
  expect(await readAnchors(path)).toEqual({ anchors: [], broken: [] })
  await appendAnchors(path, [anchor(1), anchor(1, two)], [])
  await appendAnchors(path, [anchor(2)], [])
  expect(await readAnchors(path)).toEqual({ anchors: [anchor(1), anchor(1, two), anchor(2)], broken: [] })
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('a line that a crash cut short neither counts nor spoils the next', async () => {
  await appendAnchors(path, [anchor(1)], [])
  await appendFile(path, '{"chain":"one","seq":2')
  expect(await readAnchors(path)).toEqual({ anchors: [anchor(1)], broken: [] })
  await appendAnchors(path, [anchor(3)], [])
  expect(await readAnchors(path)).toEqual({ anchors: [anchor(1), anchor(3)], broken: [] })
})

test('a line that is no anchor is told by its place', async () => {
  await appendAnchors(path, [anchor(1)], [])
  await appendFile(path, 'nonsense\n{"chain":"one","seq":"2","hash":"","at":""}\n')
  expect((await readAnchors(path)).broken).toEqual(['ledger.jsonl:2', 'ledger.jsonl:3'])
})

test('a full file is set aside, and the new one begins with every head', async () => {
  await appendAnchors(path, [anchor(1)], [])
  await writeFile(path, `${JSON.stringify(anchor(2))}\n`.repeat(40_000))
  await appendAnchors(path, [anchor(3)], [anchor(3), anchor(7, two)])
  expect((await readdir(join(folder, 'new'))).sort()).toEqual(['ledger.1.jsonl', 'ledger.jsonl'])
  expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(3)
  const { anchors, broken } = await readAnchors(path)
  expect([anchors.length, anchors.at(-1), broken]).toEqual([40_002, anchor(7, two), []])
})

test('twelve files set aside are kept, the oldest goes first', async () => {
  for (let turn = 1; turn <= 14; turn += 1) {
    await appendAnchors(path, [anchor(turn)], [anchor(turn)])
    await writeFile(path, `${JSON.stringify(anchor(turn))}\n`.padStart(4_000_001, ' \n'))
  }
  await appendAnchors(path, [anchor(15)], [anchor(15)])
  const names = await readdir(join(folder, 'new'))
  expect(names).toHaveLength(13)
  expect(names).toContain('ledger.14.jsonl')
  expect(names).toContain('ledger.3.jsonl')
  expect(names).not.toContain('ledger.2.jsonl')
})
