import { defineConfig } from 'vitest/config'
import LongFirst from './test/long-first.ts'
import { throwAwayBase } from './test/throw-away.ts'

process.env['TMPDIR'] ??= throwAwayBase()

// One PostgreSQL per run (test/global-setup.ts); each test file makes its own database from the template.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx', development: false } },
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'packages/*/test/**/*.test.ts',
      'checks/**/*.test.ts',
      'test/**/*.test.{ts,tsx}',
      'bin/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/strict.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A process reads the program once, for all files of tests that it runs: no test may lean on what a module keeps from before.
    isolate: false,
    maxWorkers: 2,
    // Thousands of pages are made and thrown away: room for the young is cheaper than clearing it.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongFirst },
  },
})
