import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Batch } from '#platform/db/batch.ts'
import { reachKeeper } from '#platform/db/reach-keeper.ts'
import { idOf } from '#test/access/cast-names.ts'
import { routesOf } from './good-requests.ts'
import { closeHouse, httpActors, httpHouse, monday, type HttpActor, type HttpHouse } from './http-cast.ts'
import { readerOf } from './reader.ts'
import { cellsOfRoute, requestOf } from './route-cells.ts'

// Every page that anybody can open, before and after a result exists that is not theirs to know.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const id = (name: string): string => idOf(1, name)
const [school, child, teacher, group] = [id('school'), id('child'), id('teacher'), id('group 4B')]
const pages = ['/cijfers', '/voortgang', `/voortgang?kind=${child}`, '/vandaag', `/cijfers/${id('unreleased')}`]

/** The hardest neighbours: at home, in the class, at work. Who teaches the class or leads the school may know what was entered. */
const hardest = [
  'nobody',
  'guardian',
  'co-guardian',
  'letter-guardian',
  'asked-guardian',
  'other-guardian',
  'former-guardian',
  'child',
  'classmate',
  'substitute',
  'other-teacher',
  'office',
]
const readers = httpActors.filter(({ name }) => hardest.includes(name))

let house: HttpHouse
let app: HttpHouse['app']
const asked = vi.spyOn(pg.Client.prototype, 'query')
const groupOf4B = async (): Promise<string> => {
  const { rows } = await house.db.owner.query<{ id: string }>(
    `select m.group_id as id from app.group_member m join app.group_teacher t on t.school_id = m.school_id and t.group_id = m.group_id
      where m.school_id = '${school}' and m.pupil_id = '${child}' and t.person_id = '${teacher}' and m.ended_on is null limit 1`,
  )
  return rows[0]?.id ?? group
}
beforeAll(async () => {
  house = await httpHouse()
  // However long this takes, no reach is asked for anew because a minute went by.
  app = house.appWith({ reaches: reachKeeper(() => 0) })
})
afterAll(async () => {
  asked.mockRestore()
  await closeHouse(house)
})

type Heard = { said: string; asked: string }

const textOf = (first: unknown): string =>
  first instanceof Batch
    ? first.steps.map(({ text }) => text).join('; ')
    : typeof first === 'object' && first !== null && 'text' in first
      ? String(first.text)
      : String(first)

/** Status, headers and bytes of a page, and what the database was asked for it; but for what is new with each answer. */
const hear = async ({ token }: HttpActor, path: string): Promise<Heard> => {
  asked.mockClear()
  const answer = await readerOf(app, token).ask(path)
  const body = await answer.text()
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? 'none'
  const said = `${answer.status} ${JSON.stringify([...answer.headers].map(String).toSorted())} ${body}`
  return {
    said: said
      .replaceAll(nonce, '…')
      .replaceAll(/name="_once" value="[^"]*"/g, '')
      // A word for the letters is drawn anew each time.
      .replaceAll(/(name="word"[^>]*) value="[^"]*"/g, '$1')
      // A day that was opened before is the same day.
      .replaceAll(/"(etag|content-length),[^"]*"/g, ''),
    asked: asked.mock.calls
      .flatMap(([first]: unknown[]) => textOf(first).split('; '))
      .filter((text) => !['', 'begin', 'commit', 'begin read only'].includes(text))
      .join('\n'),
  }
}

const pathsOf = (actor: HttpActor): string[] => [
  ...new Set([
    ...pages,
    ...routesOf('GET').flatMap((route) =>
      cellsOfRoute(route, actor)
        .slice(0, 1)
        .map((cell) => requestOf(cell).path),
    ),
  ]),
]

const hearAll = async (actors: readonly HttpActor[]): Promise<Map<string, Heard>> => {
  const heard = new Map<string, Heard>()
  for (const actor of actors)
    for (const path of pathsOf(actor)) heard.set(`${actor.name} ${path}`, await hear(actor, path))
  return heard
}

const differences = (before: ReadonlyMap<string, Heard>, after: ReadonlyMap<string, Heard>): string[] =>
  [...after].flatMap(([page, { said, asked: statements }]) => {
    const was = before.get(page)
    return was !== undefined && (said !== was.said || statements !== was.asked) ? [page] : []
  })

const isOfChild = ({ name }: HttpActor): boolean => name === 'child'
const isAtHome = ({ name }: HttpActor): boolean =>
  ['guardian', 'co-guardian', 'parent-hat', 'letter-guardian'].includes(name)

test('nobody but who teaches or leads learns from any page that something was entered; then the pupil alone; then home', async () => {
  await house.db.setNow(monday)
  // Whether a reach or a statement is still known from a moment ago is no part of what is asked.
  await hearAll(readers)
  const before = await hearAll(readers)
  expect(before.size).toBeGreaterThan(700)
  const { owner } = house.db
  const own = await groupOf4B()
  await owner.query(`insert into app.assessment (school_id, id, group_id, stage, subject, title, kind, scale, weight, made_on, set_by)
      values ('${school}', '${id('unreleased test')}', '${own}', 'BO', 'Kunde', 'Nieuw', 'written', 'tenths', 3, '2026-11-20', '${teacher}');
    insert into app.result (school_id, id, assessment_id, group_id, dossier, pupil_id, tenths, words, rule, at_time, later, counted, entered_by)
      values ('${school}', '${id('unreleased')}', '${id('unreleased test')}', '${own}', 'progress', '${child}', 31, 'Rekenwoord', 'child_first',
        '17:00', 3, 'school_days', '${teacher}')`)
  expect(differences(before, await hearAll(readers))).toEqual([])

  await owner.query(`insert into app.result_release (school_id, result_id, reader, pupil_id, released_by)
    values ('${school}', '${id('unreleased')}', 'pupil', '${child}', '${teacher}')`)
  const others = readers.filter((reader) => !isOfChild(reader))
  expect(differences(before, await hearAll(others))).toEqual([])
  const toChild = differences(before, await hearAll(readers.filter(isOfChild)))
  expect(toChild).toContain('child /cijfers')

  await owner.query(`insert into app.result_release (school_id, result_id, reader, pupil_id, released_by)
    values ('${school}', '${id('unreleased')}', 'guardian', '${child}', '${child}')`)
  expect(differences(before, await hearAll(others.filter((reader) => !isAtHome(reader))))).toEqual([])
  const atHome = differences(before, await hearAll(readers.filter(({ name }) => name === 'guardian')))
  expect(atHome).toContain('guardian /voortgang')
})
