// Which signs the bytes stand for. What a file says of itself is believed only when the bytes agree.
import { isAscii, isUtf8 } from 'node:buffer'
import { shorten } from '../normalise/clean-text.ts'
import { ReadFault } from './fault.ts'

type Charset = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/** `skip` is the length of the byte order mark; `wrong` when the file said otherwise or said nothing it had to say. */
export type Charsetting = { charset: Charset; skip: number; wrong: boolean; cutOff: boolean }

const said = new Map<string, Charset>(
  Object.entries({
    'utf-8': 'utf-8',
    utf8: 'utf-8',
    'us-ascii': 'utf-8',
    ascii: 'utf-8',
    'utf-16': 'utf-16le',
    'utf-16le': 'utf-16le',
    'utf-16be': 'utf-16be',
    'ucs-2': 'utf-16le',
    'iso-8859-1': 'windows-1252',
    'iso-8859-15': 'windows-1252',
    latin1: 'windows-1252',
    'windows-1252': 'windows-1252',
    cp1252: 'windows-1252',
  } satisfies Record<string, Charset>),
)

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, at) => bytes[at] === byte)

/**
 * @param bytes the whole file
 * @param declared the encoding that an XML declaration names, lower case; null when there is none
 * @throws ReadFault on UTF-32, UTF-7 and every other encoding that no roster file needs
 */
export const findCharset = (bytes: Uint8Array, declared: string | null): Charsetting => {
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff))
    throw new ReadFault({ code: 'encodingUnknown', found: 'UTF-32' })
  if (startsWith(bytes, 0xff, 0xfe)) return { charset: 'utf-16le', skip: 2, wrong: false, cutOff: false }
  if (startsWith(bytes, 0xfe, 0xff)) return { charset: 'utf-16be', skip: 2, wrong: false, cutOff: false }
  const wide = unmarkedWide(bytes)
  if (wide !== null) return { charset: wide, skip: 0, wrong: true, cutOff: false }

  const says = declared === null ? null : said.get(declared)
  if (says === undefined) throw new ReadFault({ code: 'encodingUnknown', found: shorten(declared ?? '', 40) })
  const skip = startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0
  if (isUtf8(bytes))
    return {
      charset: 'utf-8',
      skip,
      wrong: says?.startsWith('utf-16') === true || (says === 'windows-1252' && !isAscii(bytes)),
      cutOff: false,
    }
  const cut = [1, 2, 3].some(
    (tail) => isUtf8(bytes.subarray(0, bytes.length - tail)) && !isAscii(bytes.subarray(0, bytes.length - tail)),
  )
  if (cut && says !== 'windows-1252') return { charset: 'utf-8', skip, wrong: false, cutOff: true }
  return { charset: 'windows-1252', skip, wrong: says !== 'windows-1252', cutOff: false }
}

/** UTF-16 without a mark: every other byte of the start is zero. */
const unmarkedWide = (bytes: Uint8Array): Charset | null => {
  const head = bytes.subarray(0, 400)
  if (head.length < 4) return null
  const zeros = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > head.length * 0.4 && even === 0) return 'utf-16le'
  return even > head.length * 0.4 && odd === 0 ? 'utf-16be' : null
}

const piece = 64 * 1024

/** The text of the file, piece by piece. */
export function* decode(bytes: Uint8Array, { charset, skip }: Charsetting): Generator<string> {
  const decoder = new TextDecoder(charset)
  for (let at = skip; at < bytes.length; at += piece) {
    const part = bytes.subarray(at, at + piece)
    yield charset === 'windows-1252' ? fromWindows1252(part) : decoder.decode(part, { stream: true })
  }
  yield decoder.decode()
}

// Windows-1252 by hand: a decoder of the machine may read the bytes 80–9F as control signs.
const high = Array.from(
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
    '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178',
)

const fromWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/gu, (sign) => high[(sign.codePointAt(0) ?? 0x80) - 0x80] ?? sign)
