import { createServer, type Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { AppEnv } from './app-env.ts'

/** Nobody can listen there: somebody else does, or the address or the port is not ours. */
export class CannotListen extends Error {}

export type Served = { port: number; close(): Promise<void> }

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (fault) =>
      reject(codeOf(fault) in faults ? new CannotListen(faults[codeOf(fault)]?.(port, host)) : fault),
    )
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })

const faults: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) => `PORT is ${port}, and another program already uses it: choose another PORT.`,
  EACCES: (port) => `PORT is ${port}, and this user may not listen there: choose a PORT of 1024 or higher.`,
  EADDRNOTAVAIL: (_port, host) =>
    `HOST is ${host}, which is no address of this machine: give one that is, or 127.0.0.1.`,
  ENOTFOUND: (_port, host) =>
    `HOST is ${host}, a name that nobody knows: give an address of this machine, or 127.0.0.1.`,
  EAI_AGAIN: (_port, host) =>
    `HOST is ${host}, a name that nobody knows: give an address of this machine, or 127.0.0.1.`,
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // Who reads slowly is given a little time; a stop must end.
    setTimeout(() => server.closeAllConnections(), 3000).unref()
  })

// `localhost` is ::1 to some browsers and 127.0.0.1 to others.
const alsoOn = (host: string): string | null => (host === '127.0.0.1' ? '::1' : host === '::1' ? '127.0.0.1' : null)

const codeOf = (fault: unknown): string => (fault instanceof Error && 'code' in fault ? String(fault.code) : '')

const isAbsent = (fault: unknown): boolean => fault instanceof CannotListen || codeOf(fault) === 'EAFNOSUPPORT'

/**
 * Says at once that an address is taken, before a start does what takes long.
 * @throws CannotListen when the address is in use, or not ours
 */
export const demandFree = async (host: string, port: number): Promise<void> => {
  if (port === 0) return
  const probe = createServer()
  await listen(probe, port, host)
  await close(probe)
}

/**
 * Serves the program over HTTP, on a loopback address of both kinds.
 * @param port 0 for any free one
 * @throws CannotListen when the address is in use, or not ours
 */
export const serveHttp = async (app: Hono<AppEnv>, host: string, port: number): Promise<Served> => {
  const make = (): Server => createAdaptorServer({ fetch: app.fetch }) as Server
  const first = make()
  const bound = await listen(first, port, host)
  const servers = [first]
  const other = alsoOn(host)
  if (other !== null) {
    const second = make()
    await listen(second, bound, other).then(
      () => servers.push(second),
      (fault: unknown) => {
        if (!isAbsent(fault)) throw fault
      },
    )
  }
  return { port: bound, close: async () => void (await Promise.all(servers.map(close))) }
}
