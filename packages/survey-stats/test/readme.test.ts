import { expect, test } from 'vitest'
import { againstGolden, againstOracles, apart, withTables } from './docs/compare-with-r.ts'
import { codeOf, promisedBy, readReadme, run } from './docs/readme.ts'

const page = readReadme()

test('The tour of the README runs, and prints what it says that it prints.', () => {
  const code = codeOf(page)
  expect(run(code)).toEqual(promisedBy(code))
  expect(promisedBy(code).length).toBeGreaterThan(10)
})

test('The tables of the README are what R and this package make them.', () => {
  expect(page).toBe(withTables(page))
  const all = [...againstGolden(), ...againstOracles()]
  expect(all.filter((one) => !(apart(one) < 1e-9))).toEqual([])
  expect(againstGolden()).toHaveLength(14)
})
