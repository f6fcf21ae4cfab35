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

// Each statement leaves the name of its table, or of the table whose part it changes; what is taken back leaves none.
const notice = `
  create table kept.touched (name text not null);
  create function kept.touch() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
    begin insert into kept.touched values (tg_relid::regclass::text); return null; end $$;
  do $$ declare t regclass; begin
    for t in select oid::regclass from pg_class where relkind in ('r', 'p') and relname <> 'reach_change'
      and relnamespace in ('app'::regnamespace, 'pgboss'::regnamespace) loop
      execute format('create trigger zz_kept after insert or update or delete or truncate on %s
        for each statement execute function kept.touch()', t);
    end loop; end $$`

const touchedSince = `with gone as (delete from kept.touched returning name), named as (select distinct name::regclass as oid from gone)
  select oid::text as name from named
  union select r.relid::text from named, pg_partition_tree(named.oid) r where r.isleaf`

/** What only grows stays grown, and is how it was from then on: each row says with which transaction it came. */
const grows = (table: string): boolean => table.startsWith('app.ledger_')

/** Keeps a copy of every table that can be put back, to compare with after a request. Reads as the superuser, whom no policy stops. */
export const watchTables = async (owner: pg.Client): Promise<Watch> => {
  const { rows: tables } = await owner.query<{ name: string; columns: string }>(everyTable)
  await owner.query('create schema kept')
  const copyOf = (name: string): string => `kept."${name}"`
  for (const { name } of tables) if (!grows(name)) await owner.query(`create table ${copyOf(name)} as table ${name}`)
  await owner.query(notice)
  const rows = (name: string): string => `select t::text from ${name} t`
  const less = (one: string, other: string): string => `${rows(one)} except all ${rows(other)}`
  // A sum over the hashes of all rows, whatever their order.
  const sumOf = async (name: string): Promise<string | null> => {
    if (grows(name)) return lastRow(name)
    const found = await owner.query<{ sum: string | null }>({
      name: `sum of ${name}`,
      text: `select sum(hashtextextended(t::text, 0)::numeric)::text as sum from ${name} t`,
    })
    return found.rows[0]?.sum ?? null
  }
  const came = 'xmin::text::bigint'
  const lastRow = async (name: string): Promise<string> => {
    const found = await owner.query<{ last: string }>(`select coalesce(max(${came}), 0)::text as last from ${name}`)
    return found.rows[0]?.last ?? ''
  }
  const since = (name: string): string => `from ${name} t where ${came} > ${before.get(name)}`
  const before = new Map<string, string | null>()
  for (const { name } of tables) before.set(name, await sumOf(name))
  const touched = new Set<string>()
  const changed = async (): Promise<string[]> => {
    const { rows: names } = await owner.query<{ name: string }>(touchedSince)
    for (const { name } of names) if (before.has(name)) touched.add(name)
    const found: string[] = []
    for (const name of touched) if (before.get(name) !== (await sumOf(name))) found.push(name)
    return found
  }
  const changes = async (): Promise<Change[]> => {
    const found: Change[] = []
    for (const table of await changed()) {
      const { rows } = await owner.query<Omit<Change, 'table'>>(
        grows(table)
          ? `select count(*)::int as added, 0 as gone ${since(table)}`
          : `select (select count(*)::int from (${less(table, copyOf(table))}) a) as added,
          (select count(*)::int from (${less(copyOf(table), table)}) g) as gone`,
      )
      found.push({ table, added: rows[0]?.added ?? 0, gone: rows[0]?.gone ?? 0 })
    }
    return found.toSorted((a, b) => a.table.localeCompare(b.table))
  }
  return {
    changes,
    added: async (table) => {
      const found = await owner.query<{ t: string }>(
        grows(table) ? `select t::text ${since(table)}` : less(table, copyOf(table)),
      )
      return found.rows.map(({ t }) => t)
    },
    restore: async () => {
      const again: string[] = []
      for (const table of await changed()) {
        // What only grows stays grown, and is how it was from now on.
        if (grows(table)) {
          before.set(table, await sumOf(table))
          continue
        }
        const columns = tables.find(({ name }) => name === table)?.columns ?? ''
        again.push(
          `delete from ${table}; insert into ${table} (${columns}) overriding system value select ${columns} from ${copyOf(table)};`,
        )
      }
      touched.clear()
      if (again.length > 0)
        await owner.query(`begin; set local session_replication_role = replica; ${again.join(' ')} commit`)
    },
  }
}
