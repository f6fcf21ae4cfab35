import { idOf, loginOf, type SchoolNumber } from '#test/access/cast-names.ts'
import { birthDate, letterCodeOf, slipOf } from '#test/access/letters-of-cast.ts'
import type { HttpActor } from './http-cast.ts'
import { canary, monday, password } from './http-cast.ts'
import { draftKey } from '#modules/accounts/second-step.ts'
import { codeAt, stepSeconds } from '#modules/accounts/totp.ts'
import { testVault } from '#test/rig.ts'
import { previewOf } from './read-results.ts'
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
/** The smallest picture there is: one grey dot. */
const picture = () =>
  new File(
    [
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
        'base64',
      ),
    ],
    'stip.png',
    { type: 'image/png' },
  )
const teachesElsewhere = ['other-teacher', 'former-teacher', 'staff-hat']
const announcement = ({ name, school }: HttpActor): Fields => ({
  title: 'Sportdag',
  body: 'Neem sportkleren mee.',
  guardian: 'on',
  reach: 'groepen',
  [`groep-${idOf(school, teachesElsewhere.includes(name) ? '5A' : '4B')}`]: 'on',
  file1: picture(),
})
const overseers = ['head', 'office', 'administrator', 'other-office']
/** What the school agrees, by who oversees it; of others what the own class does. */
const agreement = ({ name, school }: HttpActor): Fields => ({
  kind: 'group-rule',
  scope: overseers.includes(name) ? 'school' : `class-${idOf(school, groupOf(name))}`,
  't-subjects-reminders': 'on',
  't-photos': 'none',
  't-chatter': 'nowhere',
  school: 'Wij openen een groep per klas.',
  parents: 'Je vraagt daar wat de klas aangaat.',
  pupils: 'Je zegt niets over een ander.',
})
/** Whose day this guardian reads, where it is not the child of most. */
const childOf: Readonly<Record<string, string>> = {
  'other-guardian': 'classmate',
  'blocked-guardian': 'classmate',
  'adult-guardian': 'adult',
  'opened-guardian': 'adult',
}
/** A test of the group that this one teaches, or tries. */
const written: Fields = {
  kind: 'written',
  scale: 'tenths',
  subject: 'Rekenen',
  what: 'Hoofdstuk 7',
  weight: '1',
  dossier: 'progress',
  madeOn: '20-11-2026',
}
const nobodyYet = { lastName: 'Nieuwkomer' }

/** What the app of this session's page says on that Monday. */
const appCode = (token: string): string =>
  codeAt(draftKey(testVault, token), Math.floor(Date.parse(monday) / 1000 / stepSeconds))
const period = {
  name: 'Eerste rapport',
  firstDay: '1-9-2026',
  lastDay: '22-1-2027',
  reportOn: '29-1-2027',
  reportAt: '15.00',
}
const tripTo = (whom: string): Fields => ({ kind: 'trip', firstDay: '12-1-2027', whom })

