/**
 * What the log keeps of a thrown thing: its kind, code, the database's names for what was hurt, where in the code, and the
 * same of its cause. Never its message: a parser quotes the text it could not read, PostgreSQL the value it refused.
 */
export const errorFields = (thrown: unknown, depth = 0): Record<string, unknown> => {
  if (!(thrown instanceof Error)) return { kind: typeof thrown }
  return {
    kind: word(thrown.name) ?? 'Error',
    ...engineMessage(thrown),
    ...named(thrown),
    at: places(thrown),
    ...(thrown.cause === undefined || depth > 3 ? {} : { cause: errorFields(thrown.cause, depth + 1) }),
    ...(thrown instanceof AggregateError
      ? { errors: thrown.errors.slice(0, 5).map((one) => errorFields(one, depth + 1)) }
      : {}),
  }
}

// Sentences of the engine itself that quote only names written in the code.
const ENGINE =
  /^(Cannot read properties of (undefined|null) \(reading '[A-Za-z_$][\w$]{0,40}'\)|[\w$.]{1,80} is not (a function|defined|iterable|a constructor))$/

const engineMessage = ({ message }: Error): { message?: string } => (ENGINE.test(message) ? { message } : {})

// SQLSTATE or errno, and the names by which PostgreSQL calls the table, column and rule.
const named = (error: object): Record<string, string> => {
  const found: Record<string, string> = {}
  for (const [name, value] of Object.entries(error)) {
    const safe = ['code', 'syscall', 'schema', 'table', 'column', 'constraint', 'routine', 'severity'].includes(name)
      ? word(value)
      : undefined
    if (safe !== undefined) found[name] = safe
  }
  return found
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z0-9_.-]{1,80}$/.test(value) ? value : undefined

const FRAME = /^ {4}at (?:[^(]{1,200} \()?(?:file:\/\/)?(.{1,300}:\d+:\d+)\)?$/
const OURS = /(?:src|dist|node_modules|test|node:[a-z]+)\/.*$/

// The message stands first, may run over several lines and may imitate frames: it is cut away. A message that was changed
// after the stack was written cannot be, and then nothing is kept.
const places = ({ stack = '', message }: Error): readonly string[] => {
  const at = stack.indexOf(message)
  if (at < 0) return []
  return stack
    .slice(at + message.length)
    .split('\n')
    .flatMap((line) => FRAME.exec(line)?.[1] ?? [])
    .map((place) => OURS.exec(place)?.[0] ?? place.replace(/^.*\//, ''))
    .slice(0, 12)
}
