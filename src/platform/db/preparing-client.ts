import pg from 'pg'
import { Along } from './along.ts'
import { Batch, type Step, type StepResult } from './batch.ts'
import { Learnt } from './learnt.ts'

type Asked = (...args: unknown[]) => Promise<unknown>

const nothing = { rows: [], rowCount: 0, command: '', oid: 0, fields: [] }
const opens = /^(begin|start transaction)/
const readsOnly = /^start transaction .*read only/

// So long a transaction that only read may stay open when nobody needs its connection.
const lingerMs = 10

const step = (text: string): Step => ({ text, values: [] })

/**
 * A client that wins back what transactions and policies cost a page: each statement with values is prepared once per
 * connection; a transaction is opened in the message of its first statement, and what needs nothing but who asks goes in that
 * message too; and one that only read is ended together with the opening of the next, or a moment later. What was
 * measured stands in decision 0033.
 */
export class PreparingClient extends pg.Client {
  #opening: readonly string[] = []
  #reading = false
  #lingering = false
  #linger: NodeJS.Timeout | null = null
  readonly #learnt = new Learnt()

  constructor(config?: pg.ClientConfig) {
    // Statements are sent without waiting for the answer to the one before; the server answers in order.
    super({ ...config, pipeline: true })
  }

  // @types/pg declares eight overloads of query; all arrive here.
  override query(...args: unknown[]): never {
    const ask = super.query.bind(this) as unknown as Asked
    return this.#send(ask, args) as never
  }

  #send(ask: Asked, args: unknown[]): Promise<unknown> {
    const [text, values] = args
    const opensOne = typeof text === 'string' && opens.test(text)
    // A statement outside any transaction must not fall into the one before it, in whatever form it is asked.
    if (this.#opening.length === 0 && this.#lingering && !opensOne) this.#endLingering(ask)
    if (typeof text !== 'string' || typeof args.at(-1) === 'function') return this.#open(ask, () => ask(...args))
    if (opensOne) {
      this.#opening = this.#lingering ? ['commit', text] : [text]
      this.#lingering = false
      this.#reading = readsOnly.test(text)
      return Promise.resolve(nothing)
    }
    if (text === 'commit' || text === 'rollback') return this.#close(ask, text)
    if (Array.isArray(values) && values.length > 0) return this.#askWith(ask, text, values)
    return this.#askPlain(ask, text)
  }

  /** With what opens the transaction before it, and with what goes along after it, as one message. */
  async #askWith(ask: Asked, text: string, values: readonly unknown[]): Promise<unknown> {
    const along = values.at(-1)
    const asks = along instanceof Along ? along.asks : []
    const opening = this.#takeOpening()
    const own = along instanceof Along ? values.slice(0, -1) : values
    const results = await this.#batch(ask, [...opening.map(step), { text, values: own }, ...asks])
    if (along instanceof Along) along.answer(results.slice(opening.length + 1).map(({ rows }) => rows))
    return results[opening.length]
  }

  #batch(ask: Asked, steps: readonly Step[]): Promise<StepResult[]> {
    return new Promise<StepResult[]>((resolve, reject) => {
      void ask(new Batch(steps, this.#learnt, resolve, reject))
    }).catch((error: unknown) => {
      // The place that asked says more than the place that read the answer.
      if (error instanceof Error) Error.captureStackTrace(error)
      throw error
    })
  }

  /** A text without values may be several statements; when the opening fails, none of them is tried. */
  async #askPlain(ask: Asked, text: string): Promise<unknown> {
    const opening = this.#takeOpening()
    if (opening.length === 0) return ask(text)
    const results: unknown = await ask([...opening, text].join('; '))
    return Array.isArray(results)
      ? results.length === opening.length + 1
        ? results.at(-1)
        : results.slice(opening.length)
      : results
  }

  async #open(ask: Asked, run: () => Promise<unknown>): Promise<unknown> {
    const opening = this.#takeOpening()
    if (opening.length > 0) await ask(opening.join('; '))
    return run()
  }

  #takeOpening(): readonly string[] {
    const opening = this.#opening
    this.#opening = []
    return opening
  }

  #close(ask: Asked, text: string): Promise<unknown> {
    if (this.#opening.length > 0) {
      // Nothing was asked between opening and end. The transaction before this one may still wait for its own end.
      const waits = this.#opening.length > 1
      this.#opening = []
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
