import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { arrange, like, states, type Age, type State } from '#test/access/authority-states.ts'
import { idOf, tokenOf } from '#test/access/cast-names.ts'
import { accessTable, actorNamed, closeHouse, httpHouse, monday, type HttpHouse } from './http-cast.ts'
import { readerOf } from './reader.ts'
import { cellsOfRoute, expectedOf, isPromised, routeCellName, sendCell } from './route-cells.ts'

// Hundreds of requests in a test; a busy machine gets the time it needs.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let house: HttpHouse
beforeAll(async () => {
  house = await httpHouse()
})
afterAll(() => closeHouse(house))

const id = (name: string): string => idOf(1, name)
const both = ['guardian', 'co-guardian'] as const
type Guardian = (typeof both)[number]
type Standing = { state: State; age: Age }

// The own account goes on, and so does the own name, whatever the school says of a child.
const own = /^(own|guardian)-/

/** Asks what this guardian may get. @returns the answers that are not those of the reviewed table for one who stands so */
const differing = async (actor: Guardian, { state, age }: Standing, childOnly: boolean): Promise<string[]> => {
  const as = like(state, age) === 'guardian' ? actor : like(state, age)
  const cells = accessTable.routes
    .filter(({ method, rule }) => method === 'GET' && rule !== 'anyone')
    .flatMap((route) => cellsOfRoute(route, actorNamed(actor)))
    .filter(({ named }) => !named.some(({ object }) => own.test(object.resource)))
    .filter(({ named }) => !childOnly || named.some(({ object }) => /^(child|co-guardian)/.test(object.resource)))
  expect(cells.length).toBeGreaterThan(childOnly ? 5 : 50)
  const found: string[] = []
  for (const cell of cells) {
    const { status } = await sendCell(readerOf(house.app, cell.actor.token), cell)
    if (!isPromised(cell, status, as)) found.push(`${routeCellName(cell)}: ${status}, as ${as} ${expectedOf(cell, as)}`)
  }
  return found
}

/** What the page of the day says of the child, by whether its name stands there. */
const namesChild = async (actor: Guardian): Promise<boolean> =>
  (await (await readerOf(house.app, actorNamed(actor).token).ask('/vandaag')).text()).includes('Kanariechild')

const threeAges: readonly Age[] = ['under 16', '16 or 17', 'of age']
const nine = states.flatMap((state) => threeAges.map((age) => ({ state, age })))

test.each(nine)(
  'a guardian $state of a child $age gets what the reviewed table says, and the other notices nothing',
  async (one) => {
    await house.db.setNow(monday)
    const others = states.toReversed().slice(0, 2)
    for (const state of others) {
      await arrange(house.db.owner, { age: one.age, guardians: { guardian: one.state, 'co-guardian': state } })
      expect(await differing('guardian', one, false)).toEqual([])
      expect(await differing('co-guardian', { state, age: one.age }, true)).toEqual([])
      // A first name in a calm sentence for who may ask, or was a guardian of who came of age; nothing at all for who is blocked.
      expect(await namesChild('guardian')).toBe(one.state !== 'blocked')
    }
  },
)

const authorityForms = {
  full: { state: 'full' },
  on_request: { state: 'on_request', kind: 'custody_register', datedOn: '1-10-2026' },
  blocked: { state: 'blocked', kind: 'court_order', datedOn: '1-10-2026', forbids: 'on', reviewOn: '1-10-2027' },
} as const

const office = () => readerOf(house.app, tokenOf(1, 'office'))
const child = () => readerOf(house.app, tokenOf(1, 'child'))
const relation = id('guards guardian')

const says = async (answer: Promise<Response>): Promise<void> => {
  expect((await answer).status).toBe(303)
}
const change = (sql: string): Promise<unknown> => house.db.owner.query(sql)

type Move = { what: string; from: Standing; deed: () => Promise<unknown>; to: Standing | 'ended' }

const byOffice: Move[] = (['under 16', '16 or 17', 'of age', 'of age, let in'] as const).flatMap((age) =>
  states.flatMap((state) =>
    states
      .filter((next) => next !== state)
      .map((next) => ({
        what: `${state} becomes ${next}, child ${age}`,
        from: { state, age },
        deed: () => says(office().post(`/ouderschappen/${relation}/gezag`, authorityForms[next])),
        to: { state: next, age },
      })),
  ),
)

