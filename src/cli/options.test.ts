import { describe, expect, test } from 'vitest'
import { parseOptions } from './options.ts'
import { WrongUse } from './wrong-use.ts'

const kinds = { school: 'value', 'dry-run': 'flag', 'end-missing': 'value' } as const

const parsed = (...argv: string[]) => {
  const { flags, values, rest } = parseOptions(argv, kinds)
  return { flags: [...flags], values: Object.fromEntries(values), rest }
}

describe('Options', () => {
  test.each([
    [
      ['a.csv', '--school', 'klimboom', '--dry-run'],
      { flags: ['dry-run'], values: { school: 'klimboom' }, rest: ['a.csv'] },
    ],
    [['--school=klimboom', '-'], { flags: [], values: { school: 'klimboom' }, rest: ['-'] }],
    [['--', '--school', '-x'], { flags: [], values: {}, rest: ['--school', '-x'] }],
    [['--school=-x'], { flags: [], values: { school: '-x' }, rest: [] }],
    [[], { flags: [], values: {}, rest: [] }],
  ])('%j are read', (argv, expected) => {
    expect(parsed(...argv)).toEqual(expected)
  })

  test.each([
    [['--scool', 'x'], '--scool is not an option here; did you mean --school?'],
    [['--quite-else'], '--quite-else is not an option here.'],
    [['-s', 'x'], '-s is not an option here.'],
    [['--__proto__'], '--__proto__ is not an option here.'],
    [['--school'], '--school needs a value.'],
    [['--school='], '--school needs a value.'],
    [['--school', '--dry-run'], '--school needs a value.'],
    [['--dry-run=yes'], '--dry-run takes no value.'],
    [['--dry-run', '--dry-run'], '--dry-run is given twice.'],
    [['--school', 'a', '--school', 'b'], '--school is given twice.'],
  ])('%j are wrong use', (argv, sentence) => {
    expect(() => parsed(...argv)).toThrow(new WrongUse(sentence))
  })
})
