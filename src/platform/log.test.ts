import { describe, expect, test } from 'vitest'
import { type Level, type LogFields, makeLog } from './log.ts'

const school = '0b0f6f0a-6c2e-4c53-9d0e-3f5a3a4f6b11'

const logged = (level: Level = 'debug') => {
  const lines: unknown[] = []
  const log = makeLog(
    (line) => lines.push(JSON.parse(line)),
    () => level,
    () => new Date('2026-10-05T08:00:00Z'),
  )
  return { log, lines }
}

/** What one event with these fields leaves in the log, as text. */
const textOf = (fields: object): string => {
  const { log, lines } = logged()
  log.info('test.event', fields satisfies LogFields)
  return JSON.stringify(lines)
}

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

describe('A line of the log', () => {
  test('is JSON with time, level, event and fields', () => {
    const { log, lines } = logged()
    log.about({ request: 'r-1' }).info('http.answered', { route: '/leerlingen/:id', status: 200, ms: 3.5, school })
    expect(lines).toEqual([
      {
        at: '2026-10-05T08:00:00.000Z',
        level: 'info',
        event: 'http.answered',
        request: 'r-1',
        route: '/leerlingen/:id',
        status: 200,
        ms: 3.5,
        school,
      },
    ])
  })

  test('below the level is not written', () => {
    const { log, lines } = logged('warn')
    log.debug('a')
    log.info('b')
    log.warn('c')
    log.error('d')
    expect(lines).toMatchObject([{ event: 'c' }, { event: 'd' }])
  })
})

describe('No personal datum gets out', () => {
  test.each([
    { name: 'Sanne de Vries' },
    { school: 'Sanne' },
    { account: 'sanne@voorbeeld.nl' },
    { route: '/leerlingen?naam=Sanne' },
    { route: '/leerlingen/Sanne de Vries' },
    { code: 'Sanne de Vries' },
    { status: 'Sanne' },
    { nested: { name: 'Sanne' } },
    { error: 'Sanne' },
    { error: { name: 'Sanne' } },
    { error: new Error('No Sanne here') },
    { error: new Error('two lines\n    at Sanne (thuis)') },
    { error: new Error('frames\n    at Sanne:1:1\n    at Sanne.js:1:1') },
    { error: new Error('outer', { cause: new Error('Sanne') }) },
    { error: new AggregateError([new Error('Sanne')], 'Sanne') },
    {
      error: Object.assign(new Error('duplicate'), {
        detail: 'Key (name)=(Sanne)',
        where: 'Sanne',
        table: 'Sanne de Vries',
      }),
    },
  ])('through %j', (fields) => {
    expect(textOf(fields)).not.toContain('anne')
  })

  test('through the event itself', () => {
    const { log, lines } = logged()
    log.info('Sanne signed in')
    expect(lines).toMatchObject([{ event: 'log.unnamed' }])
  })

  test('through what a parser says', () => {
    expect(textOf({ error: thrownBy(() => JSON.parse('Sanne')) })).toMatch(/SyntaxError(?!.*anne)/)
  })
})

describe('A thrown error', () => {
  test('keeps its kind, code, table and place', () => {
    const error = Object.assign(new TypeError('x'), { code: '23505', table: 'person', constraint: 'person_pkey' })
    const { log, lines } = logged()
    log.error('http.failed', { error })
    expect(lines).toMatchObject([
      { error: { kind: 'TypeError', code: '23505', table: 'person', constraint: 'person_pkey' } },
    ])
    expect(JSON.stringify(lines)).toMatch(/"at":\["src\/platform\/log\.test\.ts:\d+:\d+"/)
  })

  test.each(['/srv/max x/é (oud)/r/src/a.ts', '/src/x/src/a.ts', 'file:///home/met%20spatie/src/a.ts'])(
    'keeps its place wherever the program stands: %s',
    (path) => {
      const error = new TypeError('x')
      error.stack = `TypeError: x\n    at find (${path}:3:7)\n    at async ${path}:9:1\n    at Promise.all (index 0)`
      expect(textOf({ error })).toMatch(/"at":\["(src\/x\/)?src\/a\.ts:3:7","(async )?(src\/x\/)?src\/a\.ts:9:1"\]/)
    },
  )

  test('keeps no place when its message was changed afterwards, as that may imitate one', () => {
    const error = new Error('frames\n    at Sanne (/src/Sanne.js:1:1)')
    error.message = 'other words'
    expect(textOf({ error })).not.toContain('Sanne')
  })

  test('keeps the sentence of the engine that names only code', () => {
    const error = new TypeError("Cannot read properties of undefined (reading 'school')")
    expect(textOf({ error })).toContain("reading 'school'")
  })
})
