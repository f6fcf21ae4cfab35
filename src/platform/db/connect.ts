import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

// Dates stay 'YYYY-MM-DD': a day has no time zone. Counts fit a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value))

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

/** A client that prepares each parametrised statement once per connection, by name: it wins back what policies cost. */
class PreparingClient extends pg.Client {
  // @types/pg declares eight overloads of query; all arrive here.
  override query(...args: unknown[]): never {
    const [text, values] = args
    const query = super.query.bind(this) as (...all: unknown[]) => never
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return query(...args)
    const name = nameOf(text)
    return name === undefined ? query(...args) : query({ name, text, values }, ...args.slice(2))
  }
}

/**
 * Opens a pool of connections.
 * @param config where, as whom, and how many connections at most (default 8)
 */
export const openDatabase = <Tables>(config: pg.PoolConfig): Kysely<Tables> => {
  const pool = new pg.Pool({
    max: 8,
    idleTimeoutMillis: 30_000,
    options: '-c search_path=app -c timezone=UTC',
    ...config,
    Client: PreparingClient,
  })
  // A connection that dies while idle is replaced; the next request says whether the database is gone.
  pool.on('error', () => undefined)
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
