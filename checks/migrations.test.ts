import { expect, test } from 'vitest'
import { migrations } from './migrations.ts'
import { plant } from './plant.ts'

const sins = (files: Record<string, string>): string[] =>
  migrations(plant({ 'src/modules/people/MODULE.md': '', ...files })).sins.map((sin) => sin.says)
const one = (sql: string): string[] => sins({ 'migrations/0001_people_first.sql': sql })

test.each<[string, string, string]>([
  ['a view of its maker', 'create view v as select 1;', 'security_invoker'],
  [
    'a definer function',
    'create function app.f() returns int language sql security definer as $$ select 1 $$;',
    'DEFINER',
  ],
  ['a grant outside its file', 'grant select on person to app_user;', 'grants.sql'],
  ['a second clock', 'alter table x alter at set default now();', 'the one clock'],
])('finds %s', (_name, sql, says) => {
  expect(one(sql)).toEqual([expect.stringContaining(says)])
})

test('names tell the order and the owner', () => {
  expect(sins({ 'migrations/first.sql': 'select 1;' })).toEqual(['is not named NNNN_owner_what.sql'])
  expect(sins({ 'migrations/0001_nobody_first.sql': 'select 1;' })).toEqual(['names no module: nobody'])
  expect(sins({ 'migrations/0001_people_a.sql': '', 'migrations/0001_people_b.sql': '' })).toEqual([
    'has the number of migrations/0001_people_a.sql',
  ])
})

test('the clock itself may look at the time', () => {
  expect(one('create function app.now() returns timestamptz language sql as $$ select now() $$;')).toEqual([])
})

test('a check that scanned nothing fails', () => {
  expect(sins({})).toEqual([expect.stringContaining('looked at nothing')])
})
