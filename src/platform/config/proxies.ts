import { BlockList, isIP } from 'node:net'
import { type Parsed, foundText } from './setting.ts'

const WIDTH = { 4: 32, 6: 128 } as const

/** Reads a list of addresses and CIDR ranges, split by commas or spaces. */
export function parseProxies(text: string): Parsed<readonly string[]> {
  const ranges = text.split(/[\s,]+/).filter((part) => part !== '')
  const bad = ranges.find((part) => rangeOf(part) === null)
  if (bad !== undefined) return { found: `holds ${foundText(bad).slice('is '.length)}` }
  return { value: ranges }
}

/**
 * Makes the test "is this peer one of our proxies". Only then may the X-Forwarded headers of its request be believed.
 * An IPv4 address written as IPv6 (`::ffff:10.0.0.1`) counts as itself.
 */
export function trustsProxy(ranges: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList()
  for (const text of ranges) {
    const range = rangeOf(text)
    if (range !== null) list.addSubnet(range.address, range.bits, range.family)
  }
  return (address) => {
    const family = address === undefined ? 0 : isIP(address)
    return address !== undefined && family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6')
  }
}

/** Whether a range covers every address there is, so that any visitor could claim any address. */
export const coversEveryone = (text: string): boolean => rangeOf(text)?.bits === 0

interface Range {
  readonly address: string
  readonly bits: number
  readonly family: 'ipv4' | 'ipv6'
}

function rangeOf(text: string): Range | null {
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if ((family !== 4 && family !== 6) || rest.length > 0 || address.includes('%')) return null
  if (bits !== undefined && !/^(0|[1-9]\d{0,2})$/.test(bits)) return null
  const width = WIDTH[family]
  const size = bits === undefined ? width : Number(bits)
  return size > width ? null : { address, bits: size, family: family === 4 ? 'ipv4' : 'ipv6' }
}
