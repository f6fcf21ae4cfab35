/** What a payload may hold. A member that is undefined is left out, as JSON does. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * The one text of a value: keys in order of their UTF-16 code units, no white space (as in RFC 8785).
 * @throws TypeError for what JSON cannot say (NaN, infinities, functions, dates, half a surrogate pair)
 */
export const canonicalJson = (value: Json): string => {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return stringText(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && isPlain(value)) return objectText(value)
  throw new TypeError(`A ledger payload cannot hold ${typeof value === 'object' ? 'a class instance' : typeof value}.`)
}

// Array.isArray does not narrow a readonly array.
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const numberText = (value: number): string => {
  if (!Number.isFinite(value)) throw new TypeError(`A ledger payload cannot hold ${value}.`)
  return JSON.stringify(value)
}

const stringText = (value: string): string => {
  if (!value.isWellFormed()) throw new TypeError('A ledger payload cannot hold half a surrogate pair.')
  return JSON.stringify(value)
}

const objectText = (value: { readonly [key: string]: Json | undefined }): string => {
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member !== undefined) members.push(`${stringText(key)}:${canonicalJson(member)}`)
  }
  return `{${members.join(',')}}`
}
