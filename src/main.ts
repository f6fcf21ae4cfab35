import { createApp } from './app.tsx'
import { serveCommands } from './cli/serve-commands.ts'
import { nav, openItems } from './modules.ts'
import { startWork } from './worker.ts'
import { openDemo } from '#modules/demo/index.ts'
import { runProgram } from '#platform/run-program.ts'

await runProgram(
  { nav, openItems, app: createApp, demo: openDemo, work: startWork, commands: serveCommands },
  process.env,
)
