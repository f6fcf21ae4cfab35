import { expect, test } from 'vitest'
import { trustsProxy } from './proxies.ts'

const trusted = trustsProxy(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])

test.each([
  ['127.0.0.1', true],
  ['::ffff:127.0.0.1', true],
  ['10.255.0.1', true],
  ['fd12::1', true],
  ['127.0.0.2', false],
  ['11.0.0.1', false],
  ['::1', false],
  ['not an address', false],
  [undefined, false],
])('The peer %s is a trusted proxy: %s', (address, expected) => {
  expect(trusted(address)).toBe(expected)
})

test('Nobody is trusted when no proxy is named', () => {
  expect(trustsProxy([])('127.0.0.1')).toBe(false)
})
