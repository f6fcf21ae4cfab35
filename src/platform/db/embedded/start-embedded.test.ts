import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findBinaries, installed } from './binaries.ts'
import { clusterIn, fallbackBases } from './home.ts'
import { databaseIdentity, ownIdentity } from './identity.ts'
import { endLeftovers, processesIn } from './leftovers.ts'
import { passRefusal } from './own-folder.ts'
import { dataFolder, isRefusal, isUp, tryServer } from './server.trial.ts'
import { startEmbedded, type EmbeddedDatabase } from './start-embedded.ts'

const isRoot = ownIdentity().uid === 0
const somebody = { uid: 65_534, gid: 65_534 }

const started = async (dataDir: string, onExit?: (why: string) => void): Promise<EmbeddedDatabase> => {
  const database = await startEmbedded({ dataDir, log: () => {}, fast: true, ...(onExit ? { onExit } : {}) })
  onTestFinished(async () => {
    await database.stop()
    for (const { what, where } of database.placed) if (what === 'database') rmSync(where, { recursive: true })
  })
  return database
}

/** What stands elsewhere; from an installation in a closed folder the programs always do. */
const elsewhere = ({ placed }: Pick<EmbeddedDatabase, 'placed'>) => placed.filter(({ what }) => what !== 'binaries')

