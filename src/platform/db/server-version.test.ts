import { describe, expect, test } from 'vitest'
import { parseServerVersion, refuseVersion } from './server-version.ts'

describe('A server version', () => {
  test.each([
    ['15.18 (Debian 15.18-0+deb12u1)', { major: 15, minor: 18, unfinished: false }],
    ['18.4', { major: 18, minor: 4, unfinished: false }],
    ['18', { major: 18, minor: 0, unfinished: false }],
    ['17beta1', { major: 17, minor: 0, unfinished: true }],
    ['19devel', { major: 19, minor: 0, unfinished: true }],
    ['16.10 (Ubuntu 16.10-0ubuntu0.24.04.1)', { major: 16, minor: 10, unfinished: false }],
    ['9.6.24', { major: 9, minor: 6, unfinished: false }],
    ['CockroachDB CCL v24.1', null],
    ['', null],
  ])('%j reads as %j', (text, version) => {
    expect(parseServerVersion(text)).toEqual(version)
  })

  test.each(['15.14', '15.18 (Debian 15.18-0+deb12u1)', '16.10', '17.6', '17.10', '18.0', '18.4', '18', '19.1'])(
    '%s is let in',
    (text) => {
      expect(refuseVersion(text)).toBeNull()
    },
  )

  test.each([
    '15.13',
    '15.2 (Debian 15.2-1)',
    '16.9',
    '17.5',
    '17.0',
    '17beta1',
    '18beta2',
    '18rc1',
    '14.22',
    '13.0',
    '9.6.24',
    '',
    'YB 2.1',
  ])('%j is refused with what was found and what is wanted', (text) => {
    const said = refuseVersion(text)
    expect(said).toContain(text)
    expect(said).toContain('15.14, 16.10, 17.6 or 18')
  })
})
