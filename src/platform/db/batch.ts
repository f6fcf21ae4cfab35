import pg from 'pg'

/** One statement with its values. */
export type Step = { readonly text: string; readonly values: readonly unknown[] }

/** What a statement answered, as `pg` would have it. */
export type StepResult = { command: string; rowCount: number | null; rows: Record<string, unknown>[] }

type Column = { name: string; parse: (value: string) => unknown }

/** The statements that one connection has prepared, by their text, with the columns they answer. */
export type Learnt = Map<string, { readonly name: string; readonly columns: readonly Column[] }>

type Described = { fields: readonly { name: string; dataTypeID: number }[] }
type Answered = { fields: readonly (string | null)[] }

/** The part of a connection of `pg` that writes messages of the protocol. */
type Wire = {
  stream: { cork(): void; uncork(): void }
  parse(message: { name: string; text: string }): void
  bind(message: { statement: string; values: readonly unknown[]; valueMapper: (value: unknown) => unknown }): void
  describe(message: { type: 'P' }): void
  execute(message: null): void
  sync(): void
}

// As `pg` itself writes and reads values; its types do not know of the one, and name only some kinds for the other.
const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils
const parserOf = pg.types.getTypeParser as unknown as (kind: number) => (value: string) => unknown

// A connection keeps so many statements prepared; what comes after them is prepared each time.
const mostLearnt = 1000
let namesGiven = 0

type Doing = { step: Step; name: string; fresh: boolean; columns: readonly Column[]; result: StepResult }

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
    this.#doing = steps.map((step) => {
      const known = learnt.get(step.text)
      const name = known?.name ?? (learnt.size < mostLearnt ? `s${namesGiven++}` : '')
      return {
        step,
        name,
        fresh: known === undefined,
        columns: known?.columns ?? [],
        result: { command: '', rowCount: null, rows: [] },
      }
    })
  }

  override submit = (connection: unknown): void => {
    const wire = connection as Wire
    wire.stream.cork()
    try {
      for (const { step, name, fresh } of this.#doing) {
        if (fresh) wire.parse({ name, text: step.text })
        wire.bind({ statement: name, values: step.values, valueMapper: prepareValue })
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
      doing.columns = fields.map(({ name, dataTypeID }) => ({
        name,
        parse: parserOf(dataTypeID),
      }))
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

  // What was prepared before the fault keeps its name on the server; the next time it gets another.
  handleError(error: unknown): void {
    this.#failed(error)
  }

  handleReadyForQuery(): void {
    if (this.#fault !== null) return this.#failed(this.#fault)
    for (const { step, name, fresh, columns } of this.#doing)
      if (fresh && name !== '') this.#learnt.set(step.text, { name, columns })
    this.#done(this.#doing.map(({ result }) => result))
  }
}
