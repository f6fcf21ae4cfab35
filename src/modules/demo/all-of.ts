/** Waits for all of them, also when one fails: nothing goes on behind the back of who is told of the failure. */
export const allOf = async (deeds: readonly Promise<void>[]): Promise<void> => {
  const outcomes = await Promise.allSettled(deeds)
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}
