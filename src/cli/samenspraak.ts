import { runCommandLine } from './command-line.ts'

const breakOff = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => breakOff.abort())
// Whoever reads our answer may stop reading (`| head -1`); that is no fault.
process.stdout.on('error', () => undefined)

process.exitCode = await runCommandLine(process.argv.slice(2), process.env, process, breakOff.signal)
// Nothing may keep a finished command alive; what was written is flushed first.
process.stdout.write('', () => process.stderr.write('', () => process.exit()))
