import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { startProgram } from './program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    demo: { base: string; logFile: string }
    browser: string
  }
}

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing is drawn on a card: what draws need not be a program of its own.
  '--in-process-gpu',
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
]

/** Builds, starts the program with its demo, and one browser that every file of tests connects to. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = spawnSync(process.execPath, [join(import.meta.dirname, '../bin/build.mjs')], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('The program could not be built.')
  const demo = await startProgram({ DEMO: '1', LOG_LEVEL: 'info' })
  await demo.said('demo.whole')
  // Root has no sandbox to give away; everybody else keeps it.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launchServer({ executablePath: '/usr/bin/chromium', args: [...quiet, ...asRoot] })
  project.provide('demo', { base: demo.base, logFile: demo.logFile })
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await demo.stop()
  }
}
