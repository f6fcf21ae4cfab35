import type { Column } from '../data/column.ts'

/** Rows in parts: the part of each row, 0 … count − 1, in the order in which parts are met. */
export type Partition = { readonly of: Int32Array; readonly count: number }

export const wholeOf = (n: number): Partition => ({ of: new Int32Array(n), count: n === 0 ? 0 : 1 })

/** A table this long is faster than a map. */
const tableLength = 2 ** 24

/**
 * Parts within which a code does not differ either. Without a difference the same partition comes back.
 * @param levels above every code
 */
export const splitByCodes = ({ of, count }: Partition, codes: ArrayLike<number>, levels: number): Partition => {
  const own = new Int32Array(of.length)
  let next = 0
  if (count * levels <= tableLength) {
    const table = new Int32Array(count * levels).fill(-1)
    for (let i = 0; i < own.length; i += 1) {
      const key = of[i] * levels + codes[i]
      if (table[key] < 0) table[key] = next++
      own[i] = table[key]
    }
    return { of: own, count: next }
  }
  const seen = new Map<number, number>()
  for (let i = 0; i < own.length; i += 1) {
    const key = of[i] * levels + codes[i]
    let part = seen.get(key)
    if (part === undefined) seen.set(key, (part = next++))
    own[i] = part
  }
  return { of: own, count: next }
}

/** Parts within which a number does not differ either; NaN is one number. */
export const splitByValues = (partition: Partition, values: Float64Array): Partition => {
  if (isSameWithin(partition, values)) return partition
  const seen = new Map<number, number>()
  const codes = new Int32Array(values.length)
  for (let i = 0; i < values.length; i += 1) {
    let code = seen.get(values[i])
    if (code === undefined) seen.set(values[i], (code = seen.size))
    codes[i] = code
  }
  return splitByCodes(partition, codes, seen.size)
}

const isSameWithin = ({ of, count }: Partition, values: Float64Array): boolean => {
  const [known, isKnown] = [new Float64Array(count), new Uint8Array(count)]
  for (let i = 0; i < values.length; i += 1) {
    const part = of[i]
    if (isKnown[part] === 0) {
      isKnown[part] = 1
      known[part] = values[i]
    } else if (known[part] !== values[i] && !(Number.isNaN(known[part]) && Number.isNaN(values[i]))) return false
  }
  return true
}

/** A missing answer is a part of its own. */
export const splitByColumn = (partition: Partition, column: Column): Partition =>
  column.kind === 'numeric'
    ? splitByValues(partition, column.values)
    : splitByCodes(partition, column.codes, column.levels.length + 1)
