/** All a line of the log may hold beside its event. Ids, counts, codes and patterns: nothing that names or describes a person. */
export type LogFields = {
  /** The number of the request, as the reader of an error page sees it. */
  readonly request?: string
  readonly method?: string
  /** The pattern of the route (`/leerlingen/:id`), never the address that was asked for. */
  readonly route?: string
  readonly status?: number
  readonly ms?: number
  readonly bytes?: number
  readonly queries?: number
  readonly school?: string
  readonly account?: string
  /** A job, task, command, migration or part of the program, by the name it has in the code. */
  readonly job?: string
  readonly task?: string
  readonly command?: string
  readonly migration?: string
  readonly part?: string
  readonly attempt?: number
  readonly count?: number
  readonly added?: number
  readonly changed?: number
  readonly ended?: number
  readonly refused?: number
  readonly code?: string
  readonly signal?: string
  readonly version?: string
  readonly port?: number
  readonly pid?: number
  /** Anything thrown: its kind, code and place in the code are logged, its message is not. */
  readonly error?: unknown
}

type Kind = 'number' | 'id' | 'word' | 'route'

const kinds: { readonly [Name in Exclude<keyof LogFields, 'error'>]-?: Kind } = {
  request: 'word',
  method: 'word',
  route: 'route',
  status: 'number',
  ms: 'number',
  bytes: 'number',
  queries: 'number',
  school: 'id',
  account: 'id',
  job: 'word',
  task: 'word',
  command: 'word',
  migration: 'word',
  part: 'word',
  attempt: 'number',
  count: 'number',
  added: 'number',
  changed: 'number',
  ended: 'number',
  refused: 'number',
  code: 'word',
  signal: 'word',
  version: 'word',
  port: 'number',
  pid: 'number',
}

const patterns = {
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  word: /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/,
  route: /^\/[A-Za-z0-9:*{}()[\]\\|+?._/-]{0,199}$/,
}

/** The fields on the list whose value has the shape it should have; of the others only that something was left out. */
export const safeFields = (fields: object): Record<string, string | number> => {
  const safe: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    if (isKnown(name) && (typeof value === 'string' || typeof value === 'number') && fits(kinds[name], value)) {
      safe[name] = value
    } else {
      safe[isKnown(name) ? name : 'field'] = '[left out]'
    }
  }
  return safe
}

const isKnown = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name)

const fits = (kind: Kind, value: string | number): boolean => {
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value)
  return typeof value === 'string' && patterns[kind].test(value)
}
