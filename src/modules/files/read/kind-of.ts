export type SeenKind = 'jpeg' | 'png' | 'webp' | 'pdf' | 'heic' | 'unknown'

/** What a file is by its first bytes, and by nothing else. A PDF that begins with something else is none. */
export const kindOf = (bytes: Uint8Array): SeenKind => {
  const text = (from: number, to: number): string => Buffer.from(bytes.subarray(from, to)).toString('latin1')
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  if (text(0, 5) === '%PDF-') return 'pdf'
  return text(4, 8) === 'ftyp' && heicBrands.has(text(8, 12)) ? 'heic' : 'unknown'
}

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])
