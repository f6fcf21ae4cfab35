import type pg from 'pg'

/** How many rows of a table are there that were not, and the other way round; a changed row counts in both. */
export type Change = { table: string; added: number; gone: number }

export type Watch = {
  /** What differs from how it was when the watch began, table by table. */
  changes(): Promise<Change[]>
  /** The rows that are there and were not, as text. */
  added(table: string): Promise<string[]>
  /** Everything as it was when the watch began, past policies and most triggers; the ledger stays as it is. */
  restore(): Promise<void>
}

// Word of what changed follows what did, a restoring too: it is no change of its own.
const everyTable = `select c.oid::regclass::text as name, coalesce((
    select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''), '') as columns
  from pg_class c where c.relkind = 'r' and c.relnamespace in ('app'::regnamespace, 'pgboss'::regnamespace)
    and c.relname <> 'reach_change' order by 1`

/** Keeps a copy of every table, to compare with after a request. Reads as the superuser, whom no policy stops. */
export const watchTables = async (owner: pg.Client): Promise<Watch> => {
  const { rows: tables } = await owner.query<{ name: string; columns: string }>(everyTable)
  await owner.query('create schema kept')
  const copyOf = (name: string): string => `kept."${name}"`
  for (const { name } of tables) await owner.query(`create table ${copyOf(name)} as table ${name}`)
  const rows = (name: string): string => `select t::text from ${name} t`
  const less = (one: string, other: string): string => `${rows(one)} except all ${rows(other)}`
  // A sum over the hashes of all rows, whatever their order.
  const sums = tables
    .map(
      ({ name }) => `select '${name}' as table, sum(hashtextextended(t::text, 0)::numeric)::text as sum from ${name} t`,
    )
    .join(' union all ')
  const sumOf = async () =>
    new Map(
      (await owner.query<{ table: string; sum: string | null }>({ name: 'sums', text: sums })).rows.map(
        ({ table, sum }) => [table, sum],
      ),
    )
  const before = await sumOf()
  const changed = async (): Promise<string[]> =>
    [...(await sumOf())].filter(([table, sum]) => before.get(table) !== sum).map(([table]) => table)
  const changes = async (): Promise<Change[]> => {
    const found: Change[] = []
    for (const table of await changed()) {
      const { rows } = await owner.query<Omit<Change, 'table'>>(
        `select (select count(*)::int from (${less(table, copyOf(table))}) a) as added,
          (select count(*)::int from (${less(copyOf(table), table)}) g) as gone`,
      )
      found.push({ table, added: rows[0]?.added ?? 0, gone: rows[0]?.gone ?? 0 })
    }
    return found.toSorted((a, b) => a.table.localeCompare(b.table))
  }
  return {
    changes,
    added: async (table) => {
      const found = await owner.query<{ t: string }>(less(table, copyOf(table)))
      return found.rows.map(({ t }) => t)
    },
    restore: async () => {
      const now = await sumOf()
      const touched = [...now.keys()].filter((table) => now.get(table) !== before.get(table))
      if (touched.length === 0) return
      const again = touched.map((table) => {
        // What only grows stays grown, and is how it was from now on.
        const grows = table.startsWith('app.ledger_')
        if (grows) before.set(table, now.get(table) ?? null)
        const [from, to] = grows ? [table, copyOf(table)] : [copyOf(table), table]
        const columns = tables.find(({ name }) => name === table)?.columns ?? ''
        return `delete from ${to}; insert into ${to} (${columns}) overriding system value select ${columns} from ${from};`
      })
      await owner.query(`begin; set local session_replication_role = replica; ${again.join(' ')} commit`)
    },
  }
}
