import { expect, test } from 'vitest'
import type { AppContext } from './app-env.ts'
import { clientAddress, lineOf } from './client-address.ts'
import { wrongTries } from './wrong-tries.ts'

const from = (peer: string | undefined, forwarded?: string): AppContext =>
  ({
    env: { incoming: { socket: { remoteAddress: peer } } },
    req: { header: () => forwarded },
  }) as unknown as AppContext

test('An address that was wrong two hundred times waits for the rest of that minute, and no other does.', () => {
  let time = 600_000
  const tries = wrongTries(() => time)
  for (let count = 0; count < 199; count += 1) tries.count('192.0.2.1')
  expect(tries.wait('192.0.2.1')).toBe(0)
  time += 15_000
  tries.count('192.0.2.1')
  expect([tries.wait('192.0.2.1'), tries.wait('192.0.2.2'), tries.wait(null)]).toEqual([45, 0, 0])
  time += 45_000
  expect(tries.wait('192.0.2.1')).toBe(0)
})

test('One line of IPv6 has more addresses than anybody can count, and counts as one.', () => {
  const tries = wrongTries(() => 0, 2)
  tries.count('2001:db8:1:2:3::1')
  tries.count('2001:db8:1:2:4::9')
  expect(tries.wait('2001:db8:1:2::77')).toBe(60)
  expect(lineOf('::ffff:192.0.2.1')).toBe('::ffff:192.0.2.1')
})

test('The header of a proxy is believed when the proxy is ours, and not further than ours.', () => {
  const address = clientAddress(['10.0.0.0/8'])
  expect(address(from('192.0.2.1', '198.51.100.7'))).toBe('192.0.2.1')
  expect(address(from('10.0.0.1', '198.51.100.7'))).toBe('198.51.100.7')
  expect(address(from('10.0.0.1', '203.0.113.9, 198.51.100.7, 10.0.0.2'))).toBe('198.51.100.7')
  expect(address(from('10.0.0.1'))).toBe('10.0.0.1')
  expect(address(from(undefined))).toBe(null)
})
