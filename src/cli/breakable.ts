/** The same bytes until somebody breaks off; then reading them throws, also while waiting for more to be typed. */
export const breakable = async function* (bytes: AsyncIterable<Uint8Array>, signal: AbortSignal) {
  const broken = Promise.withResolvers<never>()
  // Nobody may be reading at the moment it happens.
  broken.promise.catch(() => undefined)
  const breakOff = (): void => broken.reject(new DOMException('broken off', 'AbortError'))
  signal.addEventListener('abort', breakOff, { once: true })
  if (signal.aborted) breakOff()
  const reading = bytes[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([reading.next(), broken.promise])
      if (next.done === true) return
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', breakOff)
  }
}
