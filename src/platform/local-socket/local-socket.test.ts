import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askLocal, LocalSocketBroken } from './ask-local.ts'
import { type LocalHandler, type LocalServer, serveLocal } from './serve-local.ts'

let dataDir = ''
const servers: LocalServer[] = []
const errors: unknown[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'local-'))
  errors.length = 0
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
  rmSync(dataDir, { recursive: true })
})

const serve = async (handler: LocalHandler): Promise<LocalServer> => {
  const server = await serveLocal({ dataDir, handler, onError: (error) => errors.push(error) })
  servers.push(server)
  return server
}

const hello: LocalHandler = async () => ({ status: 200, json: { said: 'hallo' } })

const counting: LocalHandler = async ({ body }) => {
  let bytes = 0
  for await (const part of body) bytes += part.length
  return { status: 200, json: { bytes } }
}

/** A body of so many megabytes that is never in memory as a whole. */
const megabytes = async function* (count: number) {
  for (let i = 0; i < count; i += 1) yield new Uint8Array(1_048_576)
}

const deep = (): string => {
  const folder = join(dataDir, 'é'.repeat(60))
  mkdirSync(folder)
  return folder
}

describe('A command asks the running server', () => {
  test('and gets its JSON', async () => {
    await serve(async ({ method, path, query }) => ({ status: 201, json: { method, path, key: query.get('key') } }))
    expect(await askLocal(dataDir, { method: 'POST', path: '/schools?key=de%20klim' })).toEqual({
      status: 201,
      json: { method: 'POST', path: '/schools', key: 'de klim' },
    })
  })

  test('with a body of 70 MB', async () => {
    await serve(counting)
    const answer = await askLocal(dataDir, { method: 'POST', path: '/', body: megabytes(70) })
    expect(answer?.json).toEqual({ bytes: 70 * 1_048_576 })
  })

  test('and reads a refusal that came before the body was read', async () => {
    await serve(async () => ({ status: 409, json: 'no' }))
    const answer = await askLocal(dataDir, { method: 'POST', path: '/', body: megabytes(20) })
    expect(answer).toEqual({ status: 409, json: 'no' })
  })

  test('and learns nothing of what went wrong inside', async () => {
    await serve(async () => {
      throw new Error('Sanne')
    })
    expect(await askLocal(dataDir, { method: 'GET', path: '/' })).toEqual({ status: 500, json: null })
    expect(errors).toHaveLength(1)
  })

  test('and gets the fault of its own file back as it was', async () => {
    await serve(counting)
    const broken = async function* () {
      yield new Uint8Array(10)
      throw new RangeError('the disk is gone')
    }
    await expect(askLocal(dataDir, { method: 'POST', path: '/', body: broken() })).rejects.toThrow(RangeError)
  })

  test('while another does', async () => {
    await serve(counting)
    const answers = await Promise.all(
      [1, 2, 3].map((n) => askLocal(dataDir, { method: 'POST', path: '/', body: megabytes(n) })),
    )
    expect(answers.map((one) => one?.json)).toEqual([1, 2, 3].map((n) => ({ bytes: n * 1_048_576 })))
  })
})

