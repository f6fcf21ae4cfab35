import { readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { clusterIn } from './home.ts'
import { processesIn } from './leftovers.ts'
import { dataFolder, isUp, tryServer } from './server.trial.ts'

const rounds = 20
const kill = (pids: readonly number[]): void => {
  for (const pid of pids) process.kill(pid, 'SIGKILL')
}

test('nothing that was acknowledged is lost in 20 rounds of kill -9', { timeout: 120_000 }, async () => {
  const dataDir = dataFolder()
  const cluster = clusterIn(dataDir)
  const acknowledged = new Set<number>()
  const adopted: boolean[] = []
  for (let round = 0; round <= rounds; round++) {
    const trial = tryServer(dataDir, round === rounds ? 'idle' : 'write')
    const up = await trial.hears(isUp)
    adopted.push(up?.up.adopted === true)
    const kept = new Set(up?.up.rows)
    expect([...acknowledged].filter((row) => !kept.has(row))).toEqual([])
    if (round === rounds) break
    await sleep(Math.random() * 300)
    // In turn the server alone, PostgreSQL's main process and the server, and every process at once.
    if (round % 3 === 1) kill([up?.up.pid ?? NaN])
    if (round % 3 === 2) kill(processesIn(cluster))
    await trial.end('SIGKILL')
    for (const said of trial.said) if ('acknowledged' in said) acknowledged.add(said.acknowledged)
  }
  expect(acknowledged.size).toBeGreaterThan(rounds)
  expect(adopted.filter(Boolean).length, 'a server left running is found').toBeGreaterThanOrEqual(rounds / 3)
})

test('a start that was killed at any moment, the first one too, is followed by one that works', async () => {
  const dataDir = dataFolder()
  for (let round = 0; round < 6; round++) {
    const trial = tryServer(dataDir, 'idle')
    await sleep(100 + Math.random() * 600)
    await trial.end('SIGKILL')
  }
  const up = await tryServer(dataDir, 'idle').hears(isUp)
  expect(up?.up.rows).toEqual([])
  expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.new-'))).toEqual([])
})