const born = (date: string) => change(`update app.person set birth_date = '${date}' where id = '${id('child')}'`)
const midnight = async (birth: string): Promise<void> => {
  await born(birth)
  await house.db.setNow('2026-11-24T00:00:01+01:00')
}

const byTime: Move[] = states.flatMap((state): Move[] => [
  {
    what: `the child turns 16, ${state}`,
    from: { state, age: 'under 16' },
    deed: () => midnight('2010-11-24'),
    to: { state, age: '16 or 17' },
  },
  {
    what: `the child turns 18, ${state}`,
    from: { state, age: '16 or 17' },
    deed: () => midnight('2008-11-24'),
    to: { state, age: 'of age' },
  },
  {
    what: `the child of age tries to let in a guardian, ${state}`,
    from: { state, age: 'of age' },
    deed: async () =>
      expect((await child().post(`/meekijken/${relation}`, {})).status).toBe(state === 'full' ? 303 : 404),
    to: { state, age: state === 'full' ? 'of age, let in' : 'of age' },
  },
  {
    what: `the relation ends, ${state}`,
    from: { state, age: 'under 16' },
    deed: () => says(office().post(`/ouderschappen/${relation}/einde`, { from: '23-11-2026' })),
    to: 'ended',
  },
])

const moves: Move[] = [
  ...byOffice,
  ...byTime,
  {
    what: 'the child of age lets the guardian look along no longer',
    from: { state: 'full', age: 'of age, let in' },
    deed: () => says(child().post(`/meekijken/${relation}/einde`, {})),
    to: { state: 'full', age: 'of age' },
  },
  {
    what: 'the day of review comes',
    from: { state: 'blocked', age: 'under 16' },
    deed: () =>
      change(`update app.guardianship_authority set review_on = '2026-11-23' where guardian_id = '${id('guardian')}'`),
    to: { state: 'on_request', age: 'under 16' },
  },
  {
    what: 'a blocked relation is ended and made anew',
    from: { state: 'blocked', age: 'under 16' },
    deed: async () => {
      await says(office().post(`/ouderschappen/${relation}/einde`, { from: '23-11-2026' }))
      const again = { firstName: 'Kanarieguardian', lastName: 'Van School 1', same: id('guardian') }
      const form = { ...again, relation: 'mother', authority: 'full', language: 'nl' }
      await says(office().post(`/leerlingen/${id('child')}/ouders`, form))
    },
    to: { state: 'blocked', age: 'under 16' },
  },
  {
    what: 'the birth date becomes known, and the child is of age',
    from: { state: 'full', age: 'unknown' },
    deed: () => says(office().post(`/leerlingen/${id('child')}/geboortedatum`, { born: '1-2-2008' })),
    to: { state: 'full', age: 'of age' },
  },
]

test('there are forty moves from one standing to another, and more', () => {
  expect(moves.length).toBeGreaterThanOrEqual(40)
})

test.each(moves)(
  'when $what, the very next request knows, and the other guardian notices nothing',
  async ({ from, deed, to }) => {
    await house.db.setNow(monday)
    await change(`delete from app.guardianship where guardian_id = '${id('guardian')}' and id <> '${relation}'`)
    await change(`update app.guardianship set ended_on = null where id = '${relation}'`)
    await arrange(house.db.owner, { age: from.age, guardians: { guardian: from.state, 'co-guardian': 'full' } })
    // A reach that was found a moment ago is kept: it must not outlive the change.
    expect(await differing('guardian', from, true)).toEqual([])
    await deed()
    const after: Standing = to === 'ended' ? { state: 'blocked', age: from.age } : to
    expect(await differing('guardian', after, true)).toEqual([])
    expect(await namesChild('guardian')).toBe(after.state !== 'blocked')
    // Whom the child lets in concerns nobody else; a birthday concerns both.
    const letIn = [from.age, after.age].includes('of age, let in')
    expect(await differing('co-guardian', { state: 'full', age: letIn ? from.age : after.age }, true)).toEqual([])
    expect(await namesChild('co-guardian')).toBe(true)
  },
)
