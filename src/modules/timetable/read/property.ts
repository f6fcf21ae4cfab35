/** One content line: `NAME;PARAM=value:text`, names in capitals, the text still escaped. */
export type Property = { line: number; name: string; params: ReadonlyMap<string, string>; value: string }

/**
 * Reads a content line (RFC 5545, 3.1). A quoted parameter that swallowed the colon is read as if it were not quoted;
 * Exchange wrote `DTSTART;TZID="W. Europe Standard Time:20200609T090000"`. Null when there is no name or no colon.
 */
export function readProperty(line: number, text: string): Property | null {
  const colon = outsideQuotes(text, ':', 0)
  if (colon === -1) return text.includes('"') ? readProperty(line, text.replaceAll('"', '')) : null
  const [name = '', ...params] = splitOutsideQuotes(text.slice(0, colon))
  if (!/^[A-Za-z0-9-]+$/.test(name)) return null
  return { line, name: name.toUpperCase(), params: new Map(params.map(readParam)), value: text.slice(colon + 1) }
}

/** TEXT without its escapes, on one line, without control or direction-changing characters, at most `limit` characters. */
export function plainText(value: string, limit: number): string {
  return value
    .replace(/\\(.)/gs, (_, letter: string) => (letter === 'n' || letter === 'N' ? ' ' : letter))
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, limit)
    .toWellFormed()
}

function readParam(param: string): [string, string] {
  const at = param.indexOf('=')
  const [name, value] = at === -1 ? [param, ''] : [param.slice(0, at), param.slice(at + 1)]
  return [name.trim().toUpperCase(), value.replaceAll('"', '').trim()]
}

function splitOutsideQuotes(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = outsideQuotes(text, ';', 0); at !== -1; at = outsideQuotes(text, ';', from)) {
    parts.push(text.slice(from, at))
    from = at + 1
  }
  return [...parts, text.slice(from)]
}

function outsideQuotes(text: string, sign: string, from: number): number {
  let quoted = false
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted
    else if (!quoted && text[at] === sign) return at
  }
  return -1
}
