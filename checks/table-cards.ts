import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { filesUnder } from './source.ts'
import type { Card, Cards } from './tables.ts'

/** The cards of every tables.ts under src/, by table. Throws when two files claim one table. */
export const readCards = async (root: string): Promise<Cards> => {
  const cards: Record<string, Card> = {}
  for (const path of filesUnder(root, ['src'], /(^|\/)tables\.ts$/)) {
    const found = (await import(pathToFileURL(join(root, path)).href)) as { tableCards?: Cards }
    if (!found.tableCards) throw new Error(`${path} exports no tableCards`)
    for (const [table, card] of Object.entries(found.tableCards)) {
      if (table in cards) throw new Error(`${path} claims ${table}, which has another owner`)
      cards[table] = card
    }
  }
  return cards
}
