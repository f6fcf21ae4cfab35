import { defineConfig } from 'vitest/config'

// The package alone: its tests need no database.
export default defineConfig({ test: { root: import.meta.dirname } })
