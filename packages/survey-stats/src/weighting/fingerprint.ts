import type { Column } from '../data/column.ts'
import { sha256 } from '../hash/sha-256.ts'

/** What a weighting was made of, by name. Undefined settings are not written. */
export type Ingredients = {
  readonly settings: Readonly<Record<string, string | number | boolean | undefined>>
  readonly columns: readonly { readonly name: string; readonly column: Column }[]
  readonly totals: readonly (readonly [name: string, level: string, total: number])[]
  readonly weights: Float64Array
}

/**
 * SHA-256 over a text that names every input: a line per setting (by name), per column (its name, its levels, and the SHA-256 of its
 * codes or values), per total, and the SHA-256 of the start weights. The same inputs give the same hash on every machine. Codes are
 * hashed as unsigned integers of 1, 2 or 4 bytes (fewer than 256, 65 536 or more levels), amounts as IEEE doubles, all with the
 * lowest byte first.
 */
export const fingerprintOf = ({ settings, columns, totals, weights }: Ingredients): string => {
  const lines = [
    'survey-stats weighting 1',
    ...Object.entries(settings)
      .filter(([, value]) => value !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => JSON.stringify(['setting', name, String(value)])),
    ...columns.map(({ name, column }) =>
      JSON.stringify(
        column.kind === 'numeric'
          ? ['amount', name, sha256(bytesOfDoubles(column.values))]
          : ['column', name, column.levels, sha256(bytesOfCodes(column.codes, column.levels.length))],
      ),
    ),
    ...totals.map(([name, level, total]) => JSON.stringify(['total', name, level, String(total)])),
    JSON.stringify(['start', sha256(bytesOfDoubles(weights))]),
  ]
  return sha256(lines.join('\n'))
}

const bytesOfDoubles = (values: Float64Array): Uint8Array => {
  const bytes = new Uint8Array(values.length * 8)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < values.length; i += 1) view.setFloat64(i * 8, values[i], true)
  return bytes
}

const bytesOfCodes = (codes: ArrayLike<number>, levels: number): Uint8Array => {
  const width = levels < 256 ? 1 : levels < 65_536 ? 2 : 4
  const bytes = new Uint8Array(codes.length * width)
  for (let i = 0; i < codes.length; i += 1)
    for (let b = 0; b < width; b += 1) bytes[i * width + b] = (codes[i] >>> (8 * b)) & 255
  return bytes
}
