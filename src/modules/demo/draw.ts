/** Numbers that look drawn by lot and are the same every time. */
export type Draw = {
  /** A whole number from 0 up to, not including, `most`. */
  below(most: number): number
  of<Item>(list: readonly Item[]): Item
  /** True so many times in a hundred. */
  chance(percent: number): boolean
  shuffled<Item>(list: readonly Item[]): Item[]
}

/** @param seed any whole number but 0; the same seed gives the same draws. Source: G. Marsaglia, Xorshift RNGs (2003). */
export const drawFrom = (seed: number): Draw => {
  let state = seed
  const below = (most: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % most
  }
  const of = <Item>(list: readonly Item[]): Item => {
    const item = list[below(list.length)]
    if (item === undefined) throw new Error('there is nothing to draw from')
    return item
  }
  const shuffled = <Item>(list: readonly Item[]): Item[] =>
    list
      .map((item) => ({ item, place: below(1_000_000) }))
      .sort((one, other) => one.place - other.place)
      .map(({ item }) => item)
  return { below, of, chance: (percent) => below(100) < percent, shuffled }
}
