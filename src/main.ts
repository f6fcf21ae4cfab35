import { createApp } from './app.tsx'
import { serveCommands } from './cli/serve-commands.ts'
import { brought } from './modules.ts'
import { startWork } from './worker.ts'
import { openDemo } from '#modules/demo/index.ts'
import { runProgram } from '#platform/run-program.ts'

await runProgram(
  {
    ...brought,
    app: createApp,
    demo: openDemo,
    work: startWork,
    commands: serveCommands,
  },
  process.env,
)
