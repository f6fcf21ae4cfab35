import type { Kysely } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Batch } from '#platform/db/batch.ts'
import { openDatabase } from '#platform/db/connect.ts'
import { appRole } from '#platform/db/embedded-database.ts'
import { reachKeeper } from '#platform/db/reach-keeper.ts'
import type { RouteRow } from '#test/access/parse-access.ts'
import { goodCell, routesOf } from './good-requests.ts'
import { accessTable, httpActors, closeHouse, httpHouse, type HttpHouse } from './http-cast.ts'
import { readerOf, type App } from './reader.ts'
import { cellsOfRoute, expectedOf, idAt, routeCellName, sendCell, type RouteCell } from './route-cells.ts'

// Hundreds of requests in a test; a busy machine gets the time it needs.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let house: HttpHouse
const asked = vi.spyOn(pg.Client.prototype, 'query')
let db: Kysely<never>
let app: App
beforeAll(async () => {
  house = await httpHouse()
  // One connection, that has seen every page once: what a connection must learn first is no part of a question.
  db = openDatabase<never>({ ...house.db.config(appRole), max: 1 })
  // However long this takes, no reach is asked for anew because a minute went by.
  app = house.appWith({ db, reaches: reachKeeper(() => 0) })
  for (const route of routesOf('GET')) {
    const cell = goodCell(route)
    await sendCell(readerOf(app, cell.actor.token), cell)
  }
})
afterAll(async () => {
  await db.destroy()
  asked.mockRestore()
  await closeHouse(house)
})

// A read may be ended together with what comes next.
const textOf = (first: unknown): string =>
  (first instanceof Batch
    ? first.steps.map(({ text }) => text).join('; ')
    : typeof first === 'object' && first !== null && 'text' in first
      ? String(first.text)
      : String(first)
  ).replace(/^commit(; |$)/, '')

type Heard = { status: number; headers: string; body: string; statements: readonly string[] }

/** What a refused reader can see of the answer, and what the database was asked for it. */
const hear = async (cell: RouteCell): Promise<Heard> => {
  // Whether somebody's reach is still known from a moment ago is no part of what is asked.
  if (cell.route.method === 'GET') await sendCell(readerOf(app, cell.actor.token), cell)
  asked.mockClear()
  const answer = await sendCell(readerOf(app, cell.actor.token), cell)
  const body = await answer.text()
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? 'none'
  const ids = cell.named.map(({ object, place }) => idAt(object.resource, place, cell.actor))
  const plain = (text: string): string =>
    [nonce, ...ids, ...ids.map(encodeURIComponent)].reduce((rest, each) => rest.replaceAll(each, '…'), text)
  return {
    status: answer.status,
    headers: plain(JSON.stringify([...answer.headers].map(String).toSorted())),
    body: plain(body),
    statements: asked.mock.calls.map(([first]: unknown[]) => textOf(first)).filter((text) => text !== ''),
  }
}

const parts = ['status', 'headers', 'body', 'statements'] as const

const last = ({ named }: RouteCell) => named.at(-1)

/** What is not there for anybody hides nothing: who may see what it names hears 404 of the deed, not of the thing. */
const isDoneHere = ({ answers }: RouteRow): boolean => [...answers.values()].some((status) => status !== 404)

/** Each request that is refused because of what it names, beside the same request for what does not exist. */
const pairs = accessTable.routes.filter(isDoneHere).flatMap((route) =>
  httpActors
    // At the door it does not matter who is signed in: two will do, where a password is hashed each time.
    .filter(
      ({ name }) => route.actors.has(name) && (!route.path.includes(':code') || ['nobody', 'office'].includes(name)),
    )
    .flatMap((actor) => {
      const cells = cellsOfRoute(route, actor)
      return cells
        .filter((cell) => ['own', 'other'].includes(last(cell)?.place ?? '') && expectedOf(cell) === 404)
        .flatMap((hidden) => {
          const where = last(hidden)?.object.where
          const absent = cells.find((cell) => last(cell)?.object.where === where && last(cell)?.place === 'absent')
          return absent ? [{ hidden, absent }] : []
        })
    }),
)

test('what a reader may not see answers as what does not exist, byte for byte, and asks the database the same', async () => {
  expect(pairs.length).toBeGreaterThan(200)
  const found: string[] = []
  // What is nowhere is so for all that could have stood there.
  const nothing = new Map<RouteCell, Heard>()
  for (const { hidden, absent } of pairs) {
    const one = await hear(hidden)
    const other = nothing.get(absent) ?? (await hear(absent))
    nothing.set(absent, other)
    const differ = parts.filter((part) => String(one[part]) !== String(other[part]))
    if (differ.length > 0) found.push(`${routeCellName(hidden)}: ${differ.join(', ')}`)
    if (one.status !== 404 || one.statements.length === 0) found.push(`${routeCellName(hidden)} asked nothing`)
  }
  expect(found).toEqual([])
})
