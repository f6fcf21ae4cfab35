// From the built entry file to the first page, against the bare start of the same database and a bare server.
import { appDatabase } from '#platform/db/embedded-database.ts'
import { startEmbedded } from '#platform/db/embedded/start-embedded.ts'
import { makeDataFolder } from './bench-house.ts'
import type { Figure } from './figure.ts'
import { startProgram, startServer } from './program.ts'
import { median } from './load.ts'

const rounds = 5

const firstPage = async (port: number, path: string): Promise<void> => {
  const { status } = await fetch(`http://127.0.0.1:${port}${path}`)
  if (status !== 200) throw new Error(`the first page answered ${status}`)
}

const oursMs = async (dataDir: string): Promise<number> => {
  const begun = performance.now()
  const server = await startServer(dataDir)
  await firstPage(server.port, '/inloggen')
  const took = performance.now() - begun
  await server.stop()
  return took
}

const bareMs = async (dataDir: string): Promise<number> => {
  const begun = performance.now()
  const database = await startEmbedded({ dataDir, log: () => undefined })
  const { host, user } = database.connection('postgres', appDatabase)
  const server = await startProgram(['bench/bare-page.ts', host, user, appDatabase])
  await firstPage(server.port, '/')
  const took = performance.now() - begun
  await server.stop()
  await database.stop()
  return took
}

export const run = async (): Promise<Figure[]> => {
  const { dataDir, remove } = await makeDataFolder()
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await bareMs(dataDir))
    ours.push(await oursMs(dataDir))
  }
  remove()
  const note = `ours ${median(ours).toFixed(0)} ms, bare ${median(bare).toFixed(0)} ms from start to the first page`
  return [{ name: 'start-up', ratio: median(ours) / median(bare), target: 4, wanted: 'at most', note }]
}
