// The second wall as the database itself tells it: every table and column has a card, every lock is shut, every right is
// the one that migrations/grants.sql gives. checks/tables.test.ts holds a freshly migrated database against it.
import type { Catalogue, Relation } from './catalogue.ts'
import { verdict, type Sin, type Verdict } from './sins.ts'

/** A card of tables.ts, as far as this check reads it. */
export type Card = {
  readonly scope: string
  readonly retention: string
  readonly erase: string
  readonly columns: Readonly<Record<string, string>>
}
export type Cards = Readonly<Record<string, Card>>
export type Expected = {
  readonly cards: Cards
  readonly grants: ReadonlyMap<string, ReadonlySet<string>>
  /** Tables that docs/access.md speaks of. */
  readonly reviewed: ReadonlySet<string>
  /** Tables that a page under docs/security speaks of: what could go wrong with them, and what stands against it. */
  readonly assessed: ReadonlySet<string>
  /** SECURITY DEFINER functions that were reviewed. Empty on purpose. */
  readonly definers: readonly string[]
}

const classes = ['public', 'school', 'personal', 'child', 'sensitive', 'secret', 'key']
const guarded = ['personal', 'child', 'sensitive', 'secret']
/** A chain of the ledger is a school's, or the installation's own; it leads the key as the school does elsewhere. */
const tenantKeys = ['school_id', 'chain_id']

/** Compares the live catalogue with what was written down. */
export const tables = (live: Catalogue, expected: Expected): Verdict => {
  const real = live.relations.filter(({ kind }) => kind === 'table')
  const names = new Set(real.map(({ name }) => name))
  const lost = Object.keys(expected.cards).filter((name) => !names.has(name))
  const sins = [
    ...lost.map((name) => sin(name, 'has a card but does not exist')),
    ...real.flatMap((table) => [
      ...cardSins(table, expected.cards[table.name]),
      ...lockSins(table, expected.cards[table.name]),
      ...keySins(table, expected.cards[table.name], real),
      ...(expected.reviewed.has(table.name) ? [] : [sin(table.name, 'is no resource of docs/access.md')]),
      ...(expected.assessed.has(table.name) || !isGuarded(expected.cards[table.name])
        ? []
        : [sin(table.name, 'holds data of people and stands in no page of docs/security')]),
    ]),
    ...live.relations.flatMap((relation) => rightSins(relation, expected.grants.get(relation.name), live.role.name)),
    ...live.relations
      .filter(({ kind, invoker }) => kind === 'view' && !invoker)
      .map(({ name }) => sin(name, 'is a view without security_invoker: it shows what its owner sees')),
    ...routineSins(live, expected.definers),
    ...roleSins(live),
  ]
  return verdict('tables', real.length, sins)
}

const sin = (where: string, says: string): Sin => ({ where, says })

const cardSins = (table: Relation, card: Card | undefined): Sin[] => {
  if (!card) return [sin(table.name, 'has no card in any tables.ts')]
  const sins = table.columns
    .filter((column) => !(column in card.columns))
    .map((column) => sin(`${table.name}.${column}`, 'has no card: class and purpose'))
  for (const [column, says] of Object.entries(card.columns)) {
    if (!table.columns.includes(column)) sins.push(sin(`${table.name}.${column}`, 'has a card but does not exist'))
    const [kind = '', purpose = ''] = says.split(/: (.*)/)
    if (!classes.includes(kind) || purpose.trim() === '')
      sins.push(sin(`${table.name}.${column}`, `has a card that says no class and purpose: "${says}"`))
  }
  if (card.retention.trim() === '' || card.erase.trim() === '')
    sins.push(sin(table.name, 'does not say how long it is kept and how it is erased'))
  return sins
}

const isGuarded = (card: Card | undefined): boolean =>
  !card ||
  card.scope === 'school' ||
  card.scope === 'account' ||
  Object.values(card.columns).some((says) => guarded.includes(says.split(':')[0] ?? ''))

const contextCall = /\b(?:account|hat|task|persons|schools|office|pupils|groups)\(\)/g

