import { defineConfig } from 'vitest/config'
import LongFirst from '../test/long-first.ts'
import { atOnce } from './start-all.ts'

// One browser per run, and a program for each worker: on it the files go one after another, for journeys change what others see.
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
  },
})
