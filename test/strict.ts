import { afterEach, expect, vi } from 'vitest'

// A console error, a warning or an unhandled rejection fails the test.
const error = vi.spyOn(console, 'error')
const warn = vi.spyOn(console, 'warn')

afterEach(() => {
  const said = [...error.mock.calls, ...warn.mock.calls]
  error.mockClear()
  warn.mockClear()
  expect(said, 'nothing may be written to console.error or console.warn').toEqual([])
})
