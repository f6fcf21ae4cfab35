/**
 * The rows in rising order of their values, equal ones in the order in which they stand: a radix sort on the bits of the
 * doubles, 16 at a time, which takes a few passes for any number of rows.
 * @param rows those to be sorted; overwritten with the order
 */
export const sortRows = (values: Float64Array, rows: Int32Array): Int32Array => {
  if (rows.length < 4096) return rows.sort((a, b) => values[a] - values[b] || a - b)
  const n = rows.length
  const bits = new Uint16Array(values.buffer, values.byteOffset, values.length * 4)
  let from: Int32Array = rows
  let into: Int32Array = new Int32Array(n)
  const starts = new Int32Array(65_537)
  for (let part = 0; part < 4; part += 1) {
    starts.fill(0)
    for (let i = 0; i < n; i += 1) starts[keyOf(bits, from[i] * 4, part) + 1] += 1
    for (let k = 0; k < 65_536; k += 1) starts[k + 1] += starts[k]
    for (let i = 0; i < n; i += 1) {
      const key = keyOf(bits, from[i] * 4, part)
      into[starts[key]] = from[i]
      starts[key] += 1
    }
    ;[from, into] = [into, from]
  }
  // Four passes: `from` is the array that was given.
  return from
}

/** Bits that rise as the double does: those of a negative one turned over, the sign turned over else. −0 counts as 0. */
const keyOf = (bits: Uint16Array, at: number, part: number): number => {
  const top = bits[at + 3]
  const bit = bits[at + part]
  if (top < 0x80_00) return part === 3 ? bit | 0x80_00 : bit
  if (top === 0x80_00 && bits[at] === 0 && bits[at + 1] === 0 && bits[at + 2] === 0) return part === 3 ? 0x80_00 : 0
  return bit ^ 0xff_ff
}
