import { isUtf8 } from 'node:buffer'
import { LIMITS } from './calendar.ts'

export type TextLine = { at: number; text: string }

const NEWLINE = 10
const RETURN = 13
const SPACE = 32
const TAB = 9

/**
 * Logical lines of a calendar file with the number of their first line. Unfolds bytes, not characters: a fold may cut a
 * letter in two (RFC 5545, 3.1). A line that is no UTF-8 is read as windows-1252; `onForeign` is then called once.
 */
export function* readLines(file: Uint8Array, onForeign: () => void): Generator<TextLine> {
  const bytes = withoutMark(file)
  const decode = lineDecoder(onForeign)
  let number = 0
  let first = 1
  let pieces: Uint8Array[] = []
  for (let from = 0; from < bytes.length;) {
    const at = bytes.indexOf(NEWLINE, from)
    const end = at === -1 ? bytes.length : at
    const piece = bytes.subarray(from, bytes[end - 1] === RETURN && end > from ? end - 1 : end)
    number++
    if (pieces.length > 0 && (piece[0] === SPACE || piece[0] === TAB)) {
      pieces.push(piece.subarray(1))
    } else {
      if (pieces.length > 0) yield { at: first, text: decode(pieces) }
      pieces = [piece]
      first = number
    }
    from = end + 1
  }
  if (pieces.length > 0) yield { at: first, text: decode(pieces) }
}

function withoutMark(file: Uint8Array): Uint8Array {
  if (file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf) return file.subarray(3)
  const utf16 =
    file[0] === 0xff && file[1] === 0xfe ? 'utf-16le' : file[0] === 0xfe && file[1] === 0xff ? 'utf-16be' : null
  return utf16 ? new TextEncoder().encode(new TextDecoder(utf16).decode(file)) : file
}

function lineDecoder(onForeign: () => void) {
  const foreign = new TextDecoder('windows-1252')
  const utf8 = new TextDecoder()
  let told = false
  return (pieces: Uint8Array[]): string => {
    const bytes = upTo(LIMITS.line, pieces)
    // A line cut at the limit may end in half a letter, which says nothing of its encoding.
    if (bytes.length >= LIMITS.line || isUtf8(bytes)) return utf8.decode(bytes)
    if (!told) onForeign()
    told = true
    return foreign.decode(bytes)
  }
}

function upTo(limit: number, pieces: Uint8Array[]): Uint8Array {
  const [only] = pieces
  if (pieces.length === 1 && only) return only.subarray(0, limit)
  const length = Math.min(
    limit,
    pieces.reduce((sum, piece) => sum + piece.length, 0),
  )
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    if (at >= length) break
    whole.set(piece.subarray(0, length - at), at)
    at += piece.length
  }
  return whole
}
