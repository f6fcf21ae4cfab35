/** The boxes of a JPEG 2000 that are the picture: its sign, its kind, its head and its pixels. */
const keptBoxes = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c'])

/** A JPEG 2000 without what programs and cameras wrote beside it. @returns null when its boxes cannot be followed */
export const stripJp2 = (bytes: Uint8Array): Uint8Array | null => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Pixels alone, without boxes, have no room for more.
  if (view.length > 4 && view.readUInt32BE(0) === 0xff4fff51) return view
  const kept: Uint8Array[] = []
  let at = 0
  while (at + 8 <= view.length) {
    const size = view.readUInt32BE(at)
    const end = size === 0 ? view.length : at + size
    if (size === 1 || end > view.length || end < at + 8) return null
    if (keptBoxes.has(view.toString('latin1', at + 4, at + 8))) kept.push(view.subarray(at, end))
    at = end
  }
  return kept.length === 0 ? null : Buffer.concat(kept)
}
