import { createHmac, timingSafeEqual } from 'node:crypto'

/** Codes of RFC 6238: six digits, thirty seconds, SHA-1, which every app for codes knows. */
const digits = 6
export const stepSeconds = 30
const allowedDrift = [0, -1, 1]

/** The code of a secret at one step of time. RFC 4226, 5.3. */
export const codeAt = (secret: Buffer, step: number): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/**
 * The step of time whose code this is: of now, or one step aside for a clock that is a little off (RFC 6238, 5.2). A step
 * that was used before does not count: a code that somebody saw over a shoulder opens nothing.
 * @param now seconds since 1970
 * @returns the step, or null
 */
export const stepOf = (secret: Buffer, typed: string, now: number, lastStep: number | null): number | null => {
  const current = Math.floor(now / stepSeconds)
  const code = Buffer.from(typed.replaceAll(/[\s-]/g, ''))
  // Every step is compared, so that the time says nothing.
  const found = allowedDrift
    .map((drift) => current + drift)
    .filter((step) => {
      const wanted = Buffer.from(codeAt(secret, step))
      return code.length === wanted.length && timingSafeEqual(code, wanted)
    })
    .find((step) => lastStep === null || step > lastStep)
  return found ?? null
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 without padding. RFC 4648, 6. */
export const base32 = (bytes: Buffer): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** The secret in groups of four, to type over. */
export const grouped = (secret: Buffer): string => base32(secret).replaceAll(/(.{4})(?=.)/g, '$1 ')

/** What an app reads out of the QR code. Google Authenticator's key URI format, which is what apps share. */
export const otpauth = (secret: Buffer, { issuer, login }: { issuer: string; login: string }): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(login)}?${new URLSearchParams({
    secret: base32(secret),
    issuer,
  })}`
