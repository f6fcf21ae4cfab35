import type { Db } from '#platform/db/types.ts'
import type { Region, SchoolTables, Stage } from './tables.ts'

/** A school as the operator of the installation knows it. */
export type KnownSchool = {
  id: string
  key: string
  name: string
  brin: string | null
  region: Region
  synthetic: boolean
}

/** Every school of the installation by key; the transaction is the operator's. */
export const everySchool = (db: Db<SchoolTables>): Promise<KnownSchool[]> =>
  db.selectFrom('school').select(['id', 'key', 'name', 'brin', 'region', 'synthetic']).orderBy('key').execute()

/** The school with this key, or null; the transaction is the operator's. */
export const schoolByKey = async (db: Db<SchoolTables>, key: string): Promise<KnownSchool | null> =>
  (await db
    .selectFrom('school')
    .select(['id', 'key', 'name', 'brin', 'region', 'synthetic'])
    .where('key', '=', key)
    .executeTakeFirst()) ?? null

/** The stages a school has, as far as the context of the transaction reaches. */
export const stagesOf = async (db: Db<SchoolTables>, school: string): Promise<Stage[]> => {
  const rows = await db
    .selectFrom('school_stage')
    .select('stage')
    .where('school_id', '=', school)
    .orderBy('stage')
    .execute()
  return rows.map(({ stage }) => stage)
}
