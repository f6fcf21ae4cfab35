/** A login name as it is kept and compared: without outer blanks, in small letters. */
export const normalLogin = (typed: string): string => typed.trim().toLowerCase().normalize('NFC')

/** Wrong tries within this time count. */
export const tryWindowMinutes = 15
const freeTries = 10
const longestWaitSeconds = 15 * 60

/**
 * How long the next try must wait: ten are free in fifteen minutes, then each doubles the wait, up to fifteen minutes
 * and never for good, so that nobody can lock somebody else out.
 * @param tries wrong tries within the window
 * @returns seconds after the last try
 */
export const waitAfter = (tries: number): number =>
  tries < freeTries ? 0 : Math.min(longestWaitSeconds, 2 ** Math.min(tries - freeTries, 20))

export const shortestPassword = 8
export const longestPassword = 256
