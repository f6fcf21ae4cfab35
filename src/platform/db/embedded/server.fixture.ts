// A small server for the tests to kill: `node server.fixture.ts DATA_DIR idle|write|quit`. Each line it writes is a Said.
import pg from 'pg'
import { lockData } from './data-lock.ts'
import { startEmbedded, type EmbeddedDatabase } from './start-embedded.ts'
import { StartRefusal } from './start-refusal.ts'

export type Said =
  | { up: { pid: number; adopted: boolean; placed: EmbeddedDatabase['placed']; rows: number[] } }
  | { acknowledged: number }
  | { refused: string }

const say = (said: Said): void => void process.stdout.write(`${JSON.stringify(said)}\n`)

const writeForever = async (client: pg.Client, from: number): Promise<never> => {
  for (let row = from; ; row++) {
    await client.query('insert into kept (row) values ($1)', [row])
    say({ acknowledged: row })
  }
}

const serve = async (dataDir: string, deed: string): Promise<void> => {
  const lock = lockData(dataDir)
  const database = await startEmbedded({ dataDir, log: () => {} })
  const client = new pg.Client(database.connection('postgres', 'postgres'))
  // Killed servers break connections; the test looks at what the next start finds.
  client.on('error', () => {})
  await client.connect()
  await client.query('create table if not exists kept (row integer primary key)')
  const kept = await client.query<{ row: number }>('select row from kept order by row')
  const rows = kept.rows.map(({ row }) => row)
  say({ up: { pid: database.pid, adopted: database.adopted, placed: database.placed, rows } })
  process.once('SIGTERM', () => {
    void client.end().then(async () => {
      await database.stop()
      lock.release()
      process.exit(0)
    })
  })
  if (deed === 'quit') process.exit(0)
  if (deed === 'write') await writeForever(client, (rows.at(-1) ?? 0) + 1).catch(() => {})
}

const [dataDir = '', deed = ''] = process.argv.slice(2)
// Stays alive after its database was killed, as a server does.
setInterval(() => {}, 1000)
serve(dataDir, deed).catch((fault: unknown) => {
  say({ refused: fault instanceof StartRefusal ? fault.message : String(fault) })
  process.exit(1)
})
