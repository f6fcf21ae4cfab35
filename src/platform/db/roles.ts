import type { Asks } from './asks.ts'

const SCHEMAS = ['app', 'pgboss']

/** Roles of PostgreSQL itself that read or write past the rights of tables, or leave the database. */
const TOO_STRONG = [
  'pg_read_all_data',
  'pg_write_all_data',
  'pg_read_server_files',
  'pg_write_server_files',
  'pg_execute_server_program',
]

type LoginRow = {
  role: string
  rolsuper: boolean
  rolbypassrls: boolean
  rolcreaterole: boolean
  rolreplication: boolean
  owns_database: boolean
  owned: string[]
  member_of: string[]
}

// Every schema but those of PostgreSQL itself.
const OURS = `nspname !~ '^pg_' and nspname <> 'information_schema'`

// What a role owns is looked up for every role it can become: `set role` makes their rights its own.
const LOGIN = `
  with owned as (
    select nspowner as owner, 'schema ' || nspname as thing from pg_namespace where ${OURS}
    union all
    select relowner, 'table ' || nspname || '.' || relname
      from pg_class join pg_namespace n on n.oid = relnamespace where ${OURS} and relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select proowner, 'function ' || nspname || '.' || proname
      from pg_proc join pg_namespace n on n.oid = pronamespace where ${OURS}
  )
  select me.rolname as role, me.rolsuper, me.rolbypassrls, me.rolcreaterole, me.rolreplication,
    exists (select from pg_database where datname = current_database() and datdba = me.oid) as owns_database,
    array(select thing from owned where owner = me.oid order by thing limit 3) as owned,
    array(select other.rolname::text from pg_roles other
      where other.oid <> me.oid and pg_has_role(me.oid, other.oid, 'member')
        and (other.rolsuper or other.rolbypassrls or other.rolname = any ($1) or other.rolname = $2
          or exists (select from owned where owner = other.oid)
          or exists (select from pg_database where datname = current_database() and datdba = other.oid))
      order by 1) as member_of
  from pg_roles me where me.rolname = session_user`

/**
 * Checks that the login role cannot get past row-level security: no superuser, no BYPASSRLS, owner of nothing, no member of a
 * role that is one of these.
 * @param owner the name of the role that owns the schema
 * @returns one sentence per fault
 */
export const checkLoginRole = async (client: Asks, owner: string): Promise<readonly string[]> => {
  const { rows } = await client.query<LoginRow>(LOGIN, [TOO_STRONG, owner])
  const me = rows[0]
  if (me === undefined) return ['The login role of DATABASE_URL is not in the list of roles.']
  // A superuser counts as a member of every role: one sentence about it says all.
  if (me.rolsuper) return [sentence(me.role, 'is a superuser', 'NOSUPERUSER')]
  return [
    ...(me.role === owner ? [sentence(me.role, 'is the owner of the tables too', 'a role of its own')] : []),
    ...(me.rolbypassrls ? [sentence(me.role, 'bypasses row-level security', 'NOBYPASSRLS')] : []),
    ...(me.rolcreaterole ? [sentence(me.role, 'may make roles', 'NOCREATEROLE')] : []),
    ...(me.rolreplication ? [sentence(me.role, 'may replicate the whole server', 'NOREPLICATION')] : []),
    ...(me.owns_database ? [sentence(me.role, 'owns the database', 'a role that owns nothing')] : []),
    ...(me.owned.length > 0 ? [sentence(me.role, `owns ${me.owned.join(', ')}`, 'a role that owns nothing')] : []),
    ...me.member_of.map((other) => sentence(me.role, `is a member of ${other}`, 'no membership of it')),
  ]
}

const sentence = (role: string, found: string, wanted: string): string =>
  `The login role "${role}" of DATABASE_URL ${found}; wanted is ${wanted}.`

type OwnerRow = { role: string; may_create: boolean; foreign_schemas: string[]; rolsuper: boolean }

const OWNER = `
  select me.rolname as role, me.rolsuper, has_database_privilege(current_database(), 'CREATE') as may_create,
    array(select nspname || ' (of ' || pg_get_userbyid(nspowner) || ')' from pg_namespace
      where nspname = any ($1) and not pg_has_role(nspowner, 'usage') order by 1) as foreign_schemas
  from pg_roles me where me.rolname = current_user`

/**
 * Checks that the owner can lay and change the tables.
 * @returns one sentence per fault
 */
export const checkOwnerRole = async (client: Asks): Promise<readonly string[]> => {
  const { rows } = await client.query<OwnerRow>(OWNER, [SCHEMAS])
  const me = rows[0]
  if (me === undefined) return ['The role of MIGRATE_DATABASE_URL is not in the list of roles.']
  const who = `The role "${me.role}" of MIGRATE_DATABASE_URL`
  return [
    ...(me.may_create
      ? []
      : [`${who} may not make schemas; wanted is GRANT CREATE ON DATABASE for it, or that it owns the database.`]),
    ...me.foreign_schemas.map((schema) => `${who} does not own the schema ${schema}; wanted is the role that made it.`),
  ]
}
