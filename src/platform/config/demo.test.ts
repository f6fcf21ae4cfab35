import { describe, expect, test } from 'vitest'
import { carriesForwardingHeader, demoAnswers, demoWanted } from './demo.ts'

const quiet = { demo: null, host: '127.0.0.1', publicUrl: null }

describe('The demo', () => {
  test.each([
    [quiet, true],
    [{ ...quiet, host: '::1' }, true],
    [{ ...quiet, host: 'localhost' }, true],
    [{ ...quiet, host: '0.0.0.0' }, false],
    [{ ...quiet, host: '::' }, false],
    [{ ...quiet, host: '192.168.1.4' }, false],
    [{ ...quiet, publicUrl: 'https://a.nl' }, false],
    [{ ...quiet, publicUrl: 'http://127.0.0.1:3000' }, false],
    [{ ...quiet, demo: false }, false],
    [{ demo: true, host: '0.0.0.0', publicUrl: 'https://a.nl' }, true],
  ])('with %j is wanted: %s', (settings, wanted) => {
    expect(demoWanted(settings)).toBe(wanted)
  })

  test.each(['Forwarded', 'X-Forwarded-For', 'x-forwarded-proto', 'X-Real-IP', 'Via', 'CF-Connecting-IP'])(
    'does not answer a request with %s unless DEMO=1 was said',
    (name) => {
      const headers = new Headers({ [name]: '10.0.0.1' })
      expect(carriesForwardingHeader(headers)).toBe(true)
      expect(demoAnswers(quiet, headers)).toBe(false)
      expect(demoAnswers({ ...quiet, demo: true }, headers)).toBe(true)
    },
  )

  test('answers a browser on the machine itself', () => {
    const headers = new Headers({ host: '127.0.0.1:3000', accept: 'text/html', 'x-requested-with': 'fetch' })
    expect(demoAnswers(quiet, headers)).toBe(true)
  })
})
