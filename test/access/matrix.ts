import pg from 'pg'
import { appRole } from '#platform/db/embedded-database.ts'
import type { TestDatabase } from '#test/rig.ts'
import { entrances, nobody, type Entrance } from './matrix-contexts.ts'
import { probes, type Probe, type Row } from './matrix-resources.ts'
import type { SchoolNumber } from './cast-names.ts'
import { verbs, type AccessTable, type Resource, type Verb } from './parse-access.ts'

/** Whose row is tried: of the own school, of the other, or named by the own school with the other's object. */
export type Place = 'own' | 'other' | 'mismatched'
export const places: readonly Place[] = ['own', 'other', 'mismatched']

export type Cell = { actor: string; resource: Resource; verb: Verb; place: Place }
export const cellName = ({ actor, resource, verb, place }: Cell): string => `${actor} ${verb} ${resource.id} (${place})`

/** What the reviewed table says of a cell. */
export const isAllowed = (table: AccessTable, { actor, resource, verb, place }: Cell): boolean => {
  if (place === 'mismatched') return false
  // The house's own tasks, and the operator before a school is named, work for every school.
  const everywhere = resource.scope === 'open' || actor.startsWith('task-') || actor === 'installer'
  if (place === 'own' || everywhere) return table.allows(actor, resource.id, verb)
  const theirs = resource.scope === 'account' && resource.id.startsWith('own-')
  return actor === 'other-office' && !theirs && table.allows('office', resource.id, verb)
}

/** Every cell that can be tried: a row that names no school cannot be named by the wrong one. */
export const cellsOf = (table: AccessTable, tables: ReadonlySet<string> | null = null): Cell[] =>
  table.resources
    .filter((resource) => tables === null || tables.has(resource.table))
    .flatMap((resource) =>
      table.actors.flatMap((actor) =>
        verbs.flatMap((verb) =>
          places
            .filter((place) => place !== 'mismatched' || canBeMismatched(resource, verb))
            .map((place) => ({ actor, resource, verb, place })),
        ),
      ),
    )

// Only where the row names its school beside an id, and a new one points at something else of that school.
const canBeMismatched = ({ id, scope }: Resource, verb: Verb): boolean => {
  const probe = probes[id]
  if (scope !== 'school' || probe === undefined) return false
  const key = probe.key(1, nobody)
  if (verb !== 'insert') return 'school_id' in key && beside(key) !== beside(probe.key(2, nobody))
  return JSON.stringify(probe.fresh(1, nobody, 1)) !== JSON.stringify(probe.fresh(1, nobody, 2))
}

/** What a key names beside its school. */
const beside = (key: Row): string => JSON.stringify({ ...key, school_id: null })

const other = (school: SchoolNumber): SchoolNumber => (school === 1 ? 2 : 1)

const rowFor = (find: NonNullable<Probe['old']>, place: Place, actor: Entrance): Row => {
  const own = find(actor.school, actor)
  if (place === 'own') return own
  const theirs = find(other(actor.school), actor)
  if (place === 'other') return theirs
  const school = 'school_id' in own ? { school_id: own.school_id } : 'chain_id' in own ? { chain_id: own.chain_id } : {}
  return { ...theirs, ...school }
}

const freshFor = (probe: Probe, place: Place, actor: Entrance): Row => {
  const neighbour = other(actor.school)
  if (place === 'own') return probe.fresh(actor.school, actor, actor.school)
  return place === 'other' ? probe.fresh(neighbour, actor, neighbour) : probe.fresh(actor.school, actor, neighbour)
}

type Statement = { text: string; values: unknown[] }

const where = (row: Row, from = 0): string =>
  Object.keys(row)
    .map((column, at) => `${column} = $${from + at + 1}`)
    .join(' and ')

