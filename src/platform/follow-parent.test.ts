import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { expect, test } from 'vitest'

const program = `
  import { endWithParent } from ${JSON.stringify(join(import.meta.dirname, 'follow-parent.ts'))}
  setInterval(() => {}, 1000)
  endWithParent(() => { console.log('ends'); process.exit(0) })
  console.log('pid ' + process.pid)`

// npm's place is taken by a process that starts `sh -c`, which starts the server and waits, as npm does.
const likeNpm = `
  import { spawn } from 'node:child_process'
  spawn('sh', ['-c', '"$NODE" --input-type=module --eval "$PROGRAM"; exit'], { stdio: ['ignore', 'inherit', 'ignore'] })`

const tree = (event: string) => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', likeNpm], {
    env: { ...process.env, npm_lifecycle_event: event, NODE: process.execPath, PROGRAM: program },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  const server = () => Number(/^pid (\d+)$/.exec(lines[0] ?? '')?.[1])
  return { child, lines, server }
}

test('the server ends by itself when npm, two processes above it, is killed', async () => {
  const { child, lines, server } = tree('start')
  await expect.poll(server, { timeout: 10_000 }).toBeGreaterThan(0)
  child.kill('SIGKILL')
  await expect.poll(() => lines, { timeout: 10_000 }).toContain('ends')
})

test('a server that something else started outlives it', async () => {
  const { child, lines, server } = tree('')
  await expect.poll(server, { timeout: 10_000 }).toBeGreaterThan(0)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await new Promise((done) => setTimeout(done, 1500))
  process.kill(server(), 'SIGKILL')
  expect(lines).toHaveLength(1)
})
