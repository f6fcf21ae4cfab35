import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { idOf } from '#test/access/cast-names.ts'
import { accessTable, actorNamed, closeHouse, httpHouse, type HttpHouse } from './http-cast.ts'
import { readerOf } from './reader.ts'
import { cellsOfRoute, expectedOf, isPromised, routeCellName, sendCell, type RouteCell } from './route-cells.ts'
import { watchTables, type Watch } from './watch-tables.ts'

// Hundreds of requests in a test; a busy machine gets the time it needs.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let house: HttpHouse
let watch: Watch
beforeAll(async () => {
  house = await httpHouse()
  watch = await watchTables(house.db.owner)
})
afterAll(() => closeHouse(house))

type End = {
  /** What ends, in words. */
  what: string
  who: string
  /** The rows that end, and how. */
  ends: [table: string, set: string, where: string, id: string]
  /** Whose row of docs/access.md holds from then on. */
  becomes: string
  /** Where the two differ in more than what ended, so that the row of the other says nothing of it. */
  but?: string
  /** What is gone for this one although the row of the other has it: it came with what ended. */
  gone?: string
}

const today = 'ended_on = app.today()'
const id = (name: string): string => idOf(1, name)

const ends: readonly End[] = [
  {
    what: 'a guardianship ends',
    who: 'guardian',
    ends: ['guardianship', today, 'id', id('guards guardian')],
    becomes: 'former-guardian',
    but: 'guardian-session guardian-passkey',
  },
  {
    what: 'a guardian is blocked who guards nobody else',
    who: 'guardian',
    ends: [
      'guardianship_authority',
      `guardian_id = '${id('guardian')}', guardianship_id = '${id('guards guardian')}'`,
      'id',
      id('limit blocked-guardian'),
    ],
    becomes: 'former-guardian',
    but: 'guardian-session guardian-passkey blocked',
  },
  {
    what: 'a guardian is to ask from now on',
    who: 'guardian',
    ends: [
      'guardianship_authority',
      `guardian_id = '${id('guardian')}', guardianship_id = '${id('guards guardian')}'`,
      'id',
      id('limit asked-guardian'),
    ],
    becomes: 'asked-guardian',
    but: 'guardian-session guardian-passkey asked',
  },
  {
    what: 'a child comes of age, for its guardian',
    who: 'guardian',
    ends: ['person', `birth_date = app.today() - interval '18 years'`, 'id', id('child')],
    becomes: 'asked-guardian',
    but: 'guardian-session guardian-passkey',
  },
  {
    what: 'a pupil of age lets a guardian look along no longer',
    who: 'opened-guardian',
    ends: ['adult_opening', 'closed_at = app.now()', 'id', id('opening')],
    becomes: 'adult-guardian',
  },
  {
    what: 'the days of a substitute are over',
    who: 'substitute',
    ends: ['group_substitute', 'on_until = app.today() - 1', 'id', id('substitution')],
    becomes: 'other-teacher',
    but: 'teacher /toetsen/nieuw /toetsen/inlezen',
  },
  {
    what: 'a substitute is called off',
    who: 'substitute',
    ends: ['group_substitute', 'ended_at = app.now()', 'id', id('substitution')],
    becomes: 'other-teacher',
    but: 'teacher /toetsen/nieuw /toetsen/inlezen',
  },
  {
    what: 'the role of a substitute ends',
    who: 'substitute',
    ends: ['staff_role', today, 'person_id', id('substitute')],
    becomes: 'other-teacher',
    but: 'teacher /toetsen/nieuw /toetsen/inlezen',
  },
  {
    what: 'a child leaves the school, for its guardian',
    who: 'guardian',
    ends: ['pupil', 'left_on = app.today()', 'person_id', id('child')],
    becomes: 'other-guardian',
    // The other one has a seat in the council beside it.
    but: 'classmate guardian-session guardian-passkey group-announcement school-announcement announcement-file class-offered laid-agreement /medezeggenschap',
  },
  {
    what: 'a child leaves the school, for itself',
    who: 'child',
    ends: ['pupil', 'left_on = app.today()', 'person_id', id('child')],
    becomes: 'former-guardian',
  },
  {
    what: 'a teacher gets another group',
    who: 'teacher',
    ends: ['group_teacher', today, 'person_id', id('teacher')],
    becomes: 'other-teacher',
    // What she wrote stays hers to read.
    but: 'group-announcement draft-announcement announcement-file',
  },
  {
    what: 'a child gets another group, for its teacher',
    who: 'teacher',
    ends: ['group_member', today, 'pupil_id', id('child')],
    becomes: 'other-teacher',
    but: 'classmate adult group draft-announcement announcement-file placed-showing homework class-draft class-offered guardian-yes told-yes test waiting-test exam-test new-test asked-talk',
  },
  {
    what: 'the role of a teacher ends',
    who: 'teacher',
    ends: ['staff_role', today, 'person_id', id('teacher')],
    becomes: 'other-teacher',
    but: 'group-announcement draft-announcement announcement-file',
    // Who enters results is a teacher.
    gone: '/toetsen/nieuw /toetsen/inlezen',
  },
  {
    what: 'the employment of a teacher ends',
    who: 'teacher',
    ends: ['staff', today, 'person_id', id('teacher')],
    becomes: 'left-staff',
  },
  {
    what: 'the role of the office ends',
    who: 'office',
    ends: ['staff_role', today, 'person_id', id('office')],
    becomes: 'other-teacher',
    but: '/toetsen/nieuw /toetsen/inlezen',
  },
  {
    what: 'the employment of the office ends',
    who: 'office',
    ends: ['staff', today, 'person_id', id('office')],
    becomes: 'left-staff',
  },
  {
    what: 'the role of the administrator ends',
    who: 'administrator',
    ends: ['staff_role', today, 'person_id', id('administrator')],
    becomes: 'other-teacher',
    but: '/toetsen/nieuw /toetsen/inlezen',
  },
  {
    what: 'the role of the head ends',
    who: 'head',
    ends: ['staff_role', today, 'person_id', id('head')],
    becomes: 'other-teacher',
    but: '/toetsen/nieuw /toetsen/inlezen',
  },
  {
    what: 'the guardianship of a teacher ends, under that hat',
    who: 'parent-hat',
    ends: ['guardianship', today, 'guardian_id', id('two-hats')],
    becomes: 'staff-hat',
  },
  {
    what: 'the guardianship of a teacher ends, under the other hat',
    who: 'staff-hat',
    ends: ['guardianship', today, 'guardian_id', id('two-hats')],
    becomes: 'staff-hat',
  },
  {
    what: 'the employment of a parent ends, under that hat',
    who: 'staff-hat',
    ends: ['staff', today, 'person_id', id('two-hats')],
    becomes: 'parent-hat',
    // Who works at the school sets up a second step under either hat.
    gone: '/account/tweede-stap/nieuw',
  },
  {
    what: 'the employment of a parent ends, under the other hat',
    who: 'parent-hat',
    ends: ['staff', today, 'person_id', id('two-hats')],
    becomes: 'parent-hat',
    gone: '/account/tweede-stap/nieuw',
  },
  ...['guardian', 'child', 'teacher', 'office', 'administrator'].flatMap((who): End[] => [
    {
      what: `the session of the ${who} is ended`,
      who,
      ends: ['session', 'ended_at = app.now()', 'account_id', id(`account ${who}`)],
      becomes: 'nobody',
    },
    {
      what: `the session of the ${who} expires`,
      who,
      ends: ['session', 'expires_at = app.now()', 'account_id', id(`account ${who}`)],
      becomes: 'nobody',
    },
  ]),
]

