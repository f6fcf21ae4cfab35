import type { Categorical, Column } from '../data/column.ts'

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
  if (count === 1 && levels <= tableLength) {
    const table = new Int32Array(levels).fill(-1)
    for (let i = 0; i < own.length; i += 1) {
      let part = table[codes[i]]
      if (part < 0) table[codes[i]] = part = next++
      own[i] = part
    }
    return { of: own, count: next }
  }
  if (count * levels <= tableLength) {
    const table = new Int32Array(count * levels).fill(-1)
    for (let i = 0; i < own.length; i += 1) {
      const key = of[i] * levels + codes[i]
      let part = table[key]
      if (part < 0) table[key] = part = next++
      own[i] = part
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

/** Whether a number does not differ within any part; NaN is one number. */
export const isSameWithin = ({ of, count }: Partition, values: Float64Array): boolean => {
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

/**
 * Parts within which none of these columns differs; a missing answer is a part of its own. As many columns as have few combinations of
 * levels are looked at together, which spares the rows a pass for each.
 */
export const splitByColumns = (partition: Partition, columns: readonly Column[]): Partition => {
  let [own, bundle, combinations] = [partition, noCodes(), 1]
  const flush = (): void => {
    own = bundle.length === 0 ? own : splitByCodes(own, combined(bundle), combinations)
    ;[bundle, combinations] = [noCodes(), 1]
  }
  for (const column of columns) {
    if (column.kind === 'numeric') {
      flush()
      own = splitByValues(own, column.values)
      continue
    }
    if (combinations * (column.levels.length + 1) > bundleLength) flush()
    bundle.push(column)
    combinations *= column.levels.length + 1
    if (bundle.length === 4) flush()
  }
  flush()
  return own
}

const noCodes = (): Categorical[] => []

/** So many combinations make a table that stays near the processor. */
const bundleLength = 4096

/** One code per combination of levels; four columns in one loop. */
const combined = (columns: readonly Categorical[]): ArrayLike<number> => {
  const [first, ...more] = columns
  if (more.length === 0) return first.codes
  const n = first.codes.length
  const none = new Uint8Array(more.length === 3 ? 0 : n)
  const [b, c, d] = [0, 1, 2].map((at) => (at < more.length ? more[at].codes : none))
  const [p, q, r] = [0, 1, 2].map((at) => (at < more.length ? more[at].levels.length + 1 : 1))
  const a = first.codes
  const codes = new Uint16Array(n)
  for (let i = 0; i < n; i += 1) codes[i] = ((a[i] * p + b[i]) * q + c[i]) * r + d[i]
  return codes
}
