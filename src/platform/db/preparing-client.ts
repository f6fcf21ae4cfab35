import pg from 'pg'
import { statementTexts } from './statement.ts'

const names = new Map<string, string>()
const mostNames = 1000

const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= mostNames) return undefined
  const name = `q${names.size}`
  names.set(text, name)
  return name
}

type Asked = (...args: unknown[]) => Promise<unknown>

const nothing = { rows: [], rowCount: 0, command: '', oid: 0, fields: [] }
const opens = /^(begin|start transaction)/
const readsOnly = /^start transaction .*read only/

/** A statement whose one value is bytes, written out: hexadecimal digits cannot be anything else. */
const asText = (text: string, values: unknown): string | undefined =>
  Array.isArray(values) && values.length === 1 && Buffer.isBuffer(values[0]) && text.split('$1').length === 2
    ? text.replace('$1', `'\\x${values[0].toString('hex')}'::bytea`)
    : undefined

const mark = /^([^]*) \/\* along: (.*) \*\/$/

/** Names the statements to be sent along with the one before it, in a comment: any other client passes over them. */
export const marked = (calls: readonly string[]): string => `/* along: ${calls.join('; ')} */`

type Result = { rows: Record<string, unknown>[] }

// So long a transaction that only read may stay open when nobody needs its connection.
const lingerMs = 10

/**
 * A client that wins back what transactions and policies cost a page: each statement with values is prepared once per
 * connection, by name; a transaction is opened together with its first statement; and one that only read is ended
 * together with the opening of the next, or a moment later. What was measured stands in decision 0033.
 */
export class PreparingClient extends pg.Client {
  #opening: string | null = null
  #reading = false
  #lingering = false
  #linger: NodeJS.Timeout | null = null
  #prepared = new Set<string>()

  constructor(config?: pg.ClientConfig) {
    // Statements are sent without waiting for the answer to the one before; the server answers in order.
    super({ ...config, pipeline: true })
  }

  // @types/pg declares eight overloads of query; all arrive here.
  override query(...args: unknown[]): never {
    const ask = super.query.bind(this) as unknown as Asked
    const [text, values] = args
    return this.#send(ask, text, values, args) as never
  }

  #send(ask: Asked, text: unknown, values: unknown, args: unknown[]): Promise<unknown> {
    const opensOne = typeof text === 'string' && opens.test(text)
    // A statement outside any transaction must not fall into the one before it, in whatever form it is asked.
    if (this.#opening === null && this.#lingering && !opensOne) this.#endLingering(ask)
    if (typeof text !== 'string' || typeof args.at(-1) === 'function') return this.#withOpening(ask, () => ask(...args))
    if (opensOne) {
      this.#opening = this.#lingering ? `commit; ${text}` : text
      this.#lingering = false
      this.#reading = readsOnly.test(text)
      return Promise.resolve(nothing)
    }
    if (text === 'commit' || text === 'rollback') return this.#close(ask, text)
    const first = this.#opening === null ? undefined : asText(text, values)
    if (first !== undefined) return this.#sendAtOnce(ask, first)
    const name = Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
    return this.#withOpening(ask, () => (name === undefined ? ask(...args) : ask({ name, text, values })))
  }

  /** The opening, the first statement and what goes along as one message; the server answers with one result for each. */
  async #sendAtOnce(ask: Asked, first: string): Promise<unknown> {
    const [, alone = first, listed = ''] = mark.exec(first) ?? []
    const calls = listed === '' ? [] : listed.split('; ')
    await this.#learn(ask, calls)
    const opening = this.#opening ?? ''
    this.#opening = null
    const results = (await ask([opening, alone, ...calls.map((call) => `execute ${call}`)].join('; '))) as Result[]
    const own = results.at(-1 - calls.length)
    if (own === undefined || calls.length === 0) return own
    const asked = results.slice(-calls.length).map(({ rows }) => rows)
    return { ...own, rows: own.rows.map((row) => ({ ...row, asked })) }
  }

  /** Once per connection: prepares what these calls execute. What fails is not known, and is tried again. */
  async #learn(ask: Asked, calls: readonly string[]): Promise<void> {
    for (const call of calls) {
      const name = call.slice(0, call.indexOf('('))
      if (this.#prepared.has(name)) continue
      if (this.#opening?.startsWith('commit; ') === true) {
        this.#opening = this.#opening.slice('commit; '.length)
        await ask('commit')
      }
      await ask(`prepare ${name} as ${statementTexts.get(name) ?? ''}`)
      this.#prepared.add(name)
    }
  }

  async #withOpening(ask: Asked, run: () => Promise<unknown>): Promise<unknown> {
    const opening = this.#opening
    if (opening === null) return run()
    this.#opening = null
    const { stream } = this.connection
    stream.cork()
    const both = Promise.all([ask(opening), run()])
    stream.uncork()
    // When the opening fails, so does what follows it.
    const [, result] = await both
    return result
  }

  #close(ask: Asked, text: string): Promise<unknown> {
    if (this.#opening !== null) {
      // Nothing was asked between opening and end. The transaction before this one may still wait for its own end.
      const waits = this.#opening.startsWith('commit')
      this.#opening = null
      if (waits) this.#endLater(ask)
      return Promise.resolve(nothing)
    }
    if (!this.#reading || text !== 'commit') return ask(text)
    this.#endLater(ask)
    return Promise.resolve(nothing)
  }

  #endLater(ask: Asked): void {
    this.#lingering = true
    this.#linger ??= setTimeout(() => this.#endLingering(ask), lingerMs).unref()
    this.#linger.refresh()
  }

  #endLingering(ask: Asked): void {
    if (!this.#lingering) return
    this.#lingering = false
    ask('commit').catch(() => undefined)
  }
}
