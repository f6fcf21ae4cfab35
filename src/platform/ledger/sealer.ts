import type { Kysely } from 'kysely'
import { AnchorDisagrees, type AnchorKeeper } from './anchor-keeper.ts'
import { onRecorded } from './recorded.ts'
import { sealWaiting } from './seal.ts'

export type Sealer = {
  /** Seals and anchors now. */
  sealNow(): Promise<void>
  /** Stops the loop, then seals and anchors what is left. */
  stop(): Promise<void>
}

export type SealerSettings = {
  /** Told of what went wrong; the loop goes on. */
  readonly onError: (error: unknown) => void
  /** The longest time between an event of this process and its seal, in milliseconds. */
  readonly soonMs?: number
  /** The same for events of other processes. */
  readonly pollMs?: number
  /** The shortest time between two lines of the same chain in the anchor file. */
  readonly anchorEveryMs?: number
}

/** Seals the ledger for as long as the program runs. Any number of processes may do so at once. */
export const startSealer = <T>(db: Kysely<T>, keeper: AnchorKeeper, settings: SealerSettings): Sealer => {
  const { onError, soonMs = 1000, pollMs = 5000, anchorEveryMs = 60_000 } = settings
  let timer: NodeJS.Timeout | undefined
  let due = 0
  let anchorDue = 0
  // An event is told before it is committed: who finds nothing looks again, each time after twice as long.
  let pause = pollMs
  let stopped = false
  let running: Promise<void> = Promise.resolve()

  const plan = (ms: number): void => {
    const at = performance.now() + ms
    if (stopped || (timer && due <= at)) return
    clearTimeout(timer)
    due = at
    timer = setTimeout(() => {
      timer = undefined
      void seal(false).then((sealed) => {
        pause = sealed > 0 ? soonMs : Math.min(pause * 2, pollMs)
        plan(pause)
      })
    }, ms)
  }

  // A chain that somebody changed must not keep the others from being sealed.
  const tellDisagreement = (error: unknown): void => {
    if (!(error instanceof AnchorDisagrees)) throw error
    onError(error)
  }

  const round = async (anchorAnyway: boolean): Promise<number> => {
    const sealed = await sealWaiting(db)
    if (anchorAnyway || performance.now() >= anchorDue) {
      anchorDue = performance.now() + anchorEveryMs
      await keeper.anchor().catch(tellDisagreement)
    }
    return sealed
  }

  const seal = async (anchorAnyway: boolean): Promise<number> => {
    const turn = running.then(() => round(anchorAnyway))
    running = turn.then(
      () => undefined,
      () => undefined,
    )
    if (anchorAnyway) return turn
    return turn.catch((error: unknown) => {
      onError(error)
      return 0
    })
  }

  const deafen = onRecorded(() => {
    pause = soonMs
    plan(soonMs)
  })
  plan(soonMs)

  return {
    sealNow: async () => {
      await seal(true)
    },
    stop: async () => {
      stopped = true
      deafen()
      clearTimeout(timer)
      await seal(true)
    },
  }
}
