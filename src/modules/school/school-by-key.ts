import type { Db } from '#platform/db/types.ts'
import type { SchoolTables } from './tables.ts'

/** The school with this short name, or null; the transaction is the operator's. */
export const schoolByKey = async (db: Db<SchoolTables>, key: string): Promise<{ id: string; name: string } | null> =>
  (await db.selectFrom('school').select(['id', 'name']).where('key', '=', key).executeTakeFirst()) ?? null
