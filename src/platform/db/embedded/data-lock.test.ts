import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockData } from './data-lock.ts'
import { dataFolder, isRefusal, isUp, tryServer } from './server.trial.ts'
import { StartRefusal } from './start-refusal.ts'

test('a data folder has one holder at a time', () => {
  const dataDir = dataFolder()
  const held = lockData(dataDir)
  const sentence = `The data folder ${dataDir} is already in use by another Samenspraak, process ${process.pid}.`
  expect(() => lockData(dataDir)).toThrow(new StartRefusal(sentence))
  held.release()
  held.release()
  lockData(dataDir).release()
})

test('a data folder that is no folder is refused in one sentence', () => {
  const dataDir = dataFolder()
  mkdirSync(join(dataDir, '..'), { recursive: true })
  writeFileSync(dataDir, '')
  expect(() => lockData(dataDir)).toThrow(/^The data folder .* cannot be made: .*\.$/)
})

test.each(['/proc/samenspraak', '/sys/a/b'])(
  'a data folder where the kernel shows itself is refused at once: %s',
  (dataDir) => {
    const root = `/${dataDir.split('/')[1]}`
    expect(() => lockData(dataDir)).toThrow(
      new StartRefusal(`The data folder ${dataDir} cannot be made: nothing can be kept under ${root}.`),
    )
  },
)

test('a second start on the same folder is refused in one sentence and leaves the first one alone', async () => {
  const dataDir = dataFolder()
  const first = tryServer(dataDir, 'write')
  const up = await first.hears(isUp)
  const refusal = await tryServer(dataDir, 'idle').hears(isRefusal)
  expect(refusal?.refused).toBe(
    `The data folder ${dataDir} is already in use by another Samenspraak, process ${first.child.pid}.`,
  )
  const before = first.said.length
  await expect.poll(() => first.said.length).toBeGreaterThan(before)
  await first.end('SIGKILL')
  const next = await tryServer(dataDir, 'idle').hears(isUp)
  expect(next?.up.adopted).toBe(true)
  expect(next?.up.pid).not.toBe(up?.up.pid)
})

test('of two starts at the same moment exactly one wins, on a new folder and on a used one', async () => {
  const dataDir = dataFolder()
  for (let round = 0; round < 4; round++) {
    const both = [tryServer(dataDir, 'idle'), tryServer(dataDir, 'idle')]
    const ups = await Promise.all(both.map((trial) => trial.hears(isUp)))
    const refusals = both.flatMap((trial) => trial.said.filter(isRefusal))
    expect(ups.filter((up) => up !== null)).toHaveLength(1)
    expect(refusals).toHaveLength(1)
    expect(refusals[0]?.refused).toContain('is already in use by another Samenspraak, process ')
    await Promise.all(both.map((trial) => trial.end('SIGTERM')))
  }
})
