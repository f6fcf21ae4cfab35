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

export type Statement<Values extends readonly unknown[], Row> = {
  /** As PostgreSQL gets it, with $1, $2, … */
  readonly text: string
  bound: (...values: Values) => unknown[]
  rows: <Tables>(db: Db<Tables>, ...values: Values) => Promise<Row[]>
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
  const { sql: text, parameters } = build(...(places as { [At in keyof Values]: symbol })).compile(compiler)
  const order = parameters.map((place) => places.indexOf(place as symbol))
  const bound = (...values: Values): unknown[] => order.map((at) => values[at])
  return {
    text,
    bound,
    rows: async (db, ...values) => (await db.executeQuery<Row>(CompiledQuery.raw(text, bound(...values)))).rows,
  }
}
