import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseAccess, verbs } from './parse-access.ts'

const page = (cells: string, more = ''): string => `# Title
## Actors

| actor | who |
|---|---|
| nobody | no session |
| office | keeps the people |
| head | head of the school |

## Sets

| set | actors |
|---|---|
| staff | office, head |
| all | staff, nobody |

## Resources

| resource | table | scope | the row |
|---|---|---|---|
| child | person | school | the child |

## Cells

| resource | select | insert | update | delete |
|---|---|---|---|---|
${cells}
## Routes

| method | path | rule | actors | objects | answer | what they get |
|---|---|---|---|---|---|---|
${more}`
const good = '| child | all | staff | head | – |\n'

test('a cell names its actors, by set or by name, and denies the rest', () => {
  const { allows } = parseAccess(page(good))
  const may = (actor: string) => verbs.filter((verb) => allows(actor, 'child', verb))
  expect(may('nobody')).toEqual(['select'])
  expect(may('office')).toEqual(['select', 'insert'])
  expect(may('head')).toEqual(['select', 'insert', 'update'])
})

const route = (objects: string, answer: string): string =>
  page(good, `| GET | \`/leerlingen/:id\` | \`mayOpenPupil\` | staff | ${objects} | ${answer} | the file |\n`)

test('a route has a method, a path, a rule, what it may name, an answer and a sentence', () => {
  const { routes } = parseAccess(route(':id child select, ?near child update (head)', '200 office, 303 head'))
  expect(routes).toEqual([
    {
      method: 'GET',
      path: '/leerlingen/:id',
      rule: 'mayOpenPupil',
      actors: new Set(['office', 'head']),
      objects: [
        { where: ':id', resource: 'child', verb: 'select', within: null },
        { where: '?near', resource: 'child', verb: 'update', within: new Set(['head']) },
      ],
      answers: new Map([
        ['office', 200],
        ['head', 303],
      ]),
      gets: 'the file',
    },
  ])
})

test.each([
  ['an unknown actor', page('| child | offcie | – | – | – |\n'), 'offcie is no actor'],
  ['an empty cell', page('| child | | – | – | – |\n'), 'filled cells'],
  ['a cell too few', page('| child | head | – | – |\n'), '5 filled cells'],
  ['a row for nothing', page(`${good}| pupil | head | – | – | – |\n`), 'pupil is no resource'],
  ['a row twice', page(good + good), 'child stands there twice'],
  ['a resource without cells', page(''), 'Cells is empty'],
  ['an unknown scope', page(good).replace('| school |', '| planet |'), 'unknown scope planet'],
  ['an actor twice', page(good).replace('| head | head of', '| office | head of'), 'office stands there twice'],
  ['a missing section', page(good).replace('## Sets', '## Crowds'), 'no section Sets'],
  ['a route that is no route', page(good, '| LOOK | `/a` | `anyone` | all | – | 200 | it |\n'), 'LOOK is no method'],
  ['an object without a verb', route(':id child', '200'), 'names no object and verb'],
  ['an object that is no resource', route(':id pupil select', '200'), 'pupil is no resource'],
  ['an object that the path does not name', route(':code child select', '200'), 'no :code in'],
  ['an answer that is no status', route('–', 'a page'), 'a page is no answer'],
  ['two answers for one actor', route('–', '200, 303 head'), 'head cannot be answered'],
  ['an answer for who has no such route', route('–', '200 nobody'), 'nobody cannot be answered'],
])('refuses %s', (_name, text, says) => {
  expect(() => parseAccess(text)).toThrow(says)
})

test('asking for a cell that nobody wrote is an error, not a denial', () => {
  expect(() => parseAccess(page(good)).allows('stranger', 'child', 'select')).toThrow('no cell')
})

test('the table of this house can be read, and nobody without a session reads a person', () => {
  const { resources, actors, allows } = parseAccess(readFileSync('docs/access.md', 'utf8'))
  expect(actors.length).toBeGreaterThanOrEqual(18)
  const personal = resources.filter(({ scope }) => scope !== 'open')
  expect(personal.filter(({ id }) => verbs.some((verb) => allows('nobody', id, verb)))).toEqual([])
})
