// Guardian's "Vandaag" against the bare limit, interleaved, equal concurrency, the same statements on the same database.
import { makeDataFolder, readers, sessions, tokenOf } from './bench-house.ts'
import type { Figure } from './figure.ts'
import { type Measured, type Target, load, medianOf as of } from './load.ts'
import { bundled, residentBytes, socketFolderOf, startProgram, startServer } from './program.ts'

const connections = 8
const rounds = 5
const roundMs = 3000
const firstMs = 1500

export const run = async (): Promise<Figure[]> => {
  const { dataDir, remove } = await makeDataFolder()
  const server = await startServer(dataDir)
  const socketDir = socketFolderOf(dataDir)
  const page = (session: (n: number) => number): Target => ({
    port: server.port,
    path: () => '/vandaag',
    headers: (n) => ({ cookie: `samenspraak=${tokenOf(session(n))}`, 'accept-encoding': 'identity' }),
  })
  // Families that open a page within a minute of the one before; and sessions of which it is the first page.
  const ours = page((n) => n % readers)
  let unseen = readers
  const first = page(() => unseen++)
  const { bytes } = await load(ours, 1, 500)
  const bare = await startProgram([await bundled('bench/bare-today.ts'), socketDir, String(bytes)])
  const bareTarget: Target = {
    port: bare.port,
    path: (n) => `/${n % readers}`,
    headers: () => ({ 'accept-encoding': 'identity' }),
  }
  const idle = { ours: residentBytes(server.pid), bare: residentBytes(bare.pid) }
  await load(ours, connections, 2000)
  await load(bareTarget, connections, 2000)
  const runs: Record<'ours' | 'first' | 'bare', Measured[]> = { ours: [], first: [], bare: [] }
  for (let round = 0; round < rounds; round += 1) {
    runs.bare.push(await load(bareTarget, connections, roundMs))
    runs.ours.push(await load(ours, connections, roundMs))
    runs.first.push(await load(first, connections, firstMs))
  }
  if (unseen > sessions) throw new Error('there were too few sessions for first pages')
  await bare.stop()
  await server.stop()
  remove()
  const pages = `ours ${of(runs.ours, 'perSecond').toFixed(0)}/s, bare ${of(runs.bare, 'perSecond').toFixed(0)}/s, ${of(runs.ours, 'bytes')} bytes, ${connections} connections`
  const tail = `ours p50 ${of(runs.ours, 'p50').toFixed(1)} p99 ${of(runs.ours, 'p99').toFixed(1)} ms, bare p50 ${of(runs.bare, 'p50').toFixed(1)} p99 ${of(runs.bare, 'p99').toFixed(1)} ms`
  return [
    {
      name: 'today-pages',
      ratio: of(runs.ours, 'perSecond') / of(runs.bare, 'perSecond'),
      target: 0.5,
      wanted: 'at least',
      note: pages,
    },
    { name: 'today-p99', ratio: of(runs.ours, 'p99') / of(runs.bare, 'p99'), target: 2, wanted: 'at most', note: tail },
    {
      name: 'today-first-pages',
      ratio: of(runs.first, 'perSecond') / of(runs.bare, 'perSecond'),
      target: 0.35,
      wanted: 'at least',
      note: `ours ${of(runs.first, 'perSecond').toFixed(0)}/s, of sessions whose reach is not known yet`,
    },
    {
      name: 'idle-memory',
      ratio: idle.ours / idle.bare,
      target: 3,
      wanted: 'at most',
      note: `ours ${(idle.ours / 2 ** 20).toFixed(0)} MB, bare ${(idle.bare / 2 ** 20).toFixed(0)} MB`,
    },
  ]
}
