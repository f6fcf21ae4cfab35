/** A value for a page: numbers with six digits that say something, lists in their brackets, at most 110 characters a line. */
export const printed = (value: unknown): string => {
  const line = inLine(value)
  if (line.length <= 110 || typeof value !== 'object' || value === null) return line
  const parts = Array.isArray(value)
    ? value.map((one) => printed(one))
    : ArrayBuffer.isView(value)
      ? [line.slice(1, -1)]
      : Object.entries(value).map(([key, one]) => `${key}: ${printed(one)}`)
  const [open, close] = line.startsWith('[') ? ['[', ']'] : ['{', '}']
  return `${open}\n${parts.map((part) => part.replaceAll(/^/gmu, '  ')).join(',\n')}\n${close}`
}

const inLine = (value: unknown): string => {
  if (typeof value === 'number') return numberOf(value)
  if (typeof value === 'string') return `'${value.replaceAll("'", "\\'")}'`
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map((one) => inLine(one)).join(', ')}]`
  if (ArrayBuffer.isView(value)) return `[${Array.from(value as Float64Array, (one) => numberOf(one)).join(', ')}]`
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${key}: ${inLine(one)}`)
    .join(', ')} }`
}

/** What is 0 but for rounding is 0. */
const numberOf = (value: number): string =>
  Math.abs(value) < 1e-12 ? '0' : String(Number.isInteger(value) ? value : Number(value.toPrecision(6)))
