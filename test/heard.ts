import pg from 'pg'
import { vi } from 'vitest'
import { Batch } from '#platform/db/batch.ts'

const isFrame = (text: string): boolean => /^(start transaction|commit|begin)/.test(text)

/** Listens to what is asked of the database from now on, until it stops. */
export const listen = () => {
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  return {
    forget: (): void => void asked.mockClear(),
    /** What was asked since: message by message, what opens and ends transactions not counted. */
    heard: (): string[][] =>
      asked.mock.calls
        .map(([first]: unknown[]) => (first instanceof Batch ? first.steps.map(({ text }) => text) : [String(first)]))
        .map((texts) => texts.filter((text) => !isFrame(text)))
        .filter((texts) => texts.length > 0),
    stop: (): void => asked.mockRestore(),
  }
}
