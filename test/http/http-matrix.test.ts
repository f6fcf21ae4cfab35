import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { accessTable, httpActors, closeHouse, httpHouse, type HttpHouse } from './http-cast.ts'
import { readerOf } from './reader.ts'
import { cellsOfRoute, expectedOf, isPromised, routeCellName, sendCell, type RouteCell } from './route-cells.ts'
import { watchTables, type Watch } from './watch-tables.ts'

// Hundreds of requests in a test; a busy machine gets the time it needs.
vi.setConfig({ testTimeout: 480_000, hookTimeout: 120_000 })

let house: HttpHouse
let watch: Watch
beforeAll(async () => {
  house = await httpHouse()
  watch = await watchTables(house.db.owner)
})
afterAll(() => closeHouse(house))

const routes = accessTable.routes
const cells = routes.flatMap((route) => httpActors.flatMap((actor) => cellsOfRoute(route, actor)))
const ledger = ['app.ledger_entry', 'app.ledger_payload', 'app.ledger_waiting']

const served = (): Set<string> =>
  new Set(
    house.app.routes
      .filter(({ method, path }) => method !== 'ALL' || !path.endsWith('*'))
      .map(({ method, path }) => `${method} ${path}`),
  )

/** Asks the cells. @returns those that were answered otherwise than the table says */
const differences = async (asked: readonly RouteCell[]): Promise<string[]> => {
  const found: string[] = []
  for (const cell of asked) {
    const { status } = await sendCell(readerOf(house.app, cell.actor.token), cell)
    if (!isPromised(cell, status)) found.push(`${routeCellName(cell)}: ${status}, the table says ${expectedOf(cell)}`)
  }
  return found
}

test('every route that is served has its cells, for everybody who can hold a browser', () => {
  expect([...served()].toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted())
  expect(httpActors.length).toBe(26)
  expect(cells.length).toBeGreaterThan(2_000)
})

test('every address answers everybody as the reviewed table says, whatever it names', async () => {
  const gets = cells.filter(({ route }) => route.method === 'GET')
  expect(gets.length).toBeGreaterThan(1_000)
  const found: string[] = []
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    const asked = gets.filter((cell) => cell.route === route)
    found.push(...(await differences(asked)))
    const opened = /\blogged\b/.test(route.gets) ? asked.filter((cell) => expectedOf(cell) === 200).length : 0
    const wanted = opened === 0 ? [] : ledger.map((table) => ({ table, added: opened, gone: 0 }))
    const written = await watch.changes()
    if (JSON.stringify(written) !== JSON.stringify(wanted)) found.push(`${route.path} wrote ${JSON.stringify(written)}`)
    await watch.restore()
  }
  expect(found).toEqual([])
})

const isRefused = (cell: RouteCell): boolean => expectedOf(cell) >= 400

test('every form is refused to whom the reviewed table does not name, and a refused form changes nothing', async () => {
  const refused = cells.filter((cell) => cell.route.method === 'POST' && isRefused(cell))
  expect(refused.length).toBeGreaterThan(500)
  const found: string[] = []
  for (const route of routes) {
    found.push(...(await differences(refused.filter((cell) => cell.route === route))))
    const written = await watch.changes()
    if (written.length > 0) found.push(`${route.path} was refused and changed ${JSON.stringify(written)}`)
    await watch.restore()
  }
  expect(found).toEqual([])
})

test('every form does what it is for, for whom the reviewed table names, and in one school only', async () => {
  const done = cells.filter((cell) => cell.route.method === 'POST' && !isRefused(cell))
  expect(done.length).toBeGreaterThan(100)
  const found: string[] = []
  for (const cell of done) {
    found.push(...(await differences([cell])))
    await watch.restore()
  }
  expect(found).toEqual([])
})
