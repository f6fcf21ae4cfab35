import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser } from '#test/browser.ts'
import { addLesson, addReading } from '#test/lessons.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'
import { mostNotes } from './note.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await addReading(house.db)
  await addLesson(house.db, { starts: '2026-11-23T08:30', ends: '2026-11-23T09:20', title: 'Rekenen', place: '12' })
})
afterAll(() => house.drop())

beforeEach(async () => {
  await house.db.setNow('2026-11-23T09:00:00+01:00')
  await house.db.owner.query('delete from app.child_note; delete from app.child_note_hours')
  await house.events()
})

const path = '/boodschappen'
const words = 'Oma haalt je op <b>'

const open = async (name: string): Promise<Browser> => {
  const browser = house.as(name)
  expect([name, (await browser.get(path)).status]).toEqual([name, 200])
  return browser
}
const send = async (name = 'selma', fields: Record<string, string> = {}): Promise<Response> => {
  const browser = await open(name)
  return browser.post(path, { kind: klimboom.timo, words, ...fields })
}
const noteId = async (): Promise<string> => {
  const { rows } = await house.db.owner.query<{ id: string }>(
    'select id from app.child_note order by sent_at desc limit 1',
  )
  return rows[0]?.id ?? ''
}
const deed = async (
  name: string,
  what: string,
  fields: Record<string, string> = {},
  id?: string,
): Promise<Response> => {
  const browser = await open(name)
  return browser.post(`${path}/${id ?? (await noteId())}/${what}`, fields)
}

test('A guardian sends a note, the office gives it, and the guardian reads when, and not by whom.', async () => {
  expect((await send()).headers.get('location')).toBe('/boodschappen?gedaan=gestuurd')
  const before = await open('selma')
  expect(before.html).toContain('Oma haalt je op &lt;b&gt;')
  expect(before.html).toContain('wacht bij school')
  const office = await open('olga')
  expect(office.html).toContain('Er wacht één boodschap.')
  expect(office.html).toContain('4B')
  expect(office.html).toContain('Nu: Rekenen, lokaal 12, tot 9.20 uur')
  expect(office.html).toContain('Van ouder Selma, om 9.00 uur')
  await house.db.setNow('2026-11-23T11:20:00+01:00')
  expect((await deed('olga', 'gegeven')).status).toBe(303)
  const after = await open('selma')
  expect(after.html).toContain('gegeven om 11.20 uur')
  expect(after.html).toContain('Door school.')
  expect(after.html).not.toContain('Olga')
  const id = await noteId()
  expect(
    (await house.events()).map(({ event, about, payload, doer_person }) => [event, about, payload, doer_person]),
  ).toEqual([
    ['notes.note.sent', [id, klimboom.timo], {}, klimboom.selma],
    ['notes.note.given', [id, klimboom.timo], {}, klimboom.olga],
  ])
})

test('The other guardian, another family and another school read nothing of it, whichever way they ask.', async () => {
  await send()
  for (const name of ['bas', 'karim', 'pamAsParent', 'pamAsTeacher', 'hein', 'vliegerOffice', 'exTess'])
    expect([name, (await open(name)).html.includes('Oma haalt')]).toEqual([name, false])
  for (const name of ['bas', 'karim', 'pamAsParent'])
    expect([name, (await deed(name, 'intrekking')).status]).toEqual([name, 404])
  for (const name of ['pamAsTeacher', 'vliegerOffice', 'hein', 'exTess', 'selma', 'timo'])
    expect([name, (await deed(name, 'gegeven')).status]).toEqual([name, 404])
  for (const name of ['tess', 'hein', 'selma', 'vliegerOffice'])
    expect([name, (await deed(name, 'niet-gegeven', { reason: 'absent' })).status]).toEqual([name, 404])
  expect((await house.as('leftStaff').get(path)).status).toBe(404)
  const { rows } = await house.db.owner.query('select from app.child_note_outcome')
  expect(rows).toEqual([])
})

test('The teacher of the group of today sees what waits and gives it; who says it second changes nothing.', async () => {
  await send()
  const tess = await open('tess')
  expect(tess.html).toContain('Oma haalt')
  expect(tess.html).not.toContain('Lukt niet')
  expect((await deed('tess', 'gegeven')).headers.get('location')).toBe('/boodschappen?gedaan=gegeven')
  expect((await deed('olga', 'gegeven')).headers.get('location')).toBe('/boodschappen?gedaan=al')
  expect((await deed('selma', 'intrekking')).headers.get('location')).toBe('/boodschappen?gedaan=al')
  expect((await house.events()).map(({ event }) => event)).toEqual(['notes.note.sent', 'notes.note.given'])
})

test('The pupil reads it as soon as it is sent, with the first name of who sent it, and no more once it is taken back.', async () => {
  await send()
  const timo = await open('timo')
  expect(timo.html).toContain('Oma haalt je op &lt;b&gt;')
  expect(timo.html).toContain('Van je ouder Selma')
  expect(timo.html).not.toContain('<form action="/boodschappen')
  expect((await deed('selma', 'intrekking')).status).toBe(303)
  expect((await open('selma')).html).toContain('ingetrokken')
  expect((await open('timo')).html).toContain('Er is vandaag geen boodschap voor je.')
  expect((await open('olga')).html).toContain('Er wacht nu niets.')
})

