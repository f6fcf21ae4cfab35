import type { QueryResult, QueryResultRow } from 'pg'

/** A client or a pool of `pg`, as far as asking one question needs it. */
export type Asks = {
  query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<QueryResult<Row>>
}
