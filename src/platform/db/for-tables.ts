import type { Kysely } from 'kysely'

/** The pool of the installation for the tables the caller names: every module owns tables, so the pool itself names none. */
export const forTables = <Tables>(db: Kysely<never>): Kysely<Tables> => db as unknown as Kysely<Tables>
