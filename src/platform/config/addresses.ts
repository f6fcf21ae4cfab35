import { isIP } from 'node:net'
import { type Parsed, foundText } from './setting.ts'

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i
// Local part and domain without spaces, quotes or brackets: the addresses people have.
const MAIL = /^[^\s"(),:;<>@[\\\]]{1,64}@([^\s"(),:;<>@[\\\]]+)$/

/** An IP address or the name of a machine, without scheme or port. */
export function parseHost(text: string): Parsed<string> {
  const bare = /^\[.*:.*\]$/.test(text) ? text.slice(1, -1) : text
  return isIP(bare) !== 0 || isName(bare) ? { value: bare } : { found: foundText(text) }
}

/** A sender: `name@example.nl` or `Name <name@example.nl>`. */
export function parseSender(text: string): Parsed<string | null> {
  const named = /^[^<>@"]*<([^<>]+)>$/.exec(text)
  return isMailAddress(named?.[1] ?? text) ? { value: text } : { found: foundText(text) }
}

/** Mail addresses, split by commas. */
export function parseMailAddresses(text: string): Parsed<readonly string[]> {
  const addresses = text.split(',').map((part) => part.trim())
  return addresses.every(isMailAddress) ? { value: addresses } : { found: foundText(text) }
}

function isMailAddress(text: string): boolean {
  const domain = MAIL.exec(text)?.[1]
  return domain !== undefined && isName(domain)
}

// A last label of digits only is a mistyped IPv4 address, not a name (RFC 1123, 2.1).
function isName(text: string): boolean {
  const labels = text.split('.')
  return text.length <= 253 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '')
}
