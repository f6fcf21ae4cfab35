import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openVault, vaultOf } from './vault.ts'

const plain = Buffer.from('twintig letters hier')

test('What is sealed opens with the same secret, about the same thing, and never twice alike.', () => {
  const vault = vaultOf('a'.repeat(64))
  const sealed = vault.seal(plain, 'factor 1')
  expect(vaultOf('a'.repeat(64)).open(sealed, 'factor 1')).toEqual(plain)
  expect(sealed.includes(plain)).toBe(false)
  expect(vault.seal(plain, 'factor 1')).not.toEqual(sealed)
})

test('Another secret, another thing, a changed byte and what is too short do not open.', () => {
  const vault = vaultOf('a'.repeat(64))
  const sealed = vault.seal(plain, 'factor 1')
  const changed = Buffer.from(sealed.map((byte, at) => (at === 14 ? byte ^ 1 : byte)))
  expect(() => vaultOf('b'.repeat(64)).open(sealed, 'factor 1')).toThrow('sealed with another key')
  expect(() => vault.open(sealed, 'factor 2')).toThrow('sealed with another key')
  expect(() => vault.open(changed, 'factor 1')).toThrow('sealed with another key')
  expect(() => vault.open(sealed.subarray(0, 20), 'factor 1')).toThrow('sealed with another key')
  expect(() => vault.open(Buffer.alloc(0), 'factor 1')).toThrow('sealed with another key')
})

test('A keyed hash is of one purpose and one secret.', () => {
  const vault = vaultOf('a'.repeat(64))
  expect(vault.mac('recovery', 'abc')).toEqual(vaultOf('a'.repeat(64)).mac('recovery', 'abc'))
  expect(vault.mac('recovery', 'abc')).not.toEqual(vault.mac('device', 'abc'))
  expect(vault.mac('recovery', 'abc')).not.toEqual(vaultOf('b'.repeat(64)).mac('recovery', 'abc'))
})

test('The secret is made once, in a file that only its owner reads.', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vault-'))
  const sealed = openVault(folder).seal(plain, 'x')
  expect(openVault(folder).open(sealed, 'x')).toEqual(plain)
  const path = join(folder, 'account.secret')
  expect([statSync(path).mode & 0o777, readFileSync(path, 'utf8').length]).toEqual([0o600, 64])
  rmSync(folder, { recursive: true })
})
