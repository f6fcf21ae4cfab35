import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')
const patience = 90_000

export type Program = {
  /** As 'http://127.0.0.1:41234'. */
  base: string
  /** The file in which the program keeps its log. */
  logFile: string
  /** Waits until the log has this event. @throws when it does not come */
  said(event: string): Promise<void>
  /** Runs `bin/samenspraak` on the same folder. @throws with what it said when it does not end with 0 */
  command(...words: readonly string[]): string
  /** Where it keeps everything. */
  dataDir: string
  stop(): Promise<void>
  /** Stops it, and leaves its data until what is returned is called. */
  halt(): Promise<() => void>
}

/**
 * Starts the built program on a fresh folder and a free port, as `bin/start` does; `settings` come on top.
 * @param copied the data of a program that was halted, to begin with a copy of
 */
export const startProgram = async (
  settings: Readonly<Record<string, string>> = {},
  copied?: string,
): Promise<Program> => {
  const folder = mkdtempSync(join(tmpdir(), 'samenspraak-e2e-'))
  // As root PostgreSQL's own user must pass; without this the database would be placed elsewhere and stay behind.
  chmodSync(folder, 0o711)
  const { PATH = '', HOME = folder } = process.env
  const dataDir = join(folder, 'data')
  const env = { PATH, HOME, DATA_DIR: dataDir, PORT: '0', ...settings }
  // Every file keeps its owner, which is not ours where we are root.
  if (copied !== undefined && spawnSync('cp', ['-a', copied, dataDir]).status !== 0)
    throw new Error(`${copied} could not be copied.`)
  const logFile = join(folder, 'log')
  const log = openSync(logFile, 'w')
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js'], {
    cwd: root,
    env,
    stdio: ['ignore', log, log],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const halt = async (): Promise<() => void> => {
    child.kill('SIGTERM')
    await ended
    return () => rmSync(folder, { recursive: true, force: true })
  }
  const stop = async (): Promise<void> => (await halt())()
  const base = await readyOn(logFile, () => child.exitCode !== null)
  if (base === null) {
    const said = readFileSync(logFile, 'utf8')
    await stop()
    throw new Error(`The program did not start:\n${said}`)
  }
  return {
    base,
    logFile,
    dataDir,
    halt,
    stop,
    said: async (event) => {
      for (const until = Date.now() + patience; Date.now() < until; await sleep(100))
        if (readFileSync(logFile, 'utf8').includes(`"event":"${event}"`)) return
      throw new Error(`The program never said ${event}.`)
    },
    command: (...words) => {
      const { status, stdout, stderr } = spawnSync('bin/samenspraak', words, { cwd: root, env, encoding: 'utf8' })
      if (status !== 0) throw new Error(`samenspraak ${words.join(' ')} ended with ${status}: ${stdout}${stderr}`)
      return stdout
    },
  }
}

const readyOn = async (logFile: string, isOver: () => boolean): Promise<string | null> => {
  const until = Date.now() + patience
  while (Date.now() < until && !isOver()) {
    const address = /is ready on (http:\S+)/.exec(readFileSync(logFile, 'utf8'))?.[1]
    if (address !== undefined) return address
    await sleep(50)
  }
  return null
}

/** Lines with which the program itself said that something went wrong. */
export const troubleIn = (logFile: string): string[] =>
  readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => /"level":"(error|warn)"/.test(line))