const ask = async (database: EmbeddedDatabase, question: string): Promise<unknown[]> => {
  const client = new pg.Client(database.connection('postgres', 'postgres'))
  await client.connect()
  try {
    return (await client.query({ text: question, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

test('a fresh start makes a Dutch, checked database that listens on a private socket alone', async () => {
  const database = await started(dataFolder())
  expect(database).toMatchObject({ adopted: false, superuser: 'postgres', port: 5432 })
  expect(elsewhere(database)).toEqual([])
  const order = "select array_agg(word order by word) from unnest(array['zus','Ébène','Appel','eb']) as word"
  expect(await ask(database, order)).toEqual([['Appel', 'eb', 'Ébène', 'zus']])
  const names = ['server_encoding', 'data_checksums', 'listen_addresses', 'shared_buffers', 'jit', 'max_connections']
  const settings = await Promise.all(names.map((name) => ask(database, `show ${name}`)))
  expect(settings.flat()).toEqual(['UTF8', 'on', '', '64MB', 'off', '60'])
  expect(lstatSync(database.socketDir).mode & 0o777).toBe(0o700)
  expect(lstatSync(`/proc/${database.pid}`).uid).toBe(databaseIdentity().uid)
})

test('commits wait for the disk unless the database is a throw-away', async () => {
  const dataDir = dataFolder()
  const safety = `select current_setting('fsync') || current_setting('full_page_writes') || current_setting('synchronous_commit')`
  const fast = await started(dataDir)
  expect(await ask(fast, safety)).toEqual(['offoffoff'])
  await fast.stop()
  const safe = await startEmbedded({ dataDir, log: () => {} })
  expect(await ask(safe, safety)).toEqual(['ononon'])
  await safe.stop()
})

test('what PostgreSQL logs holds no statement and no value', async () => {
  const lines: string[] = []
  const database = await startEmbedded({ dataDir: dataFolder(), log: (line) => lines.push(line), fast: true })
  await ask(database, 'create table people (name text primary key)')
  await ask(database, "insert into people values ('Anouk')")
  await expect(ask(database, "insert into people values ('Anouk')")).rejects.toThrow('duplicate key')
  await expect(ask(database, "select 'Anouk'::uuid")).rejects.toThrow('invalid input syntax')
  await database.stop()
  expect(lines.length).toBeGreaterThan(3)
  expect(lines.filter((line) => line.includes('Anouk'))).toEqual([])
})

test('stopping twice, and stopping what has died, ends at once; an unasked end is told', async () => {
  const ends: string[] = []
  const dataDir = dataFolder()
  const asked = await started(dataDir, (why) => ends.push(why))
  await Promise.all([asked.stop(), asked.stop()])
  await asked.stop()
  expect(ends).toEqual([])
  const killed = await started(dataDir, (why) => ends.push(why))
  process.kill(killed.pid, 'SIGKILL')
  await expect.poll(() => ends).toEqual(['ended by SIGKILL'])
  await killed.stop()
  expect(ends).toHaveLength(1)
})

test('a process that ends without stopping its database takes it along', async () => {
  const dataDir = dataFolder()
  const up = await tryServer(dataDir, 'quit').hears(isUp)
  expect(up).not.toBeNull()
  await expect.poll(() => processesIn(clusterIn(dataDir)), { timeout: 10_000 }).toEqual([])
})

test('a stale pid file whose number is somebody else now does not stand in the way', async () => {
  const dataDir = dataFolder()
  const first = await started(dataDir)
  await first.stop()
  writeFileSync(join(clusterIn(dataDir), 'postmaster.pid'), `${process.pid}\n${clusterIn(dataDir)}\n1\n5432\n\n\n`)
  const second = await started(dataDir)
  expect(second.adopted).toBe(false)
})

test('a data folder that was moved while its server was left running is still found out', async () => {
  const dataDir = dataFolder()
  const trial = tryServer(dataDir, 'idle')
  const up = await trial.hears(isUp)
  await trial.end('SIGKILL')
  const moved = join(dataDir, '../moved')
  renameSync(dataDir, moved)
  onTestFinished(() => endLeftovers(clusterIn(moved)).then(() => undefined))
  const next = await started(moved)
  expect(next.adopted).toBe(true)
  expect(processesIn(clusterIn(moved))).not.toContain(up?.up.pid)
})

test('data of another version of PostgreSQL is refused in one sentence', async () => {
  const dataDir = dataFolder()
  await (await started(dataDir)).stop()
  writeFileSync(join(clusterIn(dataDir), 'PG_VERSION'), '17\n')
  await expect(started(dataDir)).rejects.toThrow(/holds data of PostgreSQL 17, and this is PostgreSQL 18\.$/)
})

test('a path of 120 characters gets a short private socket, found again after a crash', async () => {
  const dataDir = dataFolder(undefined, tmpdir(), `met spatie, "komma" ${'x'.repeat(100)}`)
  const first = await started(dataDir)
  const [socket] = elsewhere(first)
  expect(socket).toMatchObject({ what: 'socket', where: first.socketDir })
  expect(socket?.why).toContain('107 bytes')
  expect(lstatSync(first.socketDir).mode & 0o777).toBe(0o700)
  for (const pid of processesIn(clusterIn(dataDir))) process.kill(pid, 'SIGKILL')
  const second = await startEmbedded({ dataDir, log: () => {}, fast: true })
  expect(second.socketDir).toBe(first.socketDir)
  expect(await ask(second, 'select 1')).toEqual([1])
  await second.stop()
  expect(existsSync(second.socketDir)).toBe(false)
})

test('what cannot stand in the data folder outlives a restart of the machine, unless it is a throw-away', () => {
  const [first] = fallbackBases(false)
  expect(isRoot ? first === '/var/lib/samenspraak' : first?.startsWith(process.env.XDG_DATA_HOME ?? homedir())).toBe(
    true,
  )
  expect(fallbackBases(true)[0]?.startsWith(tmpdir())).toBe(true)
})

describe.runIf(isRoot)('as root', () => {
  const closedFolder = (): string => {
    const closed = join(dataFolder(), 'closed')
    mkdirSync(closed, { recursive: true, mode: 0o700 })
    return closed
  }

  test('the user of PostgreSQL may pass through the data folder and nobody else gains', async () => {
    const dataDir = dataFolder()
    await started(dataDir)
    const found = lstatSync(dataDir)
    expect([found.uid, found.gid, found.mode & 0o777]).toEqual([0, databaseIdentity().gid, 0o710])
    expect(passRefusal(somebody, clusterIn(dataDir))).not.toBeNull()
  })

  test('a data folder inside a closed folder keeps its database elsewhere, and finds it again after it moved', async () => {
    const closed = closedFolder()
    const first = await started(join(closed, 'data'))
    expect(elsewhere(first)).toEqual([
      { what: 'database', why: expect.stringContaining('cannot reach'), where: dirname(first.socketDir) },
    ])
    await ask(first, 'create table kept as select 7 as row')
    await first.stop()
    renameSync(join(closed, 'data'), join(closed, 'moved'))
    const second = await startEmbedded({ dataDir: join(closed, 'moved'), log: () => {}, fast: true })
    expect(await ask(second, 'select row from kept')).toEqual([7])
    expect(elsewhere(second)).toEqual(elsewhere(first))
    await second.stop()
  })

  test('a copy of a data folder whose database is elsewhere is refused, and so is one whose database is gone', async () => {
    const closed = closedFolder()
    const first = await startEmbedded({ dataDir: join(closed, 'data'), log: () => {}, fast: true })
    await first.stop()
    cpSync(join(closed, 'data'), join(closed, 'copy'), { recursive: true })
    await expect(started(join(closed, 'copy'))).rejects.toThrow(/is a copy of .*\.$/)
    rmSync(dirname(first.socketDir), { recursive: true })
    await expect(started(join(closed, 'data'))).rejects.toThrow(/is gone or not ours: put it back, or remove .*\.$/)
    writeFileSync(join(closed, 'data/postgres.elsewhere'), '/etc\n')
    await expect(started(join(closed, 'data'))).rejects.toThrow(/names \/etc, which is no folder of Samenspraak\.$/)
  })

  test('an installation that the user of PostgreSQL cannot reach is copied once', () => {
    const pack = join(closedFolder(), 'pack')
    cpSync(dirname(installed()), pack, { recursive: true, verbatimSymlinks: true })
    const base = mkdtempSync(join(tmpdir(), 'samenspraak-test-'))
    onTestFinished(() => rmSync(base, { recursive: true }))
    chmodSync(base, 0o711)
    const native = join(pack, 'native')
    const first = findBinaries(databaseIdentity(), [base], native)
    expect(first.placed).toEqual([
      { what: 'binaries', why: expect.stringContaining(native), where: dirname(dirname(first.postgres)) },
    ])
    expect(first.postgres.startsWith(base)).toBe(true)
    const made = lstatSync(first.postgres).ino
    expect(lstatSync(findBinaries(databaseIdentity(), [base], native).postgres).ino).toBe(made)
  })

  // Where the sources lie in a folder of root alone, another user cannot read the program of this test.
  const readable = passRefusal(somebody, import.meta.dirname) === null
  test.runIf(readable)('an ordinary user starts, refuses a second start and keeps what was written', async () => {
    const dataDir = dataFolder(somebody)
    const first = tryServer(dataDir, 'write', somebody)
    const up = await first.hears(isUp)
    expect(up?.up.placed).toEqual([])
    expect(lstatSync(`/proc/${up?.up.pid}`).uid).toBe(somebody.uid)
    const second = await tryServer(dataDir, 'idle', somebody).hears(isRefusal)
    expect(second?.refused).toContain(`process ${first.child.pid}.`)
    await expect.poll(() => first.said.length).toBeGreaterThan(5)
    await first.end('SIGKILL')
    const rows = first.said.flatMap((said) => ('acknowledged' in said ? [said.acknowledged] : []))
    const third = tryServer(dataDir, 'idle', somebody)
    const again = await third.hears(isUp)
    expect(again?.up.rows).toEqual(expect.arrayContaining(rows))
    await third.end('SIGTERM')
    // Root after an ordinary user: PostgreSQL goes on as that user.
    const rooted = await started(dataDir)
    expect(lstatSync(`/proc/${rooted.pid}`).uid).toBe(somebody.uid)
  })

  const nameless = { uid: 54_321, gid: 54_321 }
  const namespaces = spawnSync('unshare', ['--user', '--map-user=1', 'true'], { ...nameless, cwd: '/' }).status === 0
  test.runIf(readable && namespaces)('an ordinary user without a name, as in a container, starts too', async () => {
    const dataDir = dataFolder(nameless)
    const up = await tryServer(dataDir, 'idle', nameless).hears(isUp)
    expect(lstatSync(`/proc/${up?.up.pid}`).uid).toBe(nameless.uid)
    expect(lstatSync(join(clusterIn(dataDir), 'base')).uid).toBe(nameless.uid)
  })

  test.runIf(readable)('a database of root is refused to an ordinary user in one sentence', async () => {
    const dataDir = dataFolder()
    await (await started(dataDir)).stop()
    const refusal = await tryServer(dataDir, 'idle', somebody).hears(isRefusal)
    expect(refusal?.refused).toMatch(/^[^.]*lock cannot be opened by this user: .*\.$/)
  })
})
