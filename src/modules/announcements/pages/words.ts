import type { Lang } from '#ui/layout/frame.ts'
import type { Wish } from '../announcement.ts'
import { texts } from '../texts.ts'

/** "ouders, leerlingen en medewerkers". */
export const joined = (words: readonly string[], and: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`

/** "Aan ouders en leerlingen van 4B en 5A": the groups by the names that the reader knows. */
export const addressWords = (lang: Lang, wish: Wish, groups: ReadonlyMap<string, string>): string => {
  const words = texts(lang)
  const names = wish.groups.flatMap((id) => groups.get(id) ?? []).toSorted(order.compare)
  const whom = joined(
    wish.whom.map((one) => words.whom[one]),
    words.and,
  )
  return words.to(whom, wish.whole ? words.whole : joined(names, words.and))
}

const order = new Intl.Collator('nl', { numeric: true })
