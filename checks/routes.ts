// Every route of the assembled app names its rule and stands in docs/access.md, with that rule; and the page lists no
// route that is gone. The app is handed in, because its pages need a compiler: checks/routes.test.ts holds the real one.
import { verdict, type Sin, type Verdict } from './sins.ts'

/** What Hono keeps of a handler: one entry per middleware and handler. */
export type AppRoute = { readonly method: string; readonly path: string; readonly handler: object }
export type WrittenRoute = {
  readonly method: string
  readonly path: string
  readonly rule: string
  readonly gets: string
}

// Hono wraps the handlers of a sub-app that has an onError of its own; what they carry is out of sight then.
const wrapped = '__COMPOSED_HANDLER'

/** Compares the routes that are served with those that were reviewed. */
export const routes = (served: readonly AppRoute[], written: readonly WrittenRoute[]): Verdict => {
  const sins: Sin[] = []
  const rules = new Map<string, string[]>()
  const logged = new Set<string>()
  for (const { method, path, handler } of served) {
    const name = `${method} ${path}`
    if (wrapped in handler) sins.push({ where: name, says: 'is hidden by an onError of its sub-app' })
    const rule = ruleOf(handler)
    if ('logsRead' in handler && handler.logsRead === true) logged.add(name)
    if (isMiddleware(method, path, rule)) continue
    rules.set(name, [...(rules.get(name) ?? []), ...(rule === null ? [] : [rule])])
  }
  for (const [name, found] of rules) sins.push(...routeSins(name, found, logged.has(name), written))
  for (const { method, path } of written)
    if (!rules.has(`${method} ${path}`)) sins.push({ where: `${method} ${path}`, says: 'is reviewed but not served' })
  return verdict('routes', rules.size, sins)
}

const ruleOf = (handler: object): string | null =>
  'rule' in handler && typeof handler.rule === 'string' ? handler.rule : null

const isMiddleware = (method: string, path: string, rule: string | null): boolean =>
  method === 'ALL' && path.endsWith('*') && rule === null

const routeSins = (name: string, rules: readonly string[], logs: boolean, written: readonly WrittenRoute[]): Sin[] => {
  const [rule] = rules
  if (rule === undefined || rule === '') return [{ where: name, says: 'names no rule: only(…)' }]
  if (rules.length > 1) return [{ where: name, says: `names ${rules.length} rules: ${rules.join(', ')}` }]
  const review = written.find(({ method, path }) => `${method} ${path}` === name)
  if (!review) return [{ where: name, says: `is served (${rule}) but stands not in docs/access.md` }]
  if (review.rule !== rule)
    return [{ where: name, says: `asks ${rule}, but docs/access.md was reviewed with ${review.rule}` }]
  if (logs === /\blogged\b/.test(review.gets)) return []
  return [
    {
      where: name,
      says: logs ? 'writes on a read, and was not reviewed as logged' : 'was reviewed as logged and is not',
    },
  ]
}
