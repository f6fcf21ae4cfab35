import { idOf, loginOf, type SchoolNumber } from '#test/access/matrix-cast.ts'
import type { HttpActor } from './http-cast.ts'
import { canary, password } from './http-cast.ts'
import { proofOf, rosterFile } from './read-rosters.ts'
import type { Fields } from './reader.ts'

const lastDay = '31-7-2027'
const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//test',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTAMP:20261101T080000Z',
  'DTSTART:20261124T080000Z',
  'DTEND:20261124T090000Z',
  'SUMMARY:Taal',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')
const feed = () => new File([calendar], 'rooster.ics', { type: 'text/calendar' })
const asked = { what: 'Bladzijde 5', subject: 'Rekenen', due: 'volgende', way: 'either', minutes: '20' }
/** The group that this one teaches, or tries. */
const groupOf = (name: string): string =>
  ['other-teacher', 'former-teacher', 'staff-hat'].includes(name) ? '5A' : '4B'
const nobodyYet = { lastName: 'Nieuwkomer' }

/** What a good form of each route holds, beside its token. */
const forms: Readonly<Record<string, (actor: HttpActor) => Fields>> = {
  '/inloggen': () => ({ login: loginOf(1, 'guardian'), password }),
  '/inloggen/proef': () => ({ login: loginOf(1, 'guardian') }),
  '/sessie/einde': () => ({}),
  '/taal': () => ({ lang: 'en', back: '/vandaag' }),
  '/account/rol': ({ name, hat }) => ({ hat: hat || hatOf(name) }),
  '/account/wachtwoord': () => ({ password, newPassword: 'vijf rode trommels' }),
  '/account/sessies/einde': () => ({}),
  '/account/sessies/:id/einde': () => ({}),
  '/aanmelding/:code': () => ({ login: 'nieuw@voorbeeld.example', password: 'vijf rode trommels' }),
  '/leerlingen/:id/uitschrijving': () => ({ lastDay }),
  '/leerlingen/:id/ouders': () => ({ ...nobodyYet, relation: 'mother', language: 'nl' }),
  '/ouderschappen/:id/einde': () => ({ from: lastDay }),
  '/personen/:id/contact': () => ({ email: 'anders@voorbeeld.example', language: 'nl' }),
  '/personen/:id/uitnodiging': () => ({}),
  '/medewerkers': () => nobodyYet,
  '/medewerkers/:id/rollen': () => ({ role: 'head' }),
  '/rollen/:id/einde': () => ({ from: lastDay }),
  '/roosters': ({ school }) => ({ of: idOf(school, '4B'), file: feed() }),
  '/roosters/:id/bestand': () => ({ file: feed() }),
  '/roosters/:id/einde': () => ({}),
  '/huiswerk': ({ school, name }) => ({ ...asked, kind: 'homework', group: idOf(school, groupOf(name)) }),
  '/huiswerk/:id/wijziging': () => ({ ...asked, due: '2026-11-26' }),
  '/huiswerk/:id/intrekking': () => ({}),
  '/huiswerk/:id/klaar': () => ({}),
  '/huiswerk/:id/klaar/einde': () => ({}),
  '/gespreksvraag': () => ({}),
  '/gespreksvraag/einde': () => ({}),
  '/inlezingen': () => ({ format: 'pupils', file: rosterFile() }),
  '/inlezingen/:id/toepassing': ({ school }) => ({ proef: proofOf(school), weg: 'blijven' }),
  '/inlezingen/:id/verwerping': () => ({}),
  '/inlezingen/:id/terugdraaiing': () => ({}),
  '/school/regio': () => ({ region: 'zuid' }),
  '/school/vrije-dagen': () => ({ name: 'Juffendag', firstDay: '12-1-2027' }),
  '/school/vrije-dagen/:id/einde': () => ({}),
}

const hatOf = (name: string): string =>
  name.endsWith('guardian') ? 'guardian' : name === 'child' || name === 'classmate' ? 'pupil' : 'staff'

/** @throws for a route nobody wrote a form for */
export const formFor = (path: string, actor: HttpActor): Fields => {
  const form = forms[path]
  if (form === undefined) throw new Error(`test/http/route-forms.ts has no form for ${path}`)
  return form(actor)
}

/** What a form says beside the id it names, so that the id is weighed: the name of whom it means. */
export const besides = (field: string, resource: string, school: SchoolNumber): Fields =>
  field === 'same' ? { firstName: canary + resource.replace('-person', ''), lastName: `Van School ${school}` } : {}
