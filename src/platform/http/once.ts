import { randomUUID } from 'node:crypto'
import { isId } from './id-param.ts'

/** A key for one form, given by the page that shows it: what is made under it is made once, however often it is sent. */
export const freshOnce = (): string => randomUUID()

/** The key that came back with a form; a fresh one for what is none. */
export const readOnce = (typed: unknown): string =>
  typeof typed === 'string' && isId(typed) ? typed.toLowerCase() : freshOnce()
