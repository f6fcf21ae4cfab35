import {
  CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely'
import type { Answers } from './along.ts'
import type { Step } from './batch.ts'
import type { Db } from './types.ts'

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

export type Statement<Values extends readonly unknown[], Row> = {
  /** As PostgreSQL gets it, with $1, $2, … in the order of the values. */
  readonly text: string
  rows: <Tables>(db: Db<Tables>, ...values: Values) => Promise<readonly Row[]>
  /** The same question, to be sent along with resuming; its rows are found with `answered`. */
  along: (...values: Values) => Step
  /** The rows of that, or null when it was not sent along. */
  answered: (answers: Answers) => readonly Row[] | null
}

/**
 * A statement written once: building it anew for every reader costs as much as answering it. For the pages that are
 * opened most.
 * @param build gets a place for each value; each may stand anywhere and more than once
 */
export const statement = <Values extends readonly unknown[], Row>(
  build: (...places: { [At in keyof Values]: symbol }) => RawBuilder<Row>,
): Statement<Values, Row> => {
  const places = Array.from({ length: build.length }, (_, at) => Symbol(String(at)))
  const { sql: written, parameters } = build(...(places as { [At in keyof Values]: symbol })).compile(compiler)
  const text = written.replace(/\$(\d+)/g, (_, at) => `$${places.indexOf(parameters[Number(at) - 1] as symbol) + 1}`)
  return {
    text,
    rows: async (db, ...values) => (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows,
    along: (...values) => ({ text, values }),
    answered: (answers) => (answers.get(text) as readonly Row[] | undefined) ?? null,
  }
}
