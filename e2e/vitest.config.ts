import { defineConfig } from 'vitest/config'
import { throwAwayBase } from '../test/throw-away.ts'

process.env['TMPDIR'] ??= throwAwayBase()

// One program and one browser per run; the files go one after another, for journeys change what others see.
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['e2e/**/*.spec.{ts,tsx}'],
    globalSetup: ['e2e/start-all.ts'],
    setupFiles: ['test/strict.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    isolate: false,
  },
})
