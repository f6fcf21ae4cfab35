import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readExports } from './docs/declarations.ts'
import { examples } from './docs/examples.ts'
import { makeReference, referencePath } from './docs/reference.ts'

const exported = readExports()

test('REFERENCE.md is what the sources and the examples make it: `node test/docs/reference.ts --write` renews it.', async () => {
  expect(readFileSync(referencePath, 'utf8')).toBe(await makeReference())
})

test('Every public function has an example, and says what it gives.', () => {
  const values = exported.filter(({ kind }) => kind === 'value')
  expect(Object.keys(examples).toSorted()).toEqual(values.map(({ name }) => name).toSorted())
  expect(values.filter(({ doc }) => doc.length < 20).map(({ name }) => name)).toEqual([])
})
