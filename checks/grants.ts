/** What migrations/grants.sql gives the login role: per table of schema `app` the rights, as readCatalogue names them. */
export const grantsIn = (sql: string): Map<string, Set<string>> => {
  const rights = new Map<string, Set<string>>()
  const statements = sql.replace(/--[^\n]*/g, '').split(';')
  for (const statement of statements) {
    const [, what = '', whom = ''] =
      /^\s*grant\s+([\s\S]+?)\s+on\s+((?:table\s+)?app\.[\s\S]+?)\s+to\s/i.exec(statement) ?? []
    if (whom === '') continue
    for (const table of tablesIn(whom)) {
      const known = rights.get(table) ?? new Set<string>()
      for (const right of rightsIn(what)) known.add(right)
      rights.set(table, known)
    }
  }
  return rights
}

const tablesIn = (list: string): string[] =>
  list
    .replace(/^table\s+/i, '')
    .split(',')
    .map((name) => name.trim().replace(/^app\./, ''))

const rightsIn = (list: string): string[] =>
  [...list.matchAll(/([a-z]+)\s*(?:\(([^)]*)\))?/gi)].flatMap(([, verb = '', columns]) =>
    columns === undefined
      ? [verb.toLowerCase()]
      : columns.split(',').map((column) => `${verb.toLowerCase()}(${column.trim()})`),
  )
