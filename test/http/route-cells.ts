import { inject } from 'vitest'
import { readManifest } from '#platform/http/assets.ts'
import { entrances } from '#test/access/matrix-contexts.ts'
import { codeOf, idOf, type SchoolNumber } from '#test/access/cast-names.ts'
import { letterCodeOf } from '#test/access/letters-of-cast.ts'
import { isAllowed } from '#test/access/matrix.ts'
import { probes } from '#test/access/matrix-resources.ts'
import type { RouteObject, RouteRow, Verb } from '#test/access/parse-access.ts'
import { accessTable, type HttpActor } from './http-cast.ts'
import type { Fields, Reader } from './reader.ts'
import { besides, formFor } from './route-forms.ts'

/** Where what a request names stands: at school 1, at school 2, nowhere, or it is no id at all. */
export type Place = 'own' | 'other' | 'absent' | 'malformed'
const places: readonly Place[] = ['own', 'other', 'absent', 'malformed']
// Who has no business at an address is turned away before what it names is looked at.
const placesAtAShutDoor: readonly Place[] = ['own', 'other']

/** One request of one actor: a route, and what it names. */
export type RouteCell = {
  route: RouteRow
  actor: HttpActor
  named: readonly { object: RouteObject; place: Place }[]
}

export const routeCellName = ({ route, actor, named }: RouteCell): string =>
  [
    actor.name,
    route.method,
    route.path,
    ...named.map(({ object, place }) => `${object.where} ${object.resource} (${place})`),
  ].join(' ')

const nowhere: Readonly<Record<'absent' | 'malformed', string>> = {
  absent: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
  malformed: 'geen-id',
}

// What stands in an address and is nobody's.
const open: Readonly<Record<string, string>> = {
  ':name': readManifest(inject('assets')).css.replace('/assets/', ''),
  ':part': 'nieuw',
  ':vakantie': '2026-kerst',
  ':letter': letterCodeOf(1, 'open'),
  ':theme': 'ai',
  ':stage': 'BO',
  ':result/voorstel': `${idOf(1, 'exam result')}/voorstel`,
  ':result': idOf(1, 'waiting result'),
  ':key': 'school-1',
}

const homeOf = ({ school }: HttpActor): Place => (school === 1 ? 'own' : 'other')
const schoolAt = (place: Place): SchoolNumber => (place === 'other' ? 2 : 1)

/** Every request that this actor makes of this route: plain, and with each thing it may name at each place. */
export const cellsOfRoute = (route: RouteRow, actor: HttpActor): RouteCell[] => {
  const inPath = route.objects.filter(({ where }) => where.startsWith(':'))
  const others = route.objects.filter(({ where }) => !where.startsWith(':'))
  const home = inPath.slice(0, 1).map((object) => ({ object, place: homeOf(actor) }))
  const here = route.actors.has(actor.name) ? places : placesAtAShutDoor
  const each = (objects: readonly RouteObject[]) =>
    objects.flatMap((object, at) => {
      // What is nowhere is so for every object of the same place in the address.
      const first = objects.findIndex(({ where }) => where === object.where) === at
      // Nor is anything else that could stand there, for whom the door is shut.
      if (!first && !route.actors.has(actor.name)) return []
      return here.filter((place) => first || place === 'own' || place === 'other').map((place) => ({ object, place }))
    })
  const named = [
    ...(home.length === 0 ? [[]] : each(inPath).map((one) => [one])),
    ...each(others).map((one) => [...home, one]),
  ]
  return named.map((objects) => ({ route, actor, named: objects }))
}

export const idAt = (resource: string, place: Place, actor: HttpActor): string => {
  if (place === 'absent' || place === 'malformed') return nowhere[place]
  const n = schoolAt(place)
  if (resource === 'own-session' && place === 'own' && actor.person !== null)
    return idOf(actor.school, `session ${actor.person} ${actor.hat}`.trim())
  if (resource.endsWith('-session')) return idOf(n, 'session guardian')
  if (resource.endsWith('-reset')) return codeOf(n, resource === 'opened-reset' ? 'invited' : 'guardian')
  if (resource === 'import' || resource === 'import-reversal') return idOf(n, 'real import')
  if (resource.startsWith('child-note')) return idOf(n, 'note')
  const entrance = entrances[actor.name]
  const key = entrance && probes[resource]?.key(n, entrance)
  // What became of an agreement is named by that agreement.
  const id = key?.['id'] ?? key?.['agreement_id'] ?? key?.['person_id']
  if (typeof id !== 'string') throw new Error(`${resource} has no id to name in an address`)
  return id
}

export type Request = { method: string; path: string; fields: Fields }

/** The request of a cell: its address and, for a form, its fields. */
export const requestOf = ({ route, actor, named }: RouteCell): Request => {
  let { path } = route
  let fields: Fields = route.method === 'POST' ? formFor(route.path, actor) : {}
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(open)) path = path.replace(name, value)
  for (const { object, place } of named) {
    const id = idAt(object.resource, place, actor)
    if (object.where.startsWith(':')) path = path.replace(object.where, encodeURIComponent(id))
    else if (object.where.startsWith('?')) query.set(object.where.slice(1), id)
    else fields = { ...fields, ...besides(object.where, object.resource, schoolAt(place)), [object.where]: id }
  }
  // A code that opens nothing, where the table names none.
  path = path.replace(':code', 'geen-code')
  return { method: route.method, path: query.size > 0 ? `${path}?${query}` : path, fields }
}

export const sendCell = (reader: Reader, cell: RouteCell): Promise<Response> => {
  const { method, path, fields } = requestOf(cell)
  return method === 'POST' ? reader.post(path, fields) : reader.ask(path, { method })
}

const mayDo = (actor: string, { resource: id, where }: RouteObject, verb: Verb, place: Place): boolean => {
  const resource = accessTable.resources.find((one) => one.id === id)
  if (resource === undefined || place === 'absent' || place === 'malformed') return false
  // Who shows a code is its holder, whatever the school.
  if (where === ':code') return accessTable.allows('link-holder', id, verb)
  return isAllowed(accessTable, { actor, resource, verb, place })
}

/** On the public page of a school everybody reads what a passer-by does, and nothing more. */
const isPublic = ({ path }: RouteRow): boolean => path.startsWith('/scholen/:key/')

/** The status that docs/access.md promises this actor. */
export const expectedOf = ({ route, actor, named }: RouteCell, as = actor.name): number => {
  const absent = as === 'nobody' && route.method === 'GET' ? 303 : 404
  if (!route.actors.has(as)) return absent
  for (const { object, place } of named) {
    if (object.within !== null && !object.within.has(as)) return 404
    const reader = isPublic(route) ? 'passer-by' : as
    if (mayDo(reader, object, object.verb, place)) continue
    if (isPublic(route)) return absent
    return mayDo(reader, object, 'select', place) ? 403 : 404
  }
  const answer = route.answers.get(as)
  if (answer === undefined) throw new Error(`docs/access.md has no answer for ${as} at ${route.method} ${route.path}`)
  return answer
}

/** Whether this is the answer that docs/access.md promises. What is no id at all may also be said beside its field. */
export const isPromised = (cell: RouteCell, status: number, as = cell.actor.name): boolean => {
  const wanted = expectedOf(cell, as)
  const typed = cell.named.some(({ object, place }) => place === 'malformed' && /^\w/.test(object.where))
  return status === wanted || (typed && wanted === 404 && status === 422)
}
