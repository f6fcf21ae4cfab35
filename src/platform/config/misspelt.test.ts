import { expect, test } from 'vitest'
import { distance } from './misspelt.ts'

test.each([
  ['PUBLIC_ULR', 'PUBLIC_URL', 1],
  ['PORT', 'PORT', 0],
  ['PROT', 'PORT', 1],
  ['', 'PORT', 4],
  ['HOME', 'HOST', 2],
  ['DATABSE_UR', 'DATABASE_URL', 2],
])('From %j to %j are so many edits: %i', (a, b, edits) => {
  expect(distance(a, b)).toBe(edits)
  expect(distance(b, a)).toBe(edits)
})
