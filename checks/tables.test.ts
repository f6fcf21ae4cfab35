import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appRole } from '#platform/db/embedded-database.ts'
import { parseAccess } from '#test/access/parse-access.ts'
import { freshDatabase, type TestDatabase } from '#test/rig.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readCatalogue } from './catalogue.ts'
import { grantsIn } from './grants.ts'
import { readCards } from './table-cards.ts'
import { tables, type Card, type Expected } from './tables.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db.drop())

const written = async (): Promise<Expected> => ({
  cards: await readCards(process.cwd()),
  grants: grantsIn(readFileSync('migrations/grants.sql', 'utf8')),
  reviewed: new Set(parseAccess(readFileSync('docs/access.md', 'utf8')).resources.map(({ table }) => table)),
  assessed: new Set(
    readdirSync('docs/security')
      .map((page) => readFileSync(join('docs/security', page), 'utf8'))
      .flatMap((text) => [...text.matchAll(/`([a-z_]+)`/g)].map(([, name = '']) => name)),
  ),
  definers: [],
})

test('the migrated database is the one that was written down', async () => {
  const found = tables(await readCatalogue(db.owner, appRole), await written())
  expect(found.sins).toEqual([])
  expect(found.scanned).toBeGreaterThan(20)
})

describe('planted sins', () => {
  const card = (columns: Record<string, string>, scope = 'school'): Card => ({
    scope,
    retention: 'a year',
    erase: 'with the school',
    columns,
  })
  const planted = { school_id: 'key: the school', id: 'key: the row', name: 'child: to test' }
  const expected: Expected = {
    cards: { parent: card(planted), kid: card({ ...planted, parent_id: 'key: the parent' }) },
    grants: grantsIn('grant select, update (name) on app.parent, app.kid to :app_role;'),
    reviewed: new Set(['parent', 'kid']),
    assessed: new Set(['parent', 'kid']),
    definers: [],
  }

  beforeAll(async () => {
    await db.owner.query(`create role planted_role`)
  })
  afterAll(() => db.owner.query('drop role planted_role'))

  // A database holds one house: the real tables make way for two planted ones, and come back when the test ends.
  beforeEach(async () => {
    await db.owner.query('begin')
    await db.owner.query('alter schema app rename to app_away')
    await db.owner.query(`
      create schema app;
      create table app.parent (school_id uuid, id uuid, name text, primary key (school_id, id));
      create table app.kid (school_id uuid, id uuid, name text, parent_id uuid, primary key (school_id, id),
        foreign key (school_id, parent_id) references app.parent);
      create function app.schools() returns uuid[] language sql stable as $$ select '{}'::uuid[] $$;
      grant select, update (name) on app.parent, app.kid to ${appRole};
      alter table app.parent enable row level security; alter table app.parent force row level security;
      alter table app.kid enable row level security; alter table app.kid force row level security;
      create policy one on app.parent using (school_id = any ((select app.schools())::uuid[]));`)
    return () => db.owner.query('rollback')
  })

  const sins = async (sql: string, changes: Partial<Expected> = {}): Promise<string[]> => {
    await db.owner.query(sql)
    const found = tables(await readCatalogue(db.owner, appRole), { ...expected, ...changes })
    return found.sins.map(({ where, says }) => `${where}: ${says}`)
  }

  test('two well-kept tables have no sin', async () => {
    expect(await sins('select 1')).toEqual([])
  })

  test.each([
    ['a table without a card', 'alter table app.kid rename to other', 'other: has no card'],
    ['a card without a table', 'drop table app.kid', 'kid: has a card but does not exist'],
    ['a column without a card', 'alter table app.kid add column bsn text', 'kid.bsn: has no card'],
    ['a card without a column', 'alter table app.parent drop column name', 'parent.name: has a card but'],
    ['security switched off', 'alter table app.kid disable row level security', 'kid: has no row-level security'],
    ['security not forced', 'alter table app.kid no force row level security', 'kid: does not force'],
    [
      'a policy that is slow',
      'create policy p on app.kid using (school_id = any (app.schools()))',
      'outside a sub-select',
    ],
    ['a key not led by the school', 'create table app.x (id uuid primary key)', 'x: has a primary key'],
    ['a right too many', `grant delete on app.kid to ${appRole}`, 'may delete, which grants.sql does not'],
    ['a column too many', `grant update (school_id) on app.kid to ${appRole}`, 'may update(school_id), which'],
    ['a right too few', `revoke select on app.kid from ${appRole}`, 'may not select, which grants.sql gives'],
    ['a right for everybody', 'grant select on app.kid to public', 'kid: lets everybody select'],
    ['a table of the login role', `alter table app.kid owner to ${appRole}`, `kid: is owned by ${appRole}`],
    ['a view of its maker', 'create view app.v as select 1 as one', 'v: is a view without security_invoker'],
    [
      'a definer',
      'create function app.f() returns int language sql security definer as $$ select 1 $$',
      'not on the list',
    ],
    ['a superuser', `alter role ${appRole} superuser`, 'is a superuser'],
    ['a bypass', `alter role ${appRole} bypassrls`, 'bypasses row-level security'],
    ['a membership', `grant planted_role to ${appRole}`, 'is a member of planted_role'],
  ])('%s is found', async (_name, sql, says) => {
    expect(await sins(sql, { cards: { ...expected.cards, x: card({ id: 'key: it' }) } })).toContainEqual(
      expect.stringContaining(says),
    )
  })

  test('a reference that can cross schools is found', async () => {
    const sql =
      'create unique index u on app.parent (id); alter table app.kid add foreign key (parent_id) references app.parent (id)'
    expect(await sins(sql)).toEqual(['kid: refers to parent by (parent_id), without its school'])
  })

  test('a definer on the list still needs a fixed search_path', async () => {
    const make = 'create function app.f() returns int language sql security definer'
    expect(await sins(`${make} as $$ select 1 $$`, { definers: ['f'] })).toEqual([
      expect.stringContaining('loose search_path'),
    ])
    await db.owner.query('drop function app.f()')
    expect(await sins(`${make} set search_path = app as $$ select 1 $$`, { definers: ['f'] })).toEqual([])
  })

  test('a table that nobody reviewed, a card that says nothing and a grant for nothing are found', async () => {
    expect(await sins('select 1', { reviewed: new Set(['kid']) })).toEqual(['parent: is no resource of docs/access.md'])
    expect(await sins('select 1', { assessed: new Set(['parent']) })).toEqual([
      'kid: holds data of people and stands in no page of docs/security',
    ])
    const cards = { ...expected.cards, parent: { ...card({ ...planted, name: 'name' }), erase: '' } }
    expect(await sins('select 1', { cards })).toEqual([
      expect.stringContaining('says no class and purpose'),
      expect.stringContaining('does not say how long'),
    ])
    expect(await sins('select 1', { grants: new Map() })).toContainEqual('kid: is not named in migrations/grants.sql')
  })

  test('an empty database proves nothing', async () => {
    expect(await sins('drop table app.kid, app.parent', { cards: {} })).toEqual([
      expect.stringContaining('looked at nothing'),
    ])
  })
})
