/**
 * The SHA-256 of a text (as UTF-8) or of bytes, as 64 hexadecimal digits.
 * Source: FIPS 180-4.
 */
export const sha256 = (input: string | Uint8Array): string => {
  const bytes = typeof input === 'string' ? utf8(input) : input
  const state = Int32Array.from(initial)
  const schedule = new Int32Array(64)
  const whole = bytes.length - (bytes.length % 64)
  for (let at = 0; at < whole; at += 64) digestBlock(state, schedule, bytes, at)
  const tail = paddedTail(bytes, whole)
  for (let at = 0; at < tail.length; at += 64) digestBlock(state, schedule, tail, at)
  let hex = ''
  for (const word of state) hex += (word >>> 0).toString(16).padStart(8, '0')
  return hex
}

/** The first 32 bits of the fractional part of the square roots (cube roots) of the first primes, which is what FIPS asks. */
const rootsOfPrimes = (count: number, root: (prime: number) => number): Int32Array => {
  const words = new Int32Array(count)
  for (let prime = 2, found = 0; found < count; prime += 1) {
    let isPrime = true
    for (let divisor = 2; divisor * divisor <= prime; divisor += 1) if (prime % divisor === 0) isPrime = false
    if (!isPrime) continue
    const value = root(prime)
    words[found] = Math.floor((value - Math.floor(value)) * 2 ** 32)
    found += 1
  }
  return words
}

const initial = rootsOfPrimes(8, Math.sqrt)
const constants = rootsOfPrimes(64, Math.cbrt)

const paddedTail = (bytes: Uint8Array, from: number): Uint8Array => {
  const rest = bytes.length - from
  const tail = new Uint8Array(rest < 56 ? 64 : 128)
  tail.set(bytes.subarray(from))
  tail[rest] = 0x80
  const view = new DataView(tail.buffer)
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(tail.length - 4, (bytes.length * 8) % 2 ** 32)
  return tail
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

const digestBlock = (state: Int32Array, w: Int32Array, bytes: Uint8Array, at: number): void => {
  for (let t = 0; t < 16; t += 1) {
    const from = at + t * 4
    w[t] = (bytes[from] << 24) | (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3]
  }
  for (let t = 16; t < 64; t += 1) {
    const [a, b] = [w[t - 15], w[t - 2]]
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
    w[t] = (w[t - 16] + s0 + w[t - 7] + s1) | 0
  }
  let [a, b, c, d] = [state[0], state[1], state[2], state[3]]
  let [e, f, g, h] = [state[4], state[5], state[6], state[7]]
  for (let t = 0; t < 64; t += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const one = (h + s1 + ((e & f) ^ (~e & g)) + constants[t] + w[t]) | 0
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  state[0] += a
  state[1] += b
  state[2] += c
  state[3] += d
  state[4] += e
  state[5] += f
  state[6] += g
  state[7] += h
}

// The package knows no TextEncoder, which is of the browser and of Node and not of the language.
const utf8 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0
    if (point < 0x80) bytes[length++] = point
    else if (point < 0x800) {
      bytes[length++] = 0xc0 | (point >> 6)
      bytes[length++] = 0x80 | (point & 63)
    } else if (point < 0x10000) {
      // A lone surrogate has no UTF-8; it becomes U+FFFD, as elsewhere.
      const own = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
      bytes[length++] = 0xe0 | (own >> 12)
      bytes[length++] = 0x80 | ((own >> 6) & 63)
      bytes[length++] = 0x80 | (own & 63)
    } else {
      bytes[length++] = 0xf0 | (point >> 18)
      bytes[length++] = 0x80 | ((point >> 12) & 63)
      bytes[length++] = 0x80 | ((point >> 6) & 63)
      bytes[length++] = 0x80 | (point & 63)
    }
  }
  return bytes.subarray(0, length)
}
