import { expect, test } from 'vitest'
import { base32, codeAt, grouped, otpauth, stepOf } from './totp.ts'

// RFC 6238, appendix B, cut to six digits.
const secret = Buffer.from('12345678901234567890')

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('At %i seconds the code is that of the standard.', (seconds, code) => {
  expect(codeAt(secret, Math.floor(seconds / 30))).toBe(code)
  expect(stepOf(secret, code, seconds, null)).toBe(Math.floor(seconds / 30))
})

test('A code counts one step early and late, with blanks, and only once.', () => {
  const now = 1_111_111_109
  const step = Math.floor(now / 30)
  expect(stepOf(secret, '081 804', now, null)).toBe(step)
  expect(stepOf(secret, ' 0818-04 ', now + 30, null)).toBe(step)
  expect(stepOf(secret, '081804', now - 30, null)).toBe(step)
  expect(stepOf(secret, '081804', now + 60, null)).toBe(null)
  expect(stepOf(secret, '081804', now - 60, null)).toBe(null)
  expect(stepOf(secret, '081804', now, step)).toBe(null)
  expect(stepOf(secret, codeAt(secret, step - 1), now, step)).toBe(null)
  expect(stepOf(secret, codeAt(secret, step + 1), now, step)).toBe(step + 1)
  for (const typed of ['', '081805', '81804', '0818040', '٠٨١٨٠٤', 'x'.repeat(500)])
    expect(stepOf(secret, typed, now, null)).toBe(null)
})

test('A secret is written as apps read it.', () => {
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(base32(Buffer.from('f'))).toBe('MY')
  expect(grouped(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  expect(otpauth(secret, { issuer: 'Samenspraak', login: 'anna@school.example' })).toBe(
    'otpauth://totp/Samenspraak:anna%40school.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Samenspraak',
  )
})
