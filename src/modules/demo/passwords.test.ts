import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPasswords } from './passwords.ts'

let folder: string
let other: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'))
  other = mkdtempSync(join(tmpdir(), 'demo-'))
})
afterEach(() => {
  for (const one of [folder, other]) rmSync(one, { recursive: true })
})

test('Passwords are the same at each start of one folder, and of nobody else', () => {
  const first = openPasswords(folder)
  expect(first.of('selma')).toMatch(/^[a-z]{4}(-[a-z]{4}){3}$/)
  expect(openPasswords(folder).of('selma')).toBe(first.of('selma'))
  expect(openPasswords(folder).mark).toBe(first.mark)
  expect(first.of('bas')).not.toBe(first.of('selma'))
  expect(openPasswords(other).of('selma')).not.toBe(first.of('selma'))
  expect(openPasswords(other).mark).not.toBe(first.mark)
})

test('The secret is for its owner alone, and half of one is made anew', () => {
  openPasswords(folder)
  const path = join(folder, 'demo.secret')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const whole = readFileSync(path, 'utf8')
  writeFileSync(path, whole.slice(0, 20))
  openPasswords(folder)
  expect(readFileSync(path, 'utf8')).toHaveLength(64)
  expect(readFileSync(path, 'utf8')).not.toBe(whole)
})
