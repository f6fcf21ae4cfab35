/** What docs/access.md says, read strictly: an unknown word anywhere is an error, never a silent denial. */
export type AccessTable = {
  readonly actors: readonly string[]
  readonly resources: readonly Resource[]
  readonly routes: readonly RouteRow[]
  /** Whether the actor may do this to the resource's row in the actor's own school. */
  readonly allows: (actor: string, resource: string, verb: Verb) => boolean
}

export const verbs = ['select', 'insert', 'update', 'delete'] as const
export type Verb = (typeof verbs)[number]
export const scopes = ['school', 'account', 'open'] as const
export type Scope = (typeof scopes)[number]

export type Resource = { readonly id: string; readonly table: string; readonly scope: Scope; readonly row: string }
export type RouteRow = {
  readonly method: string
  readonly path: string
  readonly rule: string
  /** For whom the address exists. */
  readonly actors: ReadonlySet<string>
  readonly objects: readonly RouteObject[]
  /** The status of a good request, per actor who has a session, and of nobody. */
  readonly answers: ReadonlyMap<string, number>
  readonly gets: string
}
/** What the address or the form of a route may name: `:id` in the path, `?id` in the query, `id` in the form. */
export type RouteObject = {
  readonly where: string
  readonly resource: string
  readonly verb: Verb
  /** For whom at most, whatever the cell says; null for all. */
  readonly within: ReadonlySet<string> | null
}

/** @param text the whole of docs/access.md @throws Error naming the row that cannot be understood */
export const parseAccess = (text: string): AccessTable => {
  const actors = unique(rowsOf(text, 'Actors', 2).map(([actor = '']) => actor))
  const sets = readSets(rowsOf(text, 'Sets', 2), actors)
  const resources = rowsOf(text, 'Resources', 4).map(readResource)
  unique(resources.map(({ id }) => id))
  const cells = readCells(rowsOf(text, 'Cells', 5), resources, sets)
  const routes = rowsOf(text, 'Routes', 7, true).map((row) => readRoute(row, sets, resources))
  unique(routes.map(({ method, path }) => `${method} ${path}`))
  return {
    actors,
    resources,
    routes,
    allows: (actor, resource, verb) => {
      const cell = cells.get(`${resource} ${verb}`)
      if (!cell || !actors.includes(actor)) throw new Error(`no cell for ${actor} ${verb} ${resource}`)
      return cell.has(actor)
    },
  }
}

const rowsOf = (text: string, heading: string, columns: number, mayBeEmpty = false): string[][] => {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`access table: no section ${heading}`)
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  for (const row of rows)
    if (row.length !== columns || row.some((cell) => cell === ''))
      throw new Error(`access table, ${heading}: ${row.join(' | ')} has not ${columns} filled cells`)
  if (rows.length === 0 && !mayBeEmpty) throw new Error(`access table: ${heading} is empty`)
  return rows
}

const unique = (words: readonly string[]): readonly string[] => {
  const twice = words.find((word, at) => words.indexOf(word) !== at)
  if (twice !== undefined) throw new Error(`access table: ${twice} stands there twice`)
  return words
}

type Sets = ReadonlyMap<string, readonly string[]>

const readSets = (rows: readonly string[][], actors: readonly string[]): Sets => {
  const sets = new Map<string, readonly string[]>(actors.map((actor) => [actor, [actor]]))
  for (const [name = '', list = ''] of rows) {
    if (sets.has(name)) throw new Error(`access table: ${name} stands there twice`)
    sets.set(name, expand(list, sets))
  }
  return sets
}

const expand = (list: string, sets: Sets): string[] => {
  if (list === '–') return []
  return list.split(', ').flatMap((word) => {
    const actors = sets.get(word)
    if (!actors) throw new Error(`access table: ${word} is no actor and no set`)
    return actors
  })
}

const readResource = ([id = '', table = '', scope = '', row = '']: readonly string[]): Resource => {
  const known = scopes.find((name) => name === scope)
  if (!known) throw new Error(`access table: ${id} has the unknown scope ${scope}`)
  return { id, table, scope: known, row }
}

const readCells = (
  rows: readonly string[][],
  resources: readonly Resource[],
  sets: Sets,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const cells = new Map<string, ReadonlySet<string>>()
  for (const [resource = '', ...lists] of rows) {
    if (!resources.some(({ id }) => id === resource)) throw new Error(`access table: ${resource} is no resource`)
    for (const [at, verb] of verbs.entries()) {
      if (cells.has(`${resource} ${verb}`)) throw new Error(`access table: ${resource} stands there twice`)
      cells.set(`${resource} ${verb}`, new Set(expand(lists[at] ?? '', sets)))
    }
  }
  const missing = resources.find(({ id }) => !cells.has(`${id} select`))
  if (missing) throw new Error(`access table: ${missing.id} has no cells`)
  return cells
}

const readRoute = (
  [method = '', path = '', rule = '', who = '', named = '', answer = '', gets = '']: readonly string[],
  sets: Sets,
  resources: readonly Resource[],
): RouteRow => {
  if (!/^(GET|POST|PUT|PATCH|DELETE|ALL)$/.test(method)) throw new Error(`access table: ${method} is no method`)
  const bare = path.replaceAll('`', '')
  if (!bare.startsWith('/')) throw new Error(`access table: ${path} is no path`)
  const actors = new Set(expand(who, sets))
  return {
    method,
    path: bare,
    rule: rule.replaceAll('`', ''),
    actors,
    objects: named === '–' ? [] : named.split(', ').map((one) => readObject(one, bare, sets, resources)),
    answers: readAnswers(answer, actors, sets),
    gets,
  }
}

const readObject = (text: string, path: string, sets: Sets, resources: readonly Resource[]): RouteObject => {
  const [, where = '', resource = '', word = '', set] = /^([:?]?\w+) ([\w-]+) (\w+)(?: \(([\w-]+)\))?$/.exec(text) ?? []
  const verb = verbs.find((one) => one === word)
  if (verb === undefined) throw new Error(`access table: ${text} names no object and verb`)
  if (!resources.some(({ id }) => id === resource)) throw new Error(`access table: ${resource} is no resource`)
  if (where.startsWith(':') && !path.split('/').includes(where)) throw new Error(`access table: no ${where} in ${path}`)
  return { where, resource, verb, within: set === undefined ? null : new Set(expand(set, sets)) }
}

// '303' for all, or '200 nobody, 303 people': every actor of the route once, with or without a session.
const readAnswers = (text: string, actors: ReadonlySet<string>, sets: Sets): ReadonlyMap<string, number> => {
  const answers = new Map<string, number>()
  for (const part of text.split(', ')) {
    const [, status = '', set] = /^(\d{3})(?: ([\w-]+))?$/.exec(part) ?? []
    if (status === '') throw new Error(`access table: ${part} is no answer`)
    for (const actor of set === undefined ? actors : expand(set, sets)) {
      if (!actors.has(actor) || answers.has(actor)) throw new Error(`access table: ${actor} cannot be answered ${part}`)
      answers.set(actor, Number(status))
    }
  }
  return answers
}