/** The calls of context functions that stand in no sub-select. */
const bareCalls = (policy: string): string[] =>
  [...policy.matchAll(contextCall)].filter(({ index }) => !inSubSelect(policy.slice(0, index))).map(([call]) => call)

const inSubSelect = (before: string): boolean => {
  const open: boolean[] = []
  for (const { 0: sign, index } of before.matchAll(/[()]/g))
    if (sign === ')') open.pop()
    else open.push(/^\(\s*SELECT\b/.test(before.slice(index)))
  return open.includes(true)
}

const lockSins = (table: Relation, card: Card | undefined): Sin[] => {
  if (!isGuarded(card)) return []
  const sins: Sin[] = []
  if (!table.enabled) sins.push(sin(table.name, 'has no row-level security'))
  if (!table.forced) sins.push(sin(table.name, 'does not force row-level security on its owner'))
  // A bare call is made for every row, a sub-select once for the query.
  for (const policy of table.policies)
    for (const call of bareCalls(policy))
      sins.push(sin(table.name, `has a policy that calls ${call} outside a sub-select`))
  return sins
}

const keySins = (table: Relation, card: Card | undefined, all: readonly Relation[]): Sin[] => {
  const tenant = tenantOf(table)
  const sins: Sin[] = []
  if (card?.scope === 'school' && table.name !== 'school' && tenant === null)
    sins.push(sin(table.name, `has a primary key that no school leads: (${table.primary_key.join(', ')})`))
  for (const key of table.foreign_keys) {
    const target = all.find(({ name }) => name === key.target)
    const theirs = target ? tenantOf(target) : null
    if (theirs === null) continue
    const at = key.target_columns.indexOf(theirs)
    if (at < 0 || !tenantKeys.includes(key.columns[at] ?? ''))
      sins.push(sin(table.name, `refers to ${key.target} by (${key.columns.join(', ')}), without its school`))
  }
  return sins
}

const tenantOf = (table: Relation): string | null => {
  const [leading = ''] = table.primary_key
  return tenantKeys.includes(leading) ? leading : null
}

const rightSins = (relation: Relation, wanted: ReadonlySet<string> | undefined, role: string): Sin[] => {
  const sins: Sin[] = []
  if (!wanted) sins.push(sin(relation.name, 'is not named in migrations/grants.sql'))
  for (const right of relation.rights)
    if (!wanted?.has(right)) sins.push(sin(relation.name, `${role} may ${right}, which grants.sql does not give`))
  for (const right of wanted ?? [])
    if (!relation.rights.includes(right))
      sins.push(sin(relation.name, `${role} may not ${right}, which grants.sql gives`))
  if (relation.owner === role) sins.push(sin(relation.name, `is owned by ${role}`))
  if (relation.public_rights.length > 0)
    sins.push(sin(relation.name, `lets everybody ${relation.public_rights.join(', ')}`))
  return sins
}

const routineSins = ({ routines, role }: Catalogue, allowed: readonly string[]): Sin[] =>
  routines.flatMap((routine) => {
    const sins: Sin[] = []
    if (routine.definer && !allowed.includes(routine.name))
      sins.push(sin(`${routine.name}()`, 'is SECURITY DEFINER and not on the list'))
    if (routine.definer && !routine.fixed_path)
      sins.push(sin(`${routine.name}()`, 'is SECURITY DEFINER with a loose search_path'))
    if (routine.owner === role.name) sins.push(sin(`${routine.name}()`, `is owned by ${role.name}`))
    return sins
  })

const roleSins = ({ role }: Catalogue): Sin[] => {
  const sins: Sin[] = []
  if (role.superuser) sins.push(sin(role.name, 'is a superuser'))
  if (role.bypasses) sins.push(sin(role.name, 'bypasses row-level security'))
  if (role.creates_roles) sins.push(sin(role.name, 'may create roles'))
  if (role.member_of.length > 0) sins.push(sin(role.name, `is a member of ${role.member_of.join(', ')}`))
  return sins
}
