import { expect, test } from 'vitest'
import { docs } from './docs.ts'
import { plant } from './plant.ts'

const decision = '# A\n\n2026-11-22, accepted\n\n## Context\n\nx\n\n## Decision\n\nx\n\n## Consequences\n\nx\n'
const house = {
  'docs/decisions/0001-a.md': decision,
  'README.md': 'Run `npm start`, and `npm test`. See [the glossary](GLOSSARY.md#top).\n',
  'GLOSSARY.md': '| English | Dutch |\n|---|---|\n| pupil | leerling |\n',
  'src/modules/people/MODULE.md': 'Owns `person`.\n',
  'migrations/0001_people_first.sql': 'create table app.person (id uuid);\n',
}
const sins = (files: Record<string, string>): string[] =>
  docs(plant({ ...house, ...files })).sins.map((sin) => `${sin.where}: ${sin.says}`)

test('a well-kept house has no sin', () => {
  expect(sins({})).toEqual([])
})

test.each<[string, string, string, string]>([
  ['a dead link', 'docs/a.md', 'See [b](b.md).', 'leads nowhere'],
  ['a README without npm test', 'README.md', 'Run `npm start`.', 'does not name npm test'],
  ['a note to self', 'src/platform/a.ts', '// TODO later', 'a note to self'],
  ['the number of a task', 'docs/a.md', 'As issue 2 asks.', 'the number of a task'],
  ['a path of one machine', 'docs/a.md', 'Look in `/work/shared`.', 'a path of one machine'],
  ['a registry', 'docs/a.md', 'From registry.npmjs.org.', 'a registry'],
  ['a decision without a date', 'docs/decisions/0002-b.md', decision.replace('2026-11-22', ''), 'has no date'],
  ['a decision without its why', 'docs/decisions/0002-b.md', decision.replace('Context', 'Story'), 'has no Context'],
  ['a number given twice', 'docs/decisions/0001-b.md', decision, 'the number of another'],
  ['a decision without a number', 'docs/decisions/later.md', decision, 'NNNN-what.md'],
  ['an emoji', 'docs/a.md', 'Well done \u{1F389}', 'an emoji'],
  ['a module without a page', 'src/modules/today/index.ts', 'export const a = 1', 'no MODULE.md'],
  ['a table nobody owns up to', 'migrations/0002_people_more.sql', 'create table app.pupil (id uuid);', 'table pupil'],
  ['a term without Dutch', 'GLOSSARY.md', '| pupil | |\n', 'no Dutch word'],
  ['a term twice', 'GLOSSARY.md', '| pupil | leerling |\n| pupil | kind |\n', 'twice'],
  ['an empty glossary', 'GLOSSARY.md', '# Glossary\n', 'names no term'],
])('finds %s', (_name, path, text, says) => {
  const found = sins({ [path]: text })
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(says)
})

test('a check that scanned nothing fails', () => {
  expect(docs(plant({ 'a.txt': '' })).sins.at(-1)?.says).toContain('looked at nothing')
})
