import { type IncomingMessage, request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { findSocket } from './socket-path.ts'

export type LocalQuestion = {
  readonly method: string
  /** Path with query, as in a URL. */
  readonly path: string
  readonly body?: AsyncIterable<Uint8Array>
  /** Breaks the connection off. */
  readonly signal?: AbortSignal
}

export type LocalAnswer = { readonly status: number; readonly json: unknown }

/** The socket is there, but may not be opened by this user. */
export class LocalSocketClosed extends Error {}

/** The server, or the asker, went away in between: whether it did what was asked is not known. */
export class LocalSocketBroken extends Error {}

/**
 * Asks the server that runs on this data folder.
 * @returns null when none runs (no socket, or one that a killed server left)
 * @throws LocalSocketClosed, LocalSocketBroken, or what the body throws while it is read
 */
export const askLocal = async (dataDir: string, question: LocalQuestion): Promise<LocalAnswer | null> => {
  try {
    const path = findSocket(dataDir)
    return path === null ? null : await send(path, question)
  } catch (error) {
    if (error instanceof BodyFailed) throw error.cause
    if (error instanceof NobodyListens) return null
    throw isRefusal(error) ? new LocalSocketClosed(`no permission in ${dataDir}`) : error
  }
}

class NobodyListens extends Error {}
class BodyFailed extends Error {}

const send = (socketPath: string, { method, path, body, signal }: LocalQuestion): Promise<LocalAnswer> =>
  new Promise((resolve, reject) => {
    let connected = false
    const fail = (error: unknown): void => reject(judge(error, connected))
    const asked = httpRequest({ socketPath, method, path, agent: false, ...(signal && { signal }) })
    // The body is touched only when somebody listens: it may be all there is, and be needed for something else.
    const begin = (): void => {
      connected = true
      if (body === undefined) asked.end()
      else pipeline(marked(body), asked).catch(fail)
    }
    asked.once('socket', (socket) => socket.once('connect', begin))
    asked.once('response', (response) => void readAnswer(response).then(resolve, fail))
    asked.on('error', fail)
  })

const judge = (error: unknown, connected: boolean): unknown => {
  if (error instanceof BodyFailed) return error
  if (!connected) return ['ECONNREFUSED', 'ENOENT'].includes(codeOf(error)) ? new NobodyListens() : error
  return new LocalSocketBroken('the connection broke off', { cause: error })
}

const marked = async function* (body: AsyncIterable<Uint8Array>) {
  try {
    yield* body
  } catch (error) {
    throw new BodyFailed('the body could not be read', { cause: error })
  }
}

const isRefusal = (error: unknown): boolean => ['EACCES', 'EPERM'].includes(codeOf(error))

const readAnswer = async (response: IncomingMessage): Promise<LocalAnswer> => {
  const json: unknown = JSON.parse(await text(response))
  return { status: response.statusCode ?? 0, json }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
