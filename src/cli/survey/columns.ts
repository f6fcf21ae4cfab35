import { categorical, coded, crossed, numeric, type Categorical, type Numeric } from '#stats'
import { nearest } from '../nearest.ts'
import { isMissing, type DataFile, type Texts } from './data-file.ts'
import { quoted, Refusal } from './refusal.ts'

/** Between the names of a joint variable, and between the levels of its cells. */
export const TIMES = ' × '

/** The classes of a column; of `a × b`, unless a column has that name, the cells of both. */
export const classesIn = (data: DataFile, name: string): Categorical => {
  if (data.columns.has(name) || !name.includes(TIMES)) return ownClasses(textsOf(data, name))
  return name
    .split(TIMES)
    .map((part) => ownClasses(textsOf(data, part)))
    .reduce((one, other) => crossed(one, other, TIMES))
}

/** The numbers of a column. @throws Refusal for what is no number, with its line */
export const numbersIn = (data: DataFile, name: string): Numeric => {
  const { codes, texts } = textsOf(data, name)
  const numbers = texts.map((text) => numberOf(text, data.delimiter))
  const wrong = numbers.findIndex((number, code) => number === null && codes.includes(code))
  if (wrong !== -1) throw new Refusal(`${quoted(name)} ${noNumber(texts[wrong] ?? '', data, codes.indexOf(wrong))}.`)
  const used = new Set(texts.filter((text) => /[.,]/.test(text)).map((text) => /[.,]/.exec(text)?.[0]))
  if (used.size > 1) throw new Refusal(`${quoted(name)} has numbers with a decimal comma and numbers with a point.`)
  return numeric(Float64Array.from(codes, (code) => numbers[code] ?? NaN))
}

/** The text of a row as it stands in the file. */
export const textAt = ({ codes, texts }: Texts, row: number): string => texts[codes[row] ?? -1] ?? ''

/** @throws Refusal when the data has no such column */
export const textsOf = (data: DataFile, name: string): Texts => {
  const found = data.columns.get(name)
  if (found !== undefined) return found
  const meant = nearest(name, data.names)
  const hint = meant === null ? '' : `; did you mean ${quoted(meant)}?`
  throw new Refusal(`The data has no column ${quoted(name)}${hint === '' ? '.' : hint}`)
}

const ownClasses = ({ codes, texts }: Texts): Categorical => {
  const used = new Set(codes)
  const present = texts.filter((text, code) => used.has(code) && !isMissing(text))
  const { levels } = categorical(present)
  const place = new Map(levels.map((level, at) => [level, at]))
  const placeOf = Uint32Array.from(texts, (text) => place.get(text) ?? levels.length)
  const own = levels.length < 256 ? new Uint8Array(codes.length) : new Uint32Array(codes.length)
  for (const [row, code] of codes.entries()) own[row] = placeOf[code] ?? levels.length
  return coded(own, levels)
}

const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const withComma = /^[+-]?(\d+,\d*|,\d+)(e[+-]?\d+)?$/i

const numberOf = (text: string, delimiter: string): number | null => {
  if (isMissing(text)) return NaN
  const trimmed = text.trim()
  if (plain.test(trimmed)) return finite(Number(trimmed))
  return delimiter !== ',' && withComma.test(trimmed) ? finite(Number(trimmed.replace(',', '.'))) : null
}

const finite = (number: number): number | null => (Number.isFinite(number) ? number : null)

const noNumber = (text: string, { delimiter, lines }: DataFile, row: number): string => {
  const found = `has ${quoted(text)} on line ${lines[row]}, which is no number`
  return delimiter === ',' && withComma.test(text.trim())
    ? `${found}: in a file with commas between values, decimals are written with a point`
    : found
}
