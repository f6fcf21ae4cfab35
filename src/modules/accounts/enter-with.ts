import type { AppContext } from '#platform/http/app-env.ts'
import { setDeviceCookie, setSessionCookie } from '#platform/http/cookies.ts'
import { secondStepPath } from '#platform/http/demand-proof.ts'
import { ownPath } from '#platform/http/own-path.ts'
import { deviceWords } from './device.ts'
import { endReplaced } from './end-replaced.ts'
import type { PasskeyPlace } from './passkey-place.ts'
import { passkeyPlace } from './passkey-place.ts'
import type { Renewed } from './renew-session.ts'
import type { StartedSession } from './start-session.ts'

/** The device in a few words. */
export const deviceOf = (c: AppContext): string => deviceWords(c.req.header('user-agent'))

/** Where the reader's passkeys count, or null where there are none. */
export const placeOf = (c: AppContext): PasskeyPlace | null =>
  passkeyPlace(c.var.house.origin, c.req.header('host') ?? new URL(c.req.url).host)

/**
 * Keeps the token on this device, in the place of another that ends, and goes on: first to the second step, for who has work that waits for it.
 * @param mark that this device knows the login name, as `deviceMark` gives it
 */
export const enterWith = async (
  c: AppContext,
  session: StartedSession,
  back: string,
  mark?: string,
): Promise<Response> => {
  await endReplaced(c)
  setSessionCookie(c, session.token, session.seconds)
  if (mark !== undefined) setDeviceCookie(c, mark)
  if (!session.owes) return c.redirect(back, 303)
  return c.redirect(back === '/' ? secondStepPath : `${secondStepPath}?${new URLSearchParams({ terug: back })}`, 303)
}

/** The same session under its new token. */
export const goOnWith = (c: AppContext, session: Renewed, back: string): Response => {
  setSessionCookie(c, session.token, session.seconds)
  return c.redirect(ownPath(back), 303)
}
