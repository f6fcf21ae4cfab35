import { createServer, type Server } from 'node:http'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { AppEnv } from './app-env.ts'
import { CannotListen, demandFree, serveHttp } from './serve.ts'

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

test('an address that is taken is refused in one sentence, before and while serving, and taken up once it is free', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const port = portOf(other)
  const app = new Hono<AppEnv>()
  const sentence = `PORT is ${port}, and another program already uses it: choose another PORT.`
  await expect(demandFree('127.0.0.1', port)).rejects.toEqual(new CannotListen(sentence))
  await expect(serveHttp(app, '127.0.0.1', port)).rejects.toEqual(new CannotListen(sentence))
  await new Promise((resolve) => other.close(resolve))
  await demandFree('127.0.0.1', port)
  const served = await serveHttp(app, '127.0.0.1', port)
  expect(served.port).toBe(port)
  await served.close()
  await demandFree('127.0.0.1', 0)
})

test.each([
  ['8.8.8.8', 'HOST is 8.8.8.8, which is no address of this machine: give one that is, or 127.0.0.1.'],
  [
    'nowhere.invalid',
    'HOST is nowhere.invalid, a name that nobody knows: give an address of this machine, or 127.0.0.1.',
  ],
])('an address that is not ours is said: %s', async (host, sentence) => {
  await expect(demandFree(host, 34_567)).rejects.toEqual(new CannotListen(sentence))
})