test('What could not be given says why, and whom to call.', async () => {
  await house.db.owner.query(`insert into app.child_note_hours values ('${klimboom.school}', '14:00', '030 1234567')`)
  await send()
  expect((await deed('olga', 'niet-gegeven')).status).toBe(422)
  expect((await deed('olga', 'niet-gegeven', { reason: 'zomaar' })).status).toBe(422)
  expect((await deed('olga', 'niet-gegeven', { reason: 'went-home' })).status).toBe(303)
  const selma = await open('selma')
  expect(selma.html).toContain('niet gegeven')
  expect(selma.html).toContain('Timo was al naar huis. Bel de school: 030 1234567.')
  expect((await house.events()).at(-1)).toMatchObject({
    event: 'notes.note.not-given',
    payload: { reason: 'went-home' },
  })
})

test('After the time the school keeps, and on a day without school, the page says to call and takes nothing.', async () => {
  const olga = await open('olga')
  const hours = `/boodschappen/uren?school=${klimboom.school}`
  expect((await olga.post(hours, { until: 'straks' })).status).toBe(422)
  expect(olga.html).toContain('Schrijf de tijd als 14.00')
  expect((await olga.post(hours, { until: '12.30', phone: '030 1234567' })).status).toBe(303)
  expect((await house.events()).map(({ event }) => event)).toEqual(['notes.hours.kept'])
  await house.db.setNow('2026-11-23T12:29:00+01:00')
  expect((await open('selma')).html).toContain('Je kunt tot 12.30 uur een boodschap sturen.')
  await house.db.setNow('2026-11-23T12:30:00+01:00')
  const late = await open('selma')
  expect(late.html).toContain('na 12.30 uur komt een boodschap misschien te laat. Bel de school: 030 1234567.')
  expect(late.html).not.toContain('<textarea')
  expect((await late.post(path, { kind: klimboom.timo, words })).status).toBe(422)
  for (const day of ['2026-11-28', '2026-12-03', '2026-12-21']) {
    await house.db.setNow(`${day}T09:00:00+01:00`)
    expect([day, (await open('selma')).html.includes('er is vandaag geen school')]).toEqual([day, true])
    expect([day, (await send()).status]).toEqual([day, 422])
  }
  expect(await house.events()).toEqual([])
})

test.each<[{ words?: string; kind?: string }, string]>([
  [{ words: '' }, 'Schrijf wat je kind moet weten'],
  [{ words: 'x'.repeat(201) }, 'Schrijf hoogstens 200 tekens'],
  [{ kind: '' }, 'Kies een kind'],
])('A note with %j comes back with its message and what was typed.', async (change, message) => {
  const selma = await open('selma')
  expect((await selma.post(path, { kind: klimboom.timo, words, ...change })).status).toBe(422)
  expect(selma.html).toContain(message)
  expect(selma.html).toContain('<title>Fout: ')
  expect(selma.html).toContain(`${(change.words ?? words).replace('<b>', '&lt;b&gt;')}</textarea>`)
  expect(await house.events()).toEqual([])
})

test('A child of another family is not there; five notes a day are enough; and tomorrow today is over.', async () => {
  expect((await send('selma', { kind: klimboom.noor })).status).toBe(404)
  expect((await send('karim')).status).toBe(404)
  for (let count = 0; count < mostNotes; count += 1) expect((await send()).status).toBe(303)
  const selma = await open('selma')
  expect((await selma.post(path, { kind: klimboom.timo, words })).status).toBe(422)
  expect(selma.html).toContain('Je hebt vandaag al vijf boodschappen gestuurd')
  expect((await send('bas')).status).toBe(303)
  const id = await noteId()
  await house.db.setNow('2026-11-24T09:00:00+01:00')
  expect((await open('olga')).html).not.toContain('Oma haalt')
  expect((await deed('olga', 'gegeven', {}, id)).status).toBe(404)
  expect((await deed('olga', 'gegeven', {}, 'x')).status).toBe(404)
})

test('A teacher of an earlier group, and a guardian no longer, are told nothing any more.', async () => {
  await send()
  const { owner } = house.db
  await owner.query(`update app.group_teacher set ended_on = '2026-11-23' where person_id = '${klimboom.tess}'`)
  expect((await open('tess')).html).not.toContain('Oma haalt')
  await owner.query(`update app.group_teacher set ended_on = null where person_id = '${klimboom.tess}'`)
  await owner.query(`update app.guardianship set ended_on = '2026-11-23' where guardian_id = '${klimboom.selma}'`)
  expect((await house.as('selma').get(path)).status).toBe(404)
  await owner.query(`update app.guardianship set ended_on = null where guardian_id = '${klimboom.selma}'`)
})
