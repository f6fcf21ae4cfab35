/** Segments that belong to the picture itself: APP0 says it is a JPEG, APP14 how its colours are mixed. */
const keptApps = new Set([0xe0, 0xee])

const isMetadata = (marker: number, name: string): boolean =>
  marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && (!keptApps.has(marker) || !/^(JFIF\0|Adobe)/.test(name)))

/**
 * A JPEG without its comments and without what programs and cameras wrote beside it; no pixel is touched. What comes after
 * the end of the picture is cut off.
 * @returns null when it is no JPEG that can be followed from segment to segment
 */
export const stripJpeg = (bytes: Uint8Array): Uint8Array | null => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8) return null
  const kept: Uint8Array[] = [view.subarray(0, 2)]
  let at = 2
  while (at + 4 <= view.length) {
    if (view[at] !== 0xff) return null
    const marker = view[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) return Buffer.concat([...kept, view.subarray(at, at + 2)])
    const end = at + 2 + view.readUInt16BE(at + 2)
    if (end > view.length) return null
    if (!isMetadata(marker, view.toString('latin1', at + 4, at + 10))) kept.push(view.subarray(at, end))
    at = marker === 0xda ? endOfScan(view, end) : end
    if (marker === 0xda) kept.push(view.subarray(end, at))
  }
  return Buffer.concat(kept)
}

/** Where the pixels end: at the next marker that is neither a restart nor a doubled 0xff. */
const endOfScan = (view: Buffer, from: number): number => {
  let at = from
  while (at + 1 < view.length) {
    const next = view[at + 1] ?? 0
    if (view[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at += 1
  }
  return view.length
}
