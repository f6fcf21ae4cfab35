import { expect, test } from 'vitest'
import { isLeaked } from './leaked-passwords.ts'

test.each(['password', '12345678', 'qwertyuiop', 'PassWord123', ' 1q2w3e4r5t '])(
  '%j is one of the first tried',
  (one) => expect(isLeaked(one)).toBe(true),
)

test.each(['tien appels in een boom', 'klimboom-juf-noor', 'xK2!mfT0qv', ''])('%j is not', (one) =>
  expect(isLeaked(one)).toBe(false),
)
