import type { Client } from 'pg'

export type ForeignKey = { columns: string[]; target: string; target_columns: string[] }
export type Relation = {
  name: string
  kind: 'table' | 'view'
  owner: string
  enabled: boolean
  forced: boolean
  invoker: boolean
  columns: string[]
  primary_key: string[]
  foreign_keys: ForeignKey[]
  policies: string[]
  /** What the login role may: `select`, or `update(name)` for one column. */
  rights: string[]
  /** What everybody may. */
  public_rights: string[]
}
export type Routine = { name: string; definer: boolean; fixed_path: boolean; owner: string }
export type LoginRole = {
  name: string
  superuser: boolean
  bypasses: boolean
  creates_roles: boolean
  member_of: string[]
}

/** What a migrated database is made of: schema `app`, as its own catalogue tells it. */
export type Catalogue = { relations: Relation[]; routines: Routine[]; role: LoginRole }

/** Reads the catalogue as a superuser or the owner. @param role the login role that serves requests */
export const readCatalogue = async (client: Client, role: string): Promise<Catalogue> => {
  const relations = await client.query<Relation>(relationsSql, [role])
  const routines = await client.query<Routine>(routinesSql)
  const roles = await client.query<LoginRole>(roleSql, [role])
  const [found] = roles.rows
  if (!found) throw new Error(`no role ${role}`)
  return { relations: relations.rows, routines: routines.rows, role: found }
}

const relationsSql = `
select c.relname as name,
  case c.relkind when 'v' then 'view' else 'table' end as kind,
  pg_get_userbyid(c.relowner) as owner,
  c.relrowsecurity as enabled,
  c.relforcerowsecurity as forced,
  coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false) as invoker,
  (select coalesce(array_agg(a.attname::text order by a.attnum), '{}') from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
  (select coalesce(array_agg(a.attname::text order by k.at), '{}') from pg_constraint p
    cross join lateral unnest(p.conkey) with ordinality as k (attnum, at)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where p.conrelid = c.oid and p.contype = 'p') as primary_key,
  (select coalesce(json_agg(json_build_object(
      'columns', (select array_agg(a.attname::text order by k.at) from unnest(f.conkey) with ordinality k (n, at)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.n),
      'target', (select relname::text from pg_class where oid = f.confrelid),
      'target_columns', (select array_agg(a.attname::text order by k.at) from unnest(f.confkey) with ordinality k (n, at)
        join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.n))), '[]')
    from pg_constraint f where f.conrelid = c.oid and f.contype = 'f') as foreign_keys,
  (select coalesce(array_agg(concat_ws(' ', pg_get_expr(q.polqual, c.oid), pg_get_expr(q.polwithcheck, c.oid))), '{}')
    from pg_policy q where q.polrelid = c.oid) as policies,
  rights.mine as rights,
  rights.everyones as public_rights
from pg_class c
cross join lateral (
  select
    coalesce(array_agg(distinct r.what) filter (where r.grantee = (select oid from pg_roles where rolname = $1)), '{}') as mine,
    coalesce(array_agg(distinct r.what) filter (where r.grantee = 0), '{}') as everyones
  from (
    select x.grantee, lower(x.privilege_type) as what from aclexplode(c.relacl) x
    union all
    select x.grantee, lower(x.privilege_type) || '(' || a.attname || ')'
      from pg_attribute a cross join lateral aclexplode(a.attacl) x where a.attrelid = c.oid
  ) r
) rights
where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p', 'v')
order by c.relname`

const routinesSql = `
select p.proname as name, p.prosecdef as definer, pg_get_userbyid(p.proowner) as owner,
  exists (select from unnest(p.proconfig) s where s like 'search_path=%') as fixed_path
from pg_proc p where p.pronamespace = 'app'::regnamespace order by p.proname`

const roleSql = `
select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypasses, r.rolcreaterole as creates_roles,
  array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as member_of
from pg_roles r where r.rolname = $1`
