import { chmodSync, rmSync } from 'node:fs'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { connect } from 'node:net'
import { findSocket, makeSocketPlace } from './socket-path.ts'

/** What a command asks of the running server. The body streams: it may be larger than memory. */
export type LocalRequest = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: AsyncIterable<Uint8Array>
  /** Fires when the one who asked has gone. */
  readonly signal: AbortSignal
}

export type LocalReply = { readonly status: number; readonly json: unknown }

export type LocalHandler = (request: LocalRequest) => Promise<LocalReply>

export type LocalServer = { readonly path: string; close(): Promise<void> }

export type LocalWish = {
  readonly dataDir: string
  readonly handler: LocalHandler
  /** Gets what the handler throws; the asker only learns that something failed. */
  readonly onError: (error: unknown) => void
}

/**
 * Listens for commands on a socket that only the owner of the data folder (and root) can open: HTTP with JSON replies.
 * What a killed server left is taken over. The caller holds the lock of the data folder.
 * @throws Error when a live server answers on this data folder
 */
export const serveLocal = async (wish: LocalWish): Promise<LocalServer> => {
  const earlier = findSocket(wish.dataDir)
  if (earlier !== null && (await answers(earlier))) throw new Error(`Another server answers on ${earlier}.`)
  const place = makeSocketPlace(wish.dataDir)
  rmSync(place.path, { force: true })
  const server = createServer((request, response) => void answer(wish, request, response))
  // A large file may take its time; who is on this socket is trusted.
  server.requestTimeout = 0
  await listen(server, place.path)
  chmodSync(place.path, 0o600)
  return {
    path: place.path,
    close: async () => {
      await new Promise((done) => {
        server.close(done)
        server.closeIdleConnections()
      })
      place.leave()
    },
  }
}

const listen = (server: Server, path: string): Promise<void> =>
  new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(path, () => {
      server.off('error', fail)
      done()
    })
  })

const answers = (path: string): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(path)
    socket.once('connect', () => done(true)).once('error', () => done(false))
    socket.once('connect', () => socket.destroy())
  })

const answer = async (wish: LocalWish, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const reply = await replyTo(wish, request, response)
  await drained(request)
  // The asker may have gone; there is nobody to tell then.
  response.on('error', () => undefined)
  response.writeHead(reply.status, { 'content-type': 'application/json; charset=utf-8', connection: 'close' })
  response.end(JSON.stringify(reply.json))
}

const replyTo = async (wish: LocalWish, request: IncomingMessage, response: ServerResponse): Promise<LocalReply> => {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  try {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const { method = 'GET' } = request
    return await wish.handler({
      method,
      path: url.pathname,
      query: url.searchParams,
      body: request,
      signal: gone.signal,
    })
  } catch (error) {
    if (!gone.signal.aborted) wish.onError(error)
    return { status: 500, json: null }
  }
}

// A refusal may come before the whole file was read; closing then would break the asker off before it reads why.
const drained = (request: IncomingMessage): Promise<void> =>
  new Promise((done) => {
    if (request.readableEnded || request.destroyed) return done()
    request
      .once('end', done)
      .once('close', done)
      .once('error', () => done())
    request.resume()
  })
