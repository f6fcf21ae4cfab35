import type { Kysely, Transaction } from 'kysely'

/** Reads take a Db, writes take a Tx. Each names the tables it may touch. */
export type Db<Tables> = Kysely<Tables> | Transaction<Tables>
export type Tx<Tables> = Transaction<Tables>
