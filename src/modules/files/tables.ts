import type { Generated } from 'kysely'
import type { TableCards } from '#platform/access/table-cards.ts'

interface FileTable {
  school_id: string
  id: string
  kind: 'picture' | 'pdf'
  name: string
  width: number | null
  height: number | null
  added_at: Generated<Date>
  whole: Uint8Array
  small: Uint8Array | null
}

export interface FileTables {
  file: FileTable
}

/** What other modules may read in their own queries: all but the bytes. */
export interface FileNames {
  file: Pick<FileTable, 'school_id' | 'id' | 'kind' | 'name' | 'width' | 'height'>
}

export const tableCards: TableCards<FileTables> = {
  file: {
    scope: 'school',
    retention: 'as long as what it hangs on',
    erase: 'within an hour after nothing refers to it any more',
    columns: {
      school_id: 'key: the school',
      id: 'key: the file, and its address',
      kind: 'school: picture or PDF',
      name: 'child: how a download is called; people name files after children',
      width: 'school: room for the picture on a page',
      height: 'school: room for the picture on a page',
      added_at: 'school: when',
      whole: 'child: the picture or the document, without metadata',
      small: 'child: the picture for a list',
    },
  },
}
