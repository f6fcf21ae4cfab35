/** How many wrong answers make a letter void. */
export const mostWrong = 10
const free = 3
export const longestWaitSeconds = 15 * 60

/** How long the next answer must wait: three are free, then each doubles the wait. @returns seconds after the last one */
export const waitAfter = (wrong: number): number =>
  wrong < free ? 0 : Math.min(longestWaitSeconds, 10 * 2 ** Math.min(wrong - free, 10))

const minute = 60_000
/** Wrong answers in a minute, all doors of this process together, above which nobody is judged: guessing codes gets nowhere. */
export const mostInAMinute = 600

const recent = new WeakMap<object, number[]>()

const withinMinute = (door: object, now: number): number[] => {
  const times = (recent.get(door) ?? []).filter((time) => now - time < minute)
  recent.set(door, times)
  return times
}

/** Whether so many wrong answers came in the last minute that everybody must wait. @param door what all of them came through */
export const isFlooded = (door: object, now: number): boolean => withinMinute(door, now).length >= mostInAMinute

export const countWrong = (door: object, now: number): void => {
  withinMinute(door, now).push(now)
}
