import type { RouteRow } from '#test/access/parse-access.ts'
import { accessTable, httpActors, type HttpActor } from './http-cast.ts'
import { cellsOfRoute, expectedOf, type RouteCell } from './route-cells.ts'

/** Of each method: the routes that are reviewed. */
export const routesOf = (method: 'GET' | 'POST'): RouteRow[] =>
  accessTable.routes.filter((route) => route.method === method)

/** The first request of this actor that the reviewed table lets through. */
export const goodCellOf = (route: RouteRow, actor: HttpActor): RouteCell | undefined =>
  cellsOfRoute(route, actor).find((cell) => expectedOf(cell) < 400 && cell.route.actors.has(actor.name))

/** One good request of a route, by who may do most. @throws when nobody may make one */
export const goodCell = (route: RouteRow): RouteCell => {
  const [cell] = httpActors.toReversed().flatMap((actor) => goodCellOf(route, actor) ?? [])
  // The door of the demo answers nobody here.
  const closed = cellsOfRoute(route, httpActors[0] ?? fail(route))[0]
  return cell ?? closed ?? fail(route)
}

const fail = (route: RouteRow): never => {
  throw new Error(`nobody may make a request of ${route.method} ${route.path}`)
}
