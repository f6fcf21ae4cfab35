// Guardian's "Vandaag" where 300 schools share one installation, against the same page where there is one.
import { makeDataFolder, readers, tokenOf } from './bench-house.ts'
import type { Figure } from './figure.ts'
import { type Measured, type Target, load, median } from './load.ts'
import { startServer } from './program.ts'

const schools = 300
const weeks = 8
const connections = 8
const rounds = 5
const roundMs = 3000

const perPage = (runs: readonly Measured[]): number => 1 / median(runs.map(({ perSecond }) => perSecond))

const house = async (size: { schools: number; weeks: number }) => {
  const { dataDir, remove } = await makeDataFolder(size)
  const server = await startServer(dataDir)
  const target: Target = {
    port: server.port,
    path: () => '/vandaag',
    headers: (n) => ({ cookie: `samenspraak=${tokenOf(n % readers)}`, 'accept-encoding': 'identity' }),
  }
  const end = async (): Promise<void> => {
    await server.stop()
    remove()
  }
  return { target, end }
}

export const run = async (): Promise<Figure[]> => {
  const one = await house({ schools: 1, weeks })
  const many = await house({ schools, weeks })
  for (const { target } of [one, many]) await load(target, connections, 2000)
  const runs: Record<'one' | 'many', Measured[]> = { one: [], many: [] }
  for (let round = 0; round < rounds; round += 1) {
    runs.one.push(await load(one.target, connections, roundMs))
    runs.many.push(await load(many.target, connections, roundMs))
  }
  await one.end()
  await many.end()
  const note = `${(1 / perPage(runs.many)).toFixed(0)}/s with ${schools} schools of 990 pupils, ${(1 / perPage(runs.one)).toFixed(0)}/s with one`
  return [
    { name: 'many-schools', ratio: perPage(runs.many) / perPage(runs.one), target: 1.25, wanted: 'at most', note },
  ]
}