const cellsOf = ({ who, but }: End): RouteCell[] =>
  accessTable.routes
    // What is open to anyone is so before and after.
    .filter(({ rule }) => rule !== 'anyone')
    .filter(({ path }) => but?.split(' ').includes(path) !== true)
    .flatMap((route) => cellsOfRoute(route, actorNamed(who)))
    .filter(
      ({ named }) => !named.some(({ object }) => but?.split(' ').some((word) => object.resource.startsWith(word))),
    )

const isGone = ({ route }: RouteCell, gone = ''): boolean => gone.split(' ').includes(route.path)

/** Asks the cells. @returns those that are not answered as the table says of this actor, or that are gone and still there */
const differing = async (cells: readonly RouteCell[], as: string, gone?: string): Promise<string[]> => {
  const found: string[] = []
  for (const cell of cells) {
    const { status } = await sendCell(readerOf(house.app, cell.actor.token), cell)
    const isRight = isGone(cell, gone) ? status === 404 : isPromised(cell, status, as)
    if (!isRight) found.push(`${routeCellName(cell)}: ${status}, as ${as} ${expectedOf(cell, as)}`)
  }
  return found
}

test.each(ends)('when $what, the very next request finds every door as shut as it should be', async (end) => {
  await watch.restore()
  const cells = cellsOf(end)
  const lost = cells
    .filter(({ route }) => route.method === 'GET')
    .filter((cell) => expectedOf(cell) < 400 && expectedOf(cell, end.becomes) !== expectedOf(cell))
  expect(end.who === end.becomes || lost.length > 0).toBe(true)
  expect(await differing(lost, end.who)).toEqual([])
  const [table, set, column, value] = end.ends
  const { rowCount } = await house.db.owner.query(`update app.${table} set ${set} where ${column} = $1`, [value])
  expect(rowCount).toBeGreaterThan(0)
  const shut = cells.filter(
    (cell) => cell.route.method === 'GET' || isGone(cell, end.gone) || expectedOf(cell, end.becomes) >= 400,
  )
  expect(await differing(shut, end.becomes, end.gone)).toEqual([])
})
