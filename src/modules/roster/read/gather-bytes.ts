import type { Fault } from '../roster.ts'
import { defaultCaps } from './caps.ts'

/** The bytes of a file in a buffer of their own; stops as soon as there are more than a file may have. */
export const gatherBytes = async (
  source: Uint8Array | AsyncIterable<Uint8Array>,
  most = defaultCaps.bytes,
): Promise<{ ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; fault: Fault }> => {
  const tooLarge = { ok: false, fault: { code: 'tooLarge', wanted: String(Math.floor(most / 1024 / 1024)) } } as const
  if (source instanceof Uint8Array)
    return source.length > most ? tooLarge : { ok: true, bytes: Uint8Array.from(source) }
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of source) {
    length += piece.length
    if (length > most) return tooLarge
    pieces.push(piece)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return { ok: true, bytes }
}
