import { Agent, request } from 'node:http'

export type Target = { port: number; path: (n: number) => string; headers: (n: number) => Record<string, string> }
export type Measured = { perSecond: number; p50: number; p99: number; bytes: number }

/** One page of a target. @returns its bytes */
export const ask = (agent: Agent, target: Target, n: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const options = { agent, port: target.port, host: '127.0.0.1', path: target.path(n), headers: target.headers(n) }
    request(options, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength
      })
      response.on('end', () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`status ${response.statusCode}`)),
      )
    })
      .on('error', reject)
      .end()
  })

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Asks with so many connections that each waits for its answer, for so long. Milliseconds, bytes of the last body. */
export const load = async (target: Target, connections: number, milliseconds: number): Promise<Measured> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const took: number[] = []
  let bytes = 0
  let next = 0
  const begun = performance.now()
  const connection = async (): Promise<void> => {
    while (performance.now() - begun < milliseconds) {
      const from = performance.now()
      bytes = await ask(agent, target, next++)
      took.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  const seconds = (performance.now() - begun) / 1000
  agent.destroy()
  const sorted = took.toSorted((a, b) => a - b)
  return { perSecond: took.length / seconds, p50: at(sorted, 0.5), p99: at(sorted, 0.99), bytes }
}

/** The middle one of some figures. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The middle one of one figure over several runs. */
export const medianOf = (runs: readonly Measured[], key: keyof Measured): number => median(runs.map((run) => run[key]))
