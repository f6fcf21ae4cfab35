import { actorOf, type AppContext } from '#platform/http/app-env.ts'

export type Waiting = { href: string; text: string }

/**
 * What waits behind the doors of the menu for who keeps them, one question after another: the office alone asks them.
 * @returns null for who keeps nothing where something can wait
 */
export const findWaiting = async (c: AppContext): Promise<readonly Waiting[] | null> => {
  const doors = c.var.house.nav.filter(({ rule, waits }) => waits !== undefined && rule(actorOf(c)))
  if (doors.length === 0) return null
  const found: Waiting[] = []
  for (const { href, waits } of doors) {
    const text = (await waits?.(c)) ?? null
    if (text !== null) found.push({ href, text })
  }
  return found
}
