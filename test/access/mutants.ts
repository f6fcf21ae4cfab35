import type pg from 'pg'
import { appRole } from '#platform/db/embedded-database.ts'

/** One wall made weaker, and how it is put back. */
export type Mutant = { table: string; name: string; weaken: string; restore: string }

type PolicyRow = { table: string; policy: string; using: string | null; check: string | null }

const policies = `select c.relname as table, p.polname as policy, pg_get_expr(p.polqual, p.polrelid) as using,
    pg_get_expr(p.polwithcheck, p.polrelid) as check
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'app' order by 1, 2`

const guarded = `select c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'app' and c.relkind = 'r' and c.relrowsecurity order by 1`

const ofPolicy = ({ table, policy, using, check }: PolicyRow): Mutant[] => {
  const alter = `alter policy ${policy} on app.${table}`
  return [
    ...(using === null
      ? []
      : [
          {
            table,
            name: `${policy}: using true`,
            weaken: `${alter} using (true)`,
            restore: `${alter} using (${using})`,
          },
        ]),
    ...(check === null
      ? []
      : [
          {
            table,
            name: `${policy}: with check true`,
            weaken: `${alter} with check (true)`,
            restore: `${alter} with check (${check})`,
          },
        ]),
  ]
}

const ofTable = (table: string): Mutant[] => {
  const alter = `alter table app.${table}`
  return [
    {
      table,
      name: `${table}: row-level security off`,
      weaken: `${alter} disable row level security`,
      restore: `${alter} enable row level security`,
    },
    {
      table,
      name: `${table}: not forced on its owner`,
      weaken: `${alter} no force row level security`,
      restore: `${alter} force row level security`,
    },
    {
      table,
      name: `${table}: every right granted`,
      weaken: `grant all on app.${table} to ${appRole}`,
      restore: `revoke all on app.${table} from ${appRole}`,
    },
  ]
}

/** Every policy with each of its conditions replaced by true; every table without its wall, and with every right granted. */
export const mutantsOf = async (owner: pg.Client): Promise<Mutant[]> => {
  const found = await owner.query<PolicyRow>(policies)
  const tables = await owner.query<{ table: string }>(guarded)
  return [...found.rows.flatMap(ofPolicy), ...tables.rows.flatMap(({ table }) => ofTable(table))]
}

/** Keys between tables also refuse, and so do triggers that write elsewhere; here the policies must do it alone. */
export const leavePoliciesAlone = (owner: pg.Client): Promise<unknown> =>
  owner.query(`do $$ declare k record; begin
    for k in select conrelid::regclass as t, conname from pg_constraint where contype = 'f' and connamespace = 'app'::regnamespace and conparentid = 0 loop
      execute format('alter table %s drop constraint %I', k.t, k.conname);
    end loop;
    for k in select tgrelid::regclass as t, tgname from pg_trigger where tgname like 'makes_reach_%' loop
      execute format('drop trigger %I on %s', k.tgname, k.t);
    end loop; end $$`)

export type Walls = { secured: boolean; forced: boolean; rights: string[] }

/** The walls of a table as the database has them. */
export const wallsOf = async (owner: pg.Client, table: string): Promise<Walls> => {
  const { rows } = await owner.query<Walls>(
    `select c.relrowsecurity as secured, c.relforcerowsecurity as forced, coalesce((
        select array_agg(r order by r) from (
          select lower(a.privilege_type) as r from aclexplode(c.relacl) a where a.grantee = $2::regrole
          union select lower(a.privilege_type) || '(' || t.attname || ')' from pg_attribute t, aclexplode(t.attacl) a
            where t.attrelid = c.oid and a.grantee = $2::regrole) g), '{}') as rights
      from pg_class c where c.oid = ('app.' || $1)::regclass`,
    [table, appRole],
  )
  const [walls] = rows
  if (walls === undefined) throw new Error(`no table ${table}`)
  return walls
}
