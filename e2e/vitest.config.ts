import { defineConfig } from 'vitest/config'
import LongFirst from '../test/long-first.ts'
import { throwAwayBase } from '../test/throw-away.ts'
import { atOnce } from './at-once.ts'

process.env['TMPDIR'] ??= throwAwayBase()

// Two files at a time, the longest first, each with a program of its own: journeys change what others see.
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['e2e/**/*.spec.{ts,tsx}'],
    globalSetup: ['e2e/start-all.ts'],
    setupFiles: ['test/strict.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: atOnce,
    sequence: { sequencer: LongFirst },
    isolate: false,
  },
})
