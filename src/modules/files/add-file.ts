import { randomBytes } from 'node:crypto'
import type { Tx } from '#platform/db/types.ts'
import type { TakenFile } from './read-upload.ts'
import type { FileTables } from './tables.ts'

/**
 * Keeps a file. It is in nobody's reach until the caller hangs it somewhere, in the same transaction, and says so in the
 * ledger with the thing it hangs on.
 * @returns its id, which is its address: 128 random bits
 */
export const addFile = async (tx: Tx<FileTables>, school: string, file: TakenFile): Promise<string> => {
  const id = freshAddress()
  const picture = file.kind === 'picture' ? file : null
  await tx
    .insertInto('file')
    .values({
      school_id: school,
      id,
      kind: file.kind,
      name: file.name,
      width: picture?.width ?? null,
      height: picture?.height ?? null,
      whole: Buffer.from(file.whole),
      small: picture ? Buffer.from(picture.small) : null,
    })
    .execute()
  return id
}

// All bits random: a UUID of version 4 has six fewer.
const freshAddress = (): string =>
  randomBytes(16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
