import { errorFields } from './log/error-fields.ts'
import { type LogFields, safeFields } from './log/fields.ts'

export type { LogFields } from './log/fields.ts'

export type Level = 'debug' | 'info' | 'warn' | 'error'

/**
 * The log: one line of JSON per event, never a personal datum. An event is a dotted name (`http.answered`); everything else
 * stands in the fields, which are a short list of ids, counts and codes. A field that is not on the list does not get out.
 * Fields that cost something to find are given as a function, which is called for a line that is written.
 */
export type Log = { readonly [L in Level]: (event: string, fields?: LogFields | (() => LogFields)) => void } & {
  /** The same log with fields that every line repeats, such as the request's number. */
  readonly about: (fields: LogFields) => Log
}

const order: readonly Level[] = ['debug', 'info', 'warn', 'error']

/** Makes a log. `write` gets each line with its line end; `threshold` is asked for every event. */
export const makeLog = (
  write: (line: string) => void,
  threshold: () => Level,
  now: () => Date = () => new Date(),
  always: LogFields = {},
): Log => {
  const at =
    (level: Level) =>
    (event: string, fields: LogFields | (() => LogFields) = {}) => {
      if (order.indexOf(level) < order.indexOf(threshold())) return
      const { error, ...rest } = { ...always, ...(typeof fields === 'function' ? fields() : fields) }
      const said = error === undefined ? {} : { error: errorFields(error) }
      write(
        `${JSON.stringify({ at: now().toISOString(), level, event: safeEvent(event), ...safeFields(rest), ...said })}\n`,
      )
    }
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    about: (fields) => makeLog(write, threshold, now, { ...always, ...fields }),
  }
}

// An event is written in the code; text put together at run time could carry a name.
const safeEvent = (event: string): string => (/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/.test(event) ? event : 'log.unnamed')

const settings: { level: Level; stream: NodeJS.WritableStream } = { level: 'info', stream: process.stdout }

/** Says from which level on, and where, this process logs. Commands log to stderr: their stdout is for their answer. */
export const configureLog = (level: Level, stream: NodeJS.WritableStream = process.stdout): void => {
  settings.level = level
  settings.stream = stream
}

/** The log of this process. */
export const log: Log = makeLog(
  (line) => settings.stream.write(line),
  () => settings.level,
)
