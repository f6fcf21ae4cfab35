import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { PreparingClient } from './preparing-client.ts'

// Dates stay 'YYYY-MM-DD': a day has no time zone. Counts fit a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value))

/**
 * Opens a pool of connections.
 * @param config where, as whom, and how many connections at most (default 8)
 */
export const openDatabase = <Tables>(config: pg.PoolConfig): Kysely<Tables> => {
  const pool = new pg.Pool({
    max: 8,
    idleTimeoutMillis: 30_000,
    // Planning anew for each reader costs more than a plan for one reader could win: decision 0033.
    options: '-c search_path=app -c timezone=UTC -c plan_cache_mode=force_generic_plan',
    ...config,
    Client: PreparingClient,
  })
  // A connection that dies while idle is replaced; the next request says whether the database is gone.
  pool.on('error', () => undefined)
  // One that dies while in use fails its statement, which says so; the event beside it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
