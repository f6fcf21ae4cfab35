import {
  CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
import type { Db } from './types.ts'

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** What a statement may be given before it is known who asks: the settings that entering makes. */
export type OwnSetting = 'app.schools()' | 'app.persons()'

/** A statement that is sent together with entering, bound to the settings that entering makes. */
export type Ask = { readonly name: string; readonly call: string }

export type Statement<Values extends readonly unknown[], Row> = {
  /** As PostgreSQL gets it, with $1, $2, … */
  readonly text: string
  bound: (...values: Values) => unknown[]
  rows: <Tables>(db: Db<Tables>, ...values: Values) => Promise<Row[]>
  /** The same question, to be sent along with entering; its rows are found with `answered`. */
  along: (...settings: { [At in keyof Values]: OwnSetting }) => Ask
  /** The rows of that, or null when it was not sent along. */
  answered: (answers: Answers) => Row[] | null
}

/** Rows by the name of the statement that was sent along. */
export type Answers = ReadonlyMap<string, unknown[]>

/** Texts of all statements, by the name under which a connection prepares them. */
export const statementTexts = new Map<string, string>()

/**
 * A statement written once: building it anew for every reader costs as much as answering it. For the pages that are
 * opened most.
 * @param build gets a place for each value; each may stand anywhere and more than once
 */
export const statement = <Values extends readonly unknown[], Row>(
  build: (...places: { [At in keyof Values]: symbol }) => RawBuilder<Row>,
): Statement<Values, Row> => {
  const places = Array.from({ length: build.length }, (_, at) => Symbol(String(at)))
  const { sql: text, parameters } = build(...(places as { [At in keyof Values]: symbol })).compile(compiler)
  const order = parameters.map((place) => places.indexOf(place as symbol))
  const bound = (...values: readonly unknown[]): unknown[] => order.map((at) => values[at])
  const name = `along_${statementTexts.size}`
  statementTexts.set(name, text)
  return {
    text,
    bound,
    rows: async (db, ...values) => (await db.executeQuery<Row>(CompiledQuery.raw(text, bound(...values)))).rows,
    along: (...settings) => ({ name, call: `${name}(${bound(...settings).join(', ')})` }),
    answered: (answers) => (answers.get(name) as Row[] | undefined) ?? null,
  }
}
