import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { atOnce } from './at-once.ts'
import { startProgram } from './program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    demos: readonly { base: string; logFile: string }[]
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

/** Builds, starts a program with its demo for each that runs at a time, and one browser that every file of tests connects to. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = spawnSync(process.execPath, [join(import.meta.dirname, '../bin/build.mjs')], { stdio: 'inherit' })
  if (built.status !== 0) throw new Error('The program could not be built.')
  // It is loaded once, and copied.
  const settings = { DEMO: '1', LOG_LEVEL: 'info' }
  const loaded = await startProgram(settings)
  await loaded.said('demo.whole')
  const forget = await loaded.halt()
  const demos = await Promise.all(Array.from({ length: atOnce }, () => startProgram(settings, loaded.dataDir)))
  for (const demo of demos) await demo.said('demo.whole')
  forget()
  // Root has no sandbox to give away; everybody else keeps it.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launchServer({ executablePath: '/usr/bin/chromium', args: [...quiet, ...asRoot] })
  project.provide(
    'demos',
    demos.map(({ base, logFile }) => ({ base, logFile })),
  )
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    for (const demo of demos) await demo.stop()
  }
}
