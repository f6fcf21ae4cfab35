import { configureLog, log } from '#platform/log.ts'
import { runCommandLine } from './command-line.ts'

configureLog('warn', process.stderr)
const breakOff = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => breakOff.abort())
// Whoever reads our answer may stop reading (`| head -1`); that is no fault.
process.stdout.on('error', () => undefined)
// Node would end with 1, which here would mean "applied in part"; every change is one transaction, so nothing was.
process.on('uncaughtException', (error) => {
  log.error('command.crashed', { error })
  process.stderr.write('Something went wrong inside, and nothing was changed; the line above says where.\n', () =>
    process.exit(2),
  )
})

process.exitCode = await runCommandLine(process.argv.slice(2), process.env, process, breakOff.signal)
// Nothing may keep a finished command alive; what was written is flushed first.
process.stdout.write('', () => process.stderr.write('', () => process.exit()))
