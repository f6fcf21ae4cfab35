// Text as people meant it: composed, without control signs, on one line.

// Control signs, marks that turn the direction of text, and signs that are none (U+FFFE, U+FFFF, lone halves).
// ZWJ and ZWNJ stay: Persian and Urdu names need them.
const unwanted = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu

/** The cleaned text, null when nothing is left, and whether signs were taken out that nobody typed. */
export const cleanText = (raw: string): { text: string | null; controls: boolean } => {
  const whole = raw.isWellFormed() ? raw : raw.toWellFormed().replaceAll('\ufffd', '')
  const without = whole.replaceAll(unwanted, '')
  const text = without.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  return { text: text === '' ? null : text, controls: without !== raw }
}

/** A piece of a file to be shown or told: cleaned, and cut without halving a sign. */
export const shorten = (raw: string, most = 80): string =>
  (cleanText(raw.slice(0, most * 4)).text ?? '').slice(0, most).replace(/[\ud800-\udbff]$/, '')

// Windows-1252: what the bytes 80–9F stand for. The five it leaves open are read as the control sign of that number.
const upper =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

const byteOf = (sign: string): number | null => {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code
  const at = upper.indexOf(sign)
  return at >= 0 && sign.length === 1 ? 0x80 + at : code <= 0xff ? code : null
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const oneStep = (text: string): string | null => {
  const bytes: number[] = []
  let high = false
  for (const sign of text) {
    const byte = byteOf(sign)
    if (byte === null) return null
    high ||= byte >= 0x80
    bytes.push(byte)
  }
  if (!high) return null
  try {
    return utf8.decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}

/** Text that was UTF-8 and was once (or twice) read as Windows-1252, put right; null when it was not. */
export const unscramble = (text: string): string | null => {
  const once = oneStep(text)
  return once === null ? null : (oneStep(once) ?? once)
}
