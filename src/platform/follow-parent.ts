import { readFileSync } from 'node:fs'

/**
 * Calls `stop` once when npm, which started this process, is gone: it can be killed without telling its script.
 * Does nothing when something else than `npm start` did. Looks every second; the timer keeps no process alive.
 */
export const endWithParent = (
  stop: () => void,
  byNpm: boolean = process.env['npm_lifecycle_event'] === 'start',
): void => {
  if (!byNpm) return
  const atStart = ancestors()
  const watch = setInterval(() => {
    if (ancestors() === atStart) return
    clearInterval(watch)
    stop()
  }, 1000)
  watch.unref()
}

// npm runs a script through `sh -c`, and that shell may stay between npm and us.
const ancestors = (): string => {
  const parent = process.ppid
  return isShellOfNpm(parent) ? `${parent} ${parentOf(parent)}` : `${parent}`
}

const isShellOfNpm = (pid: number): boolean => /^[^\0]*sh\0-c\0/.test(read(`/proc/${pid}/cmdline`))

const parentOf = (pid: number): string => /^PPid:\s*(\d+)$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? ''

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
