// A class that signs in at once, against nothing but the hashing of as many passwords on the same machine, in turns.
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { hashPassword } from '#modules/accounts/password.ts'
import { withClient } from '#platform/db/embedded-database.ts'
import { formToken } from '#platform/http/secrets.ts'
import { asSuperuser, makeDataFolder, readers } from './bench-house.ts'
import type { Figure } from './figure.ts'
import { socketFolderOf, startProgram, startServer } from './program.ts'
import { median } from './load.ts'

const pupils = 35
const rounds = 11
const warming = 12
const password = 'vier groene fietsen'

/** Sends the form of the door. @returns whether it opened */
const signIn = (agent: Agent, port: number, n: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const door = randomBytes(32).toString('base64url')
    const body = new URLSearchParams({ _form: formToken(door), login: `bench${n % readers}`, password }).toString()
    const headers = {
      cookie: `samenspraak-deur=${door}`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    }
    request({ agent, port, host: '127.0.0.1', path: '/inloggen', method: 'POST', headers }, (response) => {
      response.resume()
      response.on('end', () =>
        response.statusCode === 303 ? resolve() : reject(new Error(`status ${response.statusCode}`)),
      )
    })
      .on('error', reject)
      .end(body)
  })

/** How many a second, when all of a class come at once. */
const perSecond = async (one: (n: number) => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await Promise.all(Array.from({ length: pupils }, (_, n) => one(n)))
  return pupils / ((performance.now() - begun) / 1000)
}

const askBare = (agent: Agent, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    request({ agent, port, host: '127.0.0.1', path: '/' }, (response) => {
      response.resume()
      response.on('end', () => resolve())
    })
      .on('error', reject)
      .end()
  })

export const run = async (): Promise<Figure[]> => {
  const { dataDir, remove } = await makeDataFolder()
  const server = await startServer(dataDir)
  const hash = await hashPassword(password)
  await withClient(asSuperuser(socketFolderOf(dataDir)), (owner) =>
    owner.query('update app.account set password_hash = $1', [hash]),
  )
  const bare = await startProgram(['bench/bare-hashing.ts'])
  const agent = new Agent({ keepAlive: true, maxSockets: pupils })
  const door = (n: number): Promise<void> => signIn(agent, server.port, n)
  const hashing = (): Promise<void> => askBare(agent, bare.port)
  // A program that has served for a while: its code is compiled, and each connection knows what is asked.
  for (let round = 0; round < warming; round += 1) await perSecond(door)
  await perSecond(hashing)
  const runs = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    runs.bare.push(await perSecond(hashing))
    runs.ours.push(await perSecond((n) => door(n + round * pupils)))
  }
  agent.destroy()
  await bare.stop()
  await server.stop()
  remove()
  const [ours, alone] = [median(runs.ours), median(runs.bare)]
  return [
    {
      name: 'sign-in-peak',
      // Of each round against the one beside it, for the machine is not equally fast all the time.
      ratio: median(runs.ours.map((perSecond, at) => perSecond / (runs.bare[at] ?? perSecond))),
      target: 0.8,
      wanted: 'at least',
      note: `ours ${ours.toFixed(0)} sign-ins/s, hashing alone ${alone.toFixed(0)}/s, ${pupils} at once`,
    },
  ]
}
