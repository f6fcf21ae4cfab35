import pg from 'pg'
import type { Column, Learnt } from './learnt.ts'

/** One statement with its values. */
export type Step = { readonly text: string; readonly values: readonly unknown[] }

/** What a statement answered, as `pg` would have it. */
export type StepResult = { command: string; rowCount: number | null; rows: Record<string, unknown>[] }

type Described = { fields: readonly { name: string; dataTypeID: number }[] }
type Answered = { fields: readonly (string | null)[] }

/** The part of a connection of `pg` that writes messages of the protocol. */
type Wire = {
  stream: { cork(): void; uncork(): void }
  parse(message: { name: string; text: string }): void
  bind(message: { statement: string; values: readonly unknown[] }): void
  describe(message: { type: 'P' }): void
  execute(message: null): void
  close(message: { type: 'S'; name: string }): void
  sync(): void
}

// As `pg` itself writes and reads values; its types do not know of the one, and name only some kinds for the other.
const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils
const parserOf = pg.types.getTypeParser as unknown as (kind: number) => (value: string) => unknown

type Doing = {
  text: string
  values: readonly unknown[]
  name: string
  fresh: boolean
  columns: readonly Column[]
  result: StepResult
}

/**
 * Statements that go to the server in one message and are answered in one: each after the one before it, and none after
 * one that fails. Each is prepared once per connection, and its columns are asked for once. It is a query of `pg`, so that
 * it takes its turn among the others.
 */
export class Batch extends pg.Query {
  readonly steps: readonly Step[]
  readonly #learnt: Learnt
  readonly #doing: readonly Doing[]
  readonly #done: (results: StepResult[]) => void
  readonly #failed: (error: unknown) => void
  #at = 0
  #fault: unknown = null

  /** @throws when a value cannot be written, before anything is sent */
  constructor(
    steps: readonly Step[],
    learnt: Learnt,
    done: (results: StepResult[]) => void,
    failed: (error: unknown) => void,
  ) {
    super('')
    this.steps = steps
    this.#learnt = learnt
    this.#done = done
    this.#failed = failed
    this.#doing = steps.map(({ text, values }) => {
      const columns = learnt.columnsOf(text)
      return {
        text,
        values: values.map((value) => prepareValue(value)),
        name: learnt.nameOf(text),
        fresh: columns === undefined,
        columns: columns ?? [],
        result: { command: '', rowCount: null, rows: [] },
      }
    })
  }

  override submit = (connection: unknown): void => {
    const wire = connection as Wire
    wire.stream.cork()
    try {
      for (const { text, values, name, fresh } of this.#doing) {
        // It may have been prepared before in a message that failed: to close what is not there is no error.
        if (fresh && name !== '') wire.close({ type: 'S', name })
        if (fresh) wire.parse({ name, text })
        wire.bind({ statement: name, values })
        if (fresh) wire.describe({ type: 'P' })
        wire.execute(null)
      }
      wire.sync()
    } finally {
      wire.stream.uncork()
    }
  }

  handleRowDescription({ fields }: Described): void {
    const doing = this.#doing[this.#at]
    if (doing !== undefined)
      doing.columns = fields.map(({ name, dataTypeID }) => ({ name, parse: parserOf(dataTypeID) }))
  }

  handleDataRow({ fields }: Answered): void {
    const { columns, result } = this.#doing[this.#at] ?? {}
    if (columns === undefined || result === undefined) return
    const row: Record<string, unknown> = {}
    try {
      for (let at = 0; at < columns.length; at += 1) {
        const [column, value = null] = [columns[at], fields[at]]
        if (column !== undefined) row[column.name] = value === null ? null : column.parse(value)
      }
    } catch (error) {
      this.#fault ??= error
    }
    result.rows.push(row)
  }

  handleCommandComplete({ text }: { text: string }): void {
    const { result } = this.#doing[this.#at] ?? {}
    this.#at += 1
    if (result === undefined) return
    const words = text.split(' ')
    result.command = words[0] ?? ''
    const count = Number(words.at(-1))
    result.rowCount = words.length > 1 && Number.isInteger(count) ? count : null
  }

  handleEmptyQuery(): void {
    this.#at += 1
  }

  handlePortalSuspended(): void {
    // Every portal is read to its end.
  }

  handleError(error: unknown): void {
    for (const { text, fresh } of this.#doing) if (fresh) this.#learnt.forget(text)
    this.#tell()
    this.#failed(error)
  }

  handleReadyForQuery(): void {
    this.#tell()
    if (this.#fault !== null) return this.#failed(this.#fault)
    for (const { text, fresh, columns } of this.#doing) if (fresh) this.#learnt.learn(text, columns)
    this.#done(this.#doing.map(({ result }) => result))
  }

  /** `pg` waits for its own callback where a time limit is set. */
  #tell(): void {
    const { callback } = this as unknown as { callback?: () => void }
    callback?.()
  }
}
