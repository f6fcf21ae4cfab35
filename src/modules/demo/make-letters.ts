import { findRelations, hasLetter, makeLetters } from '#modules/letters/index.ts'
import { asKeeper, type Step } from './steps.ts'

/** Letters for the parents of one class who are not in yet, as the office makes them. Their codes are shown to nobody. */
export const makeLettersFor =
  (key: string): Step =>
  (db, loading) =>
    asKeeper(db, loading, async (tx, { groups }) => {
      const { school } = loading
      const group = groups.get(key)
      if (group === undefined) return
      const operator = { hat: 'operator', school } as const
      const relations = await findRelations(tx, operator, school, group)
      const to = relations.filter((line) => line.guardianship !== null && !hasLetter(line))
      await makeLetters(tx, operator, { school, to, via: 'paper' })
    })
