import { Forbidden, Owing, Unproved } from '#platform/errors.ts'
import { actorOf, type AppContext } from './app-env.ts'

/** The page that asks again who the reader is, and leads back. */
export const proofPath = (back: string): string => `/account/bevestigen?${new URLSearchParams({ terug: back })}`

/** The page of the second step. */
export const secondStepPath = '/account/tweede-stap'

/**
 * For what could shut somebody out or let somebody in: the reader proved within ten minutes who it is, or is asked now. Ask
 * it on the page with the form as well, so that nothing is typed in vain.
 * @param back the page of ours to come back to
 * @throws Unproved when the proof is too old; Owing for whose work waits for a second step; Forbidden for who came with a letter and has nothing to prove it with
 */
export const demandProof = (c: AppContext, back: string): void => {
  const { kind, owes, proved } = actorOf(c)
  if (kind === 'letter') throw new Forbidden('who came with a letter has no sign-in to change')
  if (owes !== null) throw new Owing()
  if (!proved) throw new Unproved(back)
}
