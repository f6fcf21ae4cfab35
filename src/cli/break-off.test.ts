import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { runCommandLine } from './command-line.ts'
import { typist } from './typist.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'cli-break-'))
const env = { DATA_DIR: join(folder, 'data') }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('A command that is broken off while it waits for its input changes nothing and leaves the folder free', async () => {
  const type = typist(env)
  await type(['schools', 'add', '--key', 'klim', '--name', 'De Klimboom', '--region', 'midden', '--stage', 'BO'])
  const operator = new AbortController()
  const stdin = (async function* () {
    yield Buffer.from('key,first_name,last_name\n1,Sanne,Vries\n')
    operator.abort()
    await new Promise(() => undefined)
  })()
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const exit = await runCommandLine(
    ['import', 'pupils', '-', '--school', 'klim'],
    env,
    { stdin, stdout, stderr },
    operator.signal,
  )
  stderr.end()
  expect({ exit, stderr: await text(stderr) }).toEqual({ exit: 2, stderr: 'Broken off; nothing was changed.\n' })
  expect((await type(['schools', '--json'])).stdout).toContain('"pupils":0')
})
