import { expect, test } from 'vitest'
import { asPaperCode, paperCode } from './one-time-code.ts'

test('A code on paper has signs that nobody takes for another, and comes back however it is typed.', () => {
  const codes = Array.from({ length: 200 }, () => paperCode(3))
  expect(new Set(codes).size).toBe(200)
  for (const code of codes) {
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/)
    expect(asPaperCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
  }
  expect(asPaperCode('')).toBe('')
})