describe('The socket', () => {
  test('can be opened by its owner alone', async () => {
    const { path } = await serve(hello)
    expect(path).toBe(join(dataDir, 'run/command.sock'))
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
  })

  test('lies elsewhere when its path would be longer than a socket can have', async () => {
    dataDir = deep()
    const { path } = await serve(hello)
    expect(Buffer.byteLength(join(dataDir, 'run/command.sock'))).toBeGreaterThan(107)
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(107)
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
    expect(await askLocal(dataDir, { method: 'GET', path: '/' })).toEqual({ status: 200, json: { said: 'hallo' } })
    await servers.pop()?.close()
    expect(existsSync(dirname(path))).toBe(false)
    expect(await askLocal(dataDir, { method: 'GET', path: '/' })).toBeNull()
    dataDir = dirname(dataDir)
  })

  test('of another place is not believed when its folder is open to others', async () => {
    dataDir = deep()
    const { path } = await serve(hello)
    chmodSync(dirname(path), 0o755)
    expect(await askLocal(dataDir, { method: 'GET', path: '/' })).toBeNull()
    chmodSync(dirname(path), 0o700)
    dataDir = dirname(dataDir)
  })

  test('is gone after the server closed', async () => {
    const server = await serve(hello)
    await server.close()
    expect(existsSync(server.path)).toBe(false)
    expect(await askLocal(dataDir, { method: 'GET', path: '/' })).toBeNull()
    servers.length = 0
  })

  test.each(['near', 'elsewhere'])(
    'that lies %s is refused to a second server while the first answers',
    async (where) => {
      const top = dataDir
      if (where === 'elsewhere') dataDir = deep()
      await serve(hello)
      await expect(serve(hello)).rejects.toThrow('Another server answers')
      expect(await askLocal(dataDir, { method: 'GET', path: '/' })).not.toBeNull()
      await servers.pop()?.close()
      dataDir = top
    },
  )

  test('closes only after the answer under way was given', async () => {
    const started = Promise.withResolvers<undefined>()
    const released = Promise.withResolvers<undefined>()
    const server = await serve(async () => {
      started.resolve(undefined)
      await released.promise
      return { status: 200, json: 'done' }
    })
    const asked = askLocal(dataDir, { method: 'GET', path: '/' })
    await started.promise
    const closed = server.close()
    released.resolve(undefined)
    await closed
    expect(await asked).toEqual({ status: 200, json: 'done' })
  })

  test.each(['a file', 'nothing at all'])('that is %s counts as no server', async (kind) => {
    if (kind === 'a file') {
      mkdirSync(join(dataDir, 'run'))
      writeFileSync(join(dataDir, 'run/command.sock'), 'x')
    }
    expect(await askLocal(dataDir, { method: 'GET', path: '/' })).toBeNull()
    await serve(hello)
    expect(await askLocal(dataDir, { method: 'GET', path: '/' })).not.toBeNull()
  })
})

const SERVER = `
  import { serveLocal } from ${JSON.stringify(join(import.meta.dirname, 'serve-local.ts'))}
  const handler = async ({ path }) => { if (path === '/die') process.kill(process.pid, 'SIGKILL'); return { status: 200, json: 1 } }
  await serveLocal({ dataDir: process.argv[1], handler, onError: () => {} })
  process.stdout.write('ready')`

/** A server in a process of its own, which dies by SIGKILL when asked for /die. */
const startAndKill = async (folder: string): Promise<{ child: ChildProcess; gone: Promise<unknown> }> => {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', SERVER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise((done) => child.once('exit', done))
  await new Promise((done) => child.stdout.once('data', done))
  return { child, gone }
}

describe('After kill -9', () => {
  test('the one who asked hears that it broke off, the next that nobody is there, and a new server takes over', async () => {
    const { gone } = await startAndKill(dataDir)
    await expect(askLocal(dataDir, { method: 'POST', path: '/die', body: megabytes(1) })).rejects.toThrow(
      LocalSocketBroken,
    )
    await gone
    expect(existsSync(join(dataDir, 'run/command.sock'))).toBe(true)
    expect(await askLocal(dataDir, { method: 'GET', path: '/' })).toBeNull()
    const body = megabytes(2)
    expect(await askLocal(dataDir, { method: 'POST', path: '/', body })).toBeNull()
    expect((await body.next()).done, 'the body was not touched').toBe(false)
    await serve(hello)
    expect(await askLocal(dataDir, { method: 'GET', path: '/' })).toEqual({ status: 200, json: { said: 'hallo' } })
  })

  test('a folder elsewhere is left behind once, not for ever', async () => {
    dataDir = deep()
    const { gone } = await startAndKill(dataDir)
    const first = readFileSync(join(dataDir, 'run/socket-folder'), 'utf8').trim()
    await askLocal(dataDir, { method: 'GET', path: '/die' }).catch(() => undefined)
    await gone
    await serve(hello)
    expect(existsSync(first)).toBe(false)
    expect(await askLocal(dataDir, { method: 'GET', path: '/' })).not.toBeNull()
    await servers.pop()?.close()
    dataDir = dirname(dataDir)
  })
})
