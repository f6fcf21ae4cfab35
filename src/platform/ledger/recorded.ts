type Listener = () => void

const listeners = new Set<Listener>()

/** Calls `listener` whenever this process wrote in a ledger, committed or not. @returns how to stop listening */
export const onRecorded = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const tellRecorded = (): void => {
  for (const listener of listeners) listener()
}