/** What a good form of each route holds, beside its token. */
const forms: Readonly<Record<string, (actor: HttpActor) => Fields>> = {
  '/inloggen': () => ({ login: loginOf(1, 'guardian'), password }),
  '/inloggen/proef': () => ({ login: loginOf(1, 'guardian') }),
  '/sessie/einde': () => ({}),
  '/taal': () => ({ lang: 'en', back: '/vandaag' }),
  '/account/rol': ({ name, hat }) => ({ hat: hat || hatOf(name) }),
  '/account/wachtwoord': () => ({ password, newPassword: 'vijf rode trommels' }),
  '/inloggen/passkey/vraag': () => ({}),
  '/inloggen/passkey': () => ({ antwoord: '{}' }),
  '/wachtwoord-vergeten': () => ({ login: loginOf(1, 'guardian') }),
  '/herstel': () => ({ code: 'ABCD-EFGH-JK23' }),
  '/herstel/:code': () => ({ password: 'vijf rode trommels' }),
  '/account/tweede-stap': () => ({ code: '123456' }),
  '/account/tweede-stap/nieuw': ({ token }) => ({ code: appCode(token ?? '') }),
  '/account/herstelcodes': () => ({}),
  '/account/bevestigen': () => ({ password }),
  '/account/inlognaam': () => ({ login: 'anders' }),
  '/account/inlognaam/:code': () => ({}),
  '/account/passkeys/vraag': () => ({ doel: 'bevestigen' }),
  '/account/passkeys': () => ({ antwoord: '{}' }),
  '/account/passkeys/:id/naam': () => ({ name: 'Laptop' }),
  '/account/passkeys/:id/einde': () => ({}),
  '/personen/:id/herstelcode': () => ({}),
  '/medewerkers/:id/tweede-stap/einde': () => ({}),
  '/account/sessies/einde': () => ({}),
  '/account/sessies/:id/einde': () => ({}),
  '/aanmelding/:code': () => ({ login: 'nieuw@voorbeeld.example', password: 'vijf rode trommels' }),
  '/boodschappen': ({ name, school }) => ({
    kind: idOf(school, childOf[name] ?? 'child'),
    words: 'Oma haalt je op',
  }),
  '/boodschappen/uren': () => ({ until: '13.30' }),
  '/boodschappen/:id/gegeven': () => ({}),
  '/boodschappen/:id/niet-gegeven': () => ({ reason: 'went-home' }),
  '/boodschappen/:id/intrekking': () => ({}),
  '/brief': () => ({ code: letterCodeOf(1, 'open') }),
  '/brief/:letter': () => ({ day: birthDate.slice(8), month: birthDate.slice(5, 7), year: birthDate.slice(0, 4) }),
  '/inlogbriefje': () => ({ ...slipOf(1), password: 'vijf rode trommels' }),
  '/account/eigen-wachtwoord': () => ({
    day: '1',
    month: '1',
    year: '2018',
    login: 'nieuw',
    password: 'vijf rode trommels',
  }),
  '/brieven': () => ({ again: 'on' }),
  '/brieven/klassen/:id/inlogbriefjes': () => ({}),
  '/brieven/woord': () => ({ word: 'gele appel' }),
  '/brieven/mail': () => ({}),
  '/ouderschappen/:id/brief': () => ({}),
  '/leerlingen/:id/brief': () => ({}),
  '/leerlingen/:id/uitschrijving': () => ({ lastDay }),
  '/leerlingen/:id/ouders': () => ({ ...nobodyYet, relation: 'mother', authority: 'full', language: 'nl' }),
  '/leerlingen/:id/geboortedatum': () => ({ born: birthDate.split('-').toReversed().join('-') }),
  '/ouderschappen/:id/woonplek': () => ({ lives: 'partly' }),
  '/ouderschappen/:id/gezag': () => ({
    state: 'blocked',
    kind: 'court_order',
    datedOn: '1-10-2026',
    forbids: 'on',
    reviewOn: '1-10-2027',
  }),
  '/meekijken/:id': () => ({}),
  '/meekijken/:id/einde': () => ({}),
  '/medewerkers/:id/einde': () => ({ lastDay }),
  '/functies': () => ({ ...nobodyYet, role: 'board_member' }),
  '/functies/:id/einde': () => ({ from: lastDay }),
  '/personen/:id/functies': ({ school }) => ({ role: 'class_parent', group: idOf(school, '4B') }),
  '/invallers': ({ school }) => ({
    person: idOf(school, 'teacher'),
    group: idOf(school, '5A'),
    from: '24-11-2026',
    until: '25-11-2026',
  }),
  '/invallers/:id/einde': () => ({}),
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
  '/mededelingen': announcement,
  '/mededelingen/:id/wijziging': announcement,
  '/mededelingen/:id/publicatie': () => ({}),
  '/mededelingen/:id/intrekking': () => ({}),
  '/laten-zien': ({ name, school }) => ({
    line: 'Mijn vulkaan van klei',
    file: picture(),
    ...(hatOf(name) === 'staff' ? { of: idOf(school, 'child') } : {}),
  }),
  '/laten-zien/:id/einde': () => ({}),
  '/zicht': ({ name, school }) => ({ kind: idOf(school, childOf[name] ?? 'child'), alles: 'none' }),
  '/zicht/vragen': ({ name, school }) => ({ kind: idOf(school, childOf[name] ?? 'child'), weeks: '4' }),
  '/zicht/vragen/:id/antwoord': () => ({ says: 'yes', as: 'mentor' }),
  '/zicht/vragen/:id/intrekking': () => ({}),
  '/cijfers/:id/vertellen': () => ({ choice: 'told' }),
  '/cijfers/:id/vertellen/einde': () => ({}),
  '/toetsen': ({ name, school }) => ({ ...written, group: idOf(school, groupOf(name)) }),
  '/toetsen/inlezen': ({ name, school }) => ({
    group: idOf(school, groupOf(name)),
    text: 'naam;Hoofdstuk 6\nNiemand;7',
    subject: 'Taal',
  }),
  '/toetsen/inlezen/toepassing': ({ name, school }) => ({ ...previewOf(name), group: idOf(school, groupOf(name)) }),
  '/toetsen/:id/cijfers': ({ school }) => {
    const child = idOf(school, 'child')
    return { [`c-${child}`]: '7,5', [`t-${child}`]: '', [`v-${child}`]: '' }
  },
  '/toetsen/:id/weten': () => ({}),
  '/toetsen/:id/wijziging': () => written,
  '/toetsen/:id/einde': () => ({}),
  '/toetsen/:id/cijfers/:result/vrijgave': () => ({ who: 'pupil', reason: 'Het kind gaat op reis.' }),
  '/toetsen/:id/cijfers/:result/intrekking': () => ({}),
  '/toetsen/:id/cijfers/:result/voorstel': () => ({ grade: '6,0', examReason: 'Een vraag was dubbel geteld.' }),
  '/examendossier/:id/besluit': () => ({ says: 'yes' }),
  '/gesprekken/:id/gevoerd': () => ({}),
  '/leerlingen/:id/pauze': () => ({ until: '27-11-2026' }),
  '/leerlingen/:id/pauze/einde': () => ({}),
  '/afspraken': agreement,
  '/afspraken/:id/wijziging': agreement,
  '/afspraken/:id/verwijdering': () => ({}),
  '/afspraken/:id/aanbod': () => ({}),
  '/afspraken/:id/intrekking': () => ({ reason: 'De tekst klopt niet.' }),
  '/afspraken/:id/ja': () => ({}),
  '/afspraken/:id/ja/tegenspraak': () => ({}),
  '/afspraken/:id/gelezen/tegenspraak': () => ({}),
  '/afspraken/:id/jawoorden': ({ school }) => ({ [`ja-${idOf(school, 'adult')}`]: 'on' }),
  '/afspraken/:id/voorlegging': () => ({ laidOn: '23-11-2026', answerBy: '21-12-2026' }),
  '/afspraken/:id/ontheffing': () => ({ body: 'parents', reason: 'Het stond al in de schoolgids.' }),
  '/afspraken/:id/besluit': ({ school }) => ({
    laying: idOf(school, 'laying'),
    outcome: 'yes',
    decidedOn: '23-11-2026',
    minutes: 'Punt 4',
  }),
  '/afspraken/:id/ingang': () => ({ startsOn: '24-11-2026', endsOn: lastDay }),
  '/afspraken/:id/einde': () => ({ lastDay, why: 'Het werkte niet.' }),
  '/afspraken/:id/gelezen': () => ({}),
  '/afspraken/:id/gelezen-op-papier': ({ school }) => ({ [`wie-${idOf(school, 'child')}`]: 'on' }),
  '/afspraken/:id/peiling': () => ({ question: 'Is dit goed?', closesOn: '1-12-2026' }),
  '/peilingen/:id': () => ({ answer: 'yes' }),
  '/afspraken/onderwerpen/:theme': () => ({ meanwhile: 'Elke leraar zegt het vooraf.', body: 'council' }),
  '/afspraken/onderwerpen/:theme/einde': () => ({}),
  '/school/regio': () => ({ region: 'zuid' }),
  '/school/vrije-dagen': () => ({ name: 'Juffendag', firstDay: '12-1-2027' }),
  '/school/vrije-dagen/:id/einde': () => ({}),
  '/school/vakanties/:vakantie': () => ({ how: 'moved', firstDay: '21-12-2026', lastDay: '3-1-2027' }),
  '/school/kalender': () => tripTo('school'),
  '/school/kalender/:id': () => tripTo('school'),
  '/school/kalender/:id/einde': () => ({}),
  '/rapportmomenten': () => ({
    stage: 'BO',
    name: 'Derde rapport',
    firstDay: '30-8-2027',
    lastDay: '21-1-2028',
    reportOn: '21-1-2028',
    reportAt: '15.00',
  }),
  '/rapportmomenten/regels/:stage': () => ({ guideWeeks: '24' }),
  '/rapportmomenten/:id': () => period,
  '/rapportmomenten/:id/einde': () => ({}),
}

const hatOf = (name: string): string =>
  name.endsWith('guardian') ? 'guardian' : ['child', 'classmate', 'adult'].includes(name) ? 'pupil' : 'staff'

/** @throws for a route nobody wrote a form for */
export const formFor = (path: string, actor: HttpActor): Fields => {
  const form = forms[path]
  if (form === undefined) throw new Error(`test/http/route-forms.ts has no form for ${path}`)
  return form(actor)
}

/** What a form says beside the id it names, so that the id is weighed: the name of whom it means. */
export const besides = (field: string, resource: string, school: SchoolNumber): Fields =>
  field === 'same' ? { firstName: canary + resource.replace('-person', ''), lastName: `Van School ${school}` } : {}