const statement = ({ resource, verb, place }: Cell, actor: Entrance): Statement => {
  const probe = probes[resource.id]
  if (probe === undefined) throw new Error(`no probe for ${resource.id}`)
  const table = `app.${resource.table}`
  if (verb === 'insert') {
    const row = freshFor(probe, place, actor)
    const columns = Object.keys(row)
    return {
      text: `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      values: Object.values(row),
    }
  }
  const row = rowFor(verb === 'delete' && probe.old ? probe.old : probe.key, place, actor)
  const values = Object.values(row)
  if (verb === 'select') return { text: `select 1 from ${table} where ${where(row)}`, values }
  if (verb === 'delete') return { text: `delete from ${table} where ${where(row)}`, values }
  const set = Object.entries(probe.sets?.(actor.school, actor) ?? {})
  if (set.length === 0)
    return { text: `update ${table} set ${probe.column} = ${probe.column} where ${where(row)}`, values }
  const sets = set.map(([column], at) => `${column} = $${at + 1}`).join(', ')
  return {
    text: `update ${table} set ${sets} where ${where(row, set.length)}`,
    values: [...set.map(([, value]) => value), ...values],
  }
}

// By a policy; or by a trigger that found nothing in reach to reckon with, before the policies were asked.
const denied: readonly unknown[] = ['42501', 'P0001']
// A reference to what hangs below, found after the policies had let the deletion pass.
const stillReferred = '23503'
// Said of a statement that was never tried: the transaction had failed before it, or its name was taken.
const untried = new Set<unknown>(['25P02', '42P05', '26000'])

type Tried = { rows: number } | { code: unknown }

/** As the program comes in: a plan is made once for everybody, and is the same for each who asks. */
export const connectAsApp = async (db: TestDatabase): Promise<pg.Client> => {
  const client = new pg.Client({
    ...db.config(appRole),
    pipeline: true,
    options: '-c plan_cache_mode=force_generic_plan',
  })
  await client.connect()
  return client
}

// One actor after another asks the same: each text is prepared once, as the program does.
const names = new Map<string, string>()
const nameOf = (text: string): string => {
  const name = names.get(text) ?? `cell_${names.size}`
  names.set(text, name)
  return name
}

/** Sends a statement as the actor who has entered, and behind it what takes back whatever it did. */
const tryOut = async (db: pg.Client, text: string, values: unknown[] = []): Promise<Tried> => {
  const tried = db.query({ name: nameOf(text), text, values }).then(
    ({ rowCount }): Tried => ({ rows: rowCount ?? 0 }),
    (error: unknown): Tried => ({ code: error instanceof Error && 'code' in error ? error.code : '' }),
  )
  await db.query('rollback to savepoint entered')
  const what = await tried
  if ('code' in what && untried.has(what.code)) throw new Error(`${text} was not tried: ${String(what.code)}`)
  return what
}

/** Tries one cell. @returns whether the database let it happen */
const tryCell = async (db: pg.Client, cell: Cell, actor: Entrance): Promise<boolean> => {
  const { text, values } = statement(cell, actor)
  const tried = await tryOut(db, text, values)
  // A mismatched insert must not even be possible for who may insert: the keys are checked at once.
  if ('rows' in tried) return tried.rows > 0
  if (denied.includes(tried.code)) return false
  // What else refuses is not a policy: it let this pass.
  return tried.code === stillReferred ? cell.verb === 'delete' : true
}

/** Runs as each actor in a transaction of its own that is rolled back. */
const asEach = async (
  db: pg.Client,
  names: Iterable<string>,
  run: (name: string, actor: Entrance) => Promise<void>,
): Promise<void> => {
  for (const name of names) {
    const actor = entrances[name]
    if (actor === undefined) throw new Error(`nobody knows how ${name} comes in`)
    await db.query('begin')
    try {
      await actor.enter(db)
      await db.query('savepoint entered')
      await run(name, actor)
    } finally {
      await db.query('rollback')
    }
  }
}

/** Tries the cells, actor by actor, each in one transaction that is rolled back. @returns those that differ from the table */
export const differences = async (db: pg.Client, table: AccessTable, cells: readonly Cell[]): Promise<string[]> => {
  const found: string[] = []
  await asEach(db, new Set(cells.map((cell) => cell.actor)), async (name, actor) => {
    const asked = cells.filter((each) => each.actor === name)
    // All are sent at once, and tried one after another.
    const happened = await Promise.all(asked.map((cell) => tryCell(db, cell, actor)))
    for (const [at, cell] of asked.entries()) {
      const wanted = isAllowed(table, cell)
      if (happened[at] !== wanted) found.push(`${cellName(cell)}: the table says ${wanted ? 'yes' : 'no'}`)
    }
  })
  return found
}

const rowsTouched = async (db: pg.Client, text: string): Promise<number> => {
  const tried = await tryOut(db, text)
  // Any other refusal comes after the policies: at least one row was reached.
  return 'rows' in tried ? tried.rows : denied.includes(tried.code) ? 0 : 1
}

/** A change that names no row is judged by its own policies alone, not by those of reading. @returns who reaches more than they see */
export const blindReaches = async (
  db: pg.Client,
  table: AccessTable,
  tables: ReadonlySet<string>,
): Promise<string[]> => {
  const found: string[] = []
  const targets = new Map(
    table.resources.filter((one) => tables.has(one.table)).map((one) => [one.table, probes[one.id]?.column ?? '']),
  )
  await asEach(db, table.actors, async (name) => {
    for (const [target, column] of targets) {
      const seen = await rowsTouched(db, `select 1 from app.${target}`)
      const changed = await rowsTouched(db, `update app.${target} set ${column} = default`)
      const deleted = await rowsTouched(db, `delete from app.${target}`)
      if (changed > seen || deleted > seen)
        found.push(`${name} sees ${seen} rows of ${target}, changes ${changed}, deletes ${deleted}`)
    }
  })
  return found
}

/** Moving a row that one may change to where one may not. @returns who could */
export const smugglers = async (db: pg.Client, table: AccessTable, tables: ReadonlySet<string>): Promise<string[]> => {
  const found: string[] = []
  await asEach(db, table.actors, async (name, actor) => {
    for (const { id, table: target, scope } of table.resources.filter((one) => tables.has(one.table))) {
      const probe = probes[id]
      const tried = probe?.smuggled?.by.includes(name) ?? false
      if (probe === undefined || !(tried || table.allows(name, id, 'update'))) continue
      const key = probe.key(actor.school, actor)
      const change = probe.smuggled?.by.includes(name)
        ? probe.smuggled.change(actor.school)
        : scope === 'school' && 'school_id' in key && probe.smuggled === undefined
          ? { school_id: rowFor(probe.key, 'other', actor).school_id }
          : {}
      const columns = Object.keys(change)
      if (columns.length === 0) continue
      const sets = columns.map((column, at) => `${column} = $${at + 1}`).join(', ')
      const moved = await tryOut(db, `update app.${target} set ${sets} where ${where(key, columns.length)}`, [
        ...Object.values(change),
        ...Object.values(key),
      ])
      if ('rows' in moved ? moved.rows > 0 : !denied.includes(moved.code))
        found.push(`${name} makes ${columns.join(', ')} of ${id} what it may not be`)
    }
  })
  return found
}
