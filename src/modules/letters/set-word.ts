import { demandKeeper } from '#modules/school/index.ts'
import type { Doer } from '#platform/access/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import { record } from '#platform/ledger/record.ts'
import type { LetterTables } from './tables.ts'

/** Sets what the office tells where a birth date is not known. It holds for a week; the one before holds no longer. */
export const setWord = async (
  tx: Tx<LetterTables>,
  doer: Doer,
  { school, word }: { school: string; word: string },
): Promise<void> => {
  demandKeeper(doer, school)
  await tx.insertInto('letter_word').values({ school_id: school, word }).execute()
  await record(tx, { school, event: 'letters.word.set', about: [], payload: {}, doer })
}
