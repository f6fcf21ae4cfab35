import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { root } from '#platform/root.ts'

export type Program = { port: number; pid: number; msToReady: number; stop: () => Promise<void> }

const running = new Set<ChildProcess>()

// A run that is broken off leaves nothing behind that would weigh on the next.
process.on('exit', () => running.forEach((child) => child.kill('SIGTERM')))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1))

/** Starts a program of ours or a bare one, and waits for the line that says where it serves. */
export const startProgram = (
  args: readonly string[],
  env: Record<string, string> = {},
  ready = /(?:ready |:)(\d+)$/m,
): Promise<Program> =>
  new Promise((resolve, reject) => {
    const begun = performance.now()
    const child: ChildProcess = spawn(process.execPath, [...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    running.add(child)
    child.once('exit', () => running.delete(child))
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const port = ready.exec(said)?.[1]
      if (port === undefined) return
      const stop = (): Promise<void> =>
        new Promise((stopped) => {
          child.once('exit', () => stopped())
          child.kill('SIGTERM')
        })
      resolve({ port: Number(port), pid: child.pid ?? 0, msToReady: performance.now() - begun, stop })
    })
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`)))
  })

/** The bare program asks our own questions, whose modules hold pages too: bundled, as ours is. @returns the file to run */
export const bundled = async (entry: string): Promise<string> => {
  const outfile = join('dist', `${basename(entry, '.ts')}.js`)
  const jsx = { jsx: 'automatic', jsxImportSource: 'hono/jsx' } as const
  const how = { bundle: true, platform: 'node', format: 'esm', target: 'node24', packages: 'external' } as const
  await build({ absWorkingDir: root, entryPoints: [entry], outfile, ...how, ...jsx, logLevel: 'warning' })
  return outfile
}

/** Our server on this data folder, as bin/start runs it, without the demo. */
export const startServer = (dataDir: string): Promise<Program> =>
  startProgram(
    ['--enable-source-maps', '--max-semi-space-size=32', 'dist/main.js'],
    { DATA_DIR: dataDir, PORT: '0', DEMO: '0', LOG_LEVEL: 'warn' },
    /ready on http:\/\/[^ ]*:(\d+)$/m,
  )

/** Resident memory of a process, bytes. */
export const residentBytes = (pid: number): number => {
  const pages = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s*(\d+) kB/m.exec(pages)?.[1] ?? 0) * 1024
}

/** Where the running database of a data folder listens. */
export const socketFolderOf = (dataDir: string): string => {
  const pidFile = readdirSync(dataDir, { recursive: true }).find((name) => String(name).endsWith('postmaster.pid'))
  if (pidFile === undefined) throw new Error('no running database in the data folder')
  return readFileSync(join(dataDir, String(pidFile)), 'utf8').split('\n')[4] ?? ''
}
