import { numbersIn } from './columns.ts'
import type { DataFile } from './data-file.ts'
import { quoted, Refusal } from './refusal.ts'

/** Start weights from a column, all above 0. @throws Refusal with the line of one that is not */
export const baseWeights = (data: DataFile, name: string): Float64Array => {
  const { values } = numbersIn(data, name)
  const wrong = values.findIndex((value) => !(value > 0))
  if (wrong === -1) return values
  const found = Number.isNaN(values[wrong]) ? 'no value' : String(values[wrong])
  throw new Refusal(`${quoted(name)} has ${found} on line ${data.lines[wrong]}, and a weight must be above 0.`)
}
