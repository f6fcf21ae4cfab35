import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { lines, onPages, wordsOf } from '#test/agreements.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
const { agreed, send, read } = onPages(() => house)
beforeAll(async () => {
  house = await twoSchools()
  await house.db.owner.query(`insert into app.school_stage values ('${klimboom.school}', 'VO');
    update app.pupil set year_group = '11' where person_id = '${klimboom.sem}'`)
})
afterAll(() => house.drop())
beforeEach(async () => {
  await house.db.setNow('2026-11-23T09:00:00+01:00')
  await house.db.owner.query('delete from app.report_period; delete from app.report_rule; delete from app.agreement')
  await house.events()
})

const base = '/rapportmomenten'
const here = `${base}?school=${klimboom.school}`
const plan = {
  stage: 'VO',
  name: 'Periode 2',
  firstDay: '7-11-2026',
  lastDay: '22-1-2027',
  reportOn: '29-1-2027',
  reportAt: '15.00',
}
const rest = {
  first: { ...plan, name: 'Periode 1', firstDay: '1-9-2026', lastDay: '6-11-2026', reportOn: '13-11-2026' },
  third: { ...plan, name: 'Periode 3', firstDay: '23-1-2027', lastDay: '2-4-2027', reportOn: '9-4-2027' },
  last: { ...plan, name: 'Periode 4', firstDay: '3-4-2027', lastDay: '9-7-2027', reportOn: '2-7-2027' },
}

const add = async (fields: Record<string, string> = plan, who = 'hein') => send(who, here, fields)

const idOf = async (name: string): Promise<string> =>
  (await house.db.owner.query<{ id: string }>('select id from app.report_period where name = $1', [name])).rows[0]
    ?.id ?? ''

const names = async (): Promise<string[]> =>
  (await house.db.owner.query<{ name: string }>('select name from app.report_period order by starts_on')).rows.map(
    ({ name }) => name,
  )

/** A whole year of secondary school, and of primary school. */
const wholeYear = async () => {
  for (const fields of [rest.first, plan, rest.third, rest.last]) expect((await add(fields)).status).toBe(303)
}

const reportOnly = { kind: 'grade-release', 't-when': 'report', 't-time': '17.00', 't-later': '0', ...lines }
const article = 'artikel 2.97 van de Wet voortgezet onderwijs 2020'

test('The office, the administrator and the head add a period; everybody at the school reads when the report comes.', async () => {
  await add(rest.first, 'olga')
  await add(plan, 'ada')
  await add({ ...rest.third, stage: 'VO' }, 'hein')
  expect(await names()).toEqual(['Periode 1', 'Periode 2', 'Periode 3'])
  expect((await house.events()).map(({ event, doer_person }) => [event, doer_person])).toEqual([
    ['reports.period.added', klimboom.olga],
    ['reports.period.added', klimboom.ada],
    ['reports.period.added', klimboom.hein],
  ])
  const parent = await read('pamAsParent', base)
  expect(parent.words).toContain('Het volgende rapport: vrijdag 29 januari om 15.00 uur.')
  expect(parent.words).toContain('Voortgezet onderwijs')
  expect(parent.words).not.toContain('Basisonderwijs')
  expect(parent.words).not.toMatch(/Wijzigen|Verwijderen|Zet erbij/)
  const teacher = await read('tess', base)
  expect(teacher.words).toMatch(/Basisonderwijs[\s\S]*Voortgezet onderwijs/)
  expect(teacher.words).not.toMatch(/Wijzigen|Verwijderen|Zet erbij/)
  const child = await read('timo', base)
  expect(child.words).toContain('Basisonderwijs')
  expect(child.words).toContain('De dag van het volgende rapport is nog niet bekend.')
  expect(child.words).not.toContain('29 januari')
})

test('Who does not keep the calendar changes nothing, and of another school nothing is there.', async () => {
  await add()
  const id = await idOf('Periode 2')
  for (const who of ['tess', 'selma', 'timo', 'pamAsTeacher', 'vliegerOffice'])
    for (const path of [here, `${base}/${id}`, `${base}/${id}/einde`, `${base}/regels/VO?school=${klimboom.school}`])
      expect([who, path, (await send(who, path, { ...plan, guideWeeks: '20' })).status]).toEqual([who, path, 404])
  expect((await read('vliegerOffice', base)).words).not.toContain('Periode 2')
  expect((await read('olga', `${base}?school=${vlieger.school}`)).status).toBe(404)
  expect((await read('selma', here)).status).toBe(404)
  expect((await send('olga', `${base}?school=${vlieger.school}`, plan)).status).toBe(404)
  for (const stage of ['VSO', 'XX', '%00'])
    expect((await read('olga', `${base}/regels/${stage}?school=${klimboom.school}`)).status).toBe(404)
  expect((await add({ ...plan, stage: 'SO' })).status).toBe(404)
  expect(await names()).toEqual(['Periode 2'])
})

test.each([
  [{ stage: '' }, 'Kies voor welk onderwijs'],
  [{ name: ' ' }, 'Geef de periode een naam'],
  [{ name: 'x'.repeat(61) }, 'hoogstens 60 tekens'],
  [{ firstDay: '' }, 'Vul de eerste dag in'],
  [{ lastDay: '31-2-2027' }, 'Schrijf de dag als'],
  [{ lastDay: '7-11-2026' }, 'De laatste dag komt na de eerste dag'],
  [{ reportOn: '6-11-2026' }, 'Het rapport komt niet voor de eerste dag van de periode'],
  [{ reportOn: '24-3-2027' }, 'hoogstens 60 dagen na de laatste dag'],
  [{ reportAt: 'later' }, 'Schrijf de tijd als 15.00'],
  [{ reportAt: '6.59' }, 'Kies een tijd van 7.00 tot en met 21.00 uur'],
  [{ reportAt: '21.01' }, 'Kies een tijd van 7.00 tot en met 21.00 uur'],
])('A period with %j comes back with its message and what was typed.', async (change, message) => {
  const answer = await add({ ...plan, ...change })
  expect(answer.status).toBe(422)
  expect(wordsOf(answer.browser)).toContain(message)
  expect(answer.browser.html).toContain('<title>Fout: ')
  expect(answer.browser.html).toContain(`value="${{ ...plan, ...change }.lastDay}"`)
  expect(await house.events()).toEqual([])
})

test('Two periods of one stage share no day, and reports come in their order; another stage has its own.', async () => {
  await add()
  const crossing = await add({
    ...plan,
    name: 'Dubbel',
    firstDay: '22-1-2027',
    lastDay: '1-3-2027',
    reportOn: '2-3-2027',
  })
  expect(crossing.status).toBe(422)
  expect(wordsOf(crossing.browser)).toContain('Op deze dagen loopt Periode 2 al')
  const early = await add({ ...rest.third, reportOn: '29-1-2027' })
  expect(wordsOf(early.browser)).toContain('Dat van Periode 2 komt op 29 januari 2027')
  expect((await add({ ...plan, stage: 'BO' })).status).toBe(303)
  expect(await names()).toEqual(['Periode 2', 'Periode 2'])
})

test('Of two that add the same days at once one is refused.', async () => {
  const answers = await Promise.all([add(), add({ ...plan, name: 'Tegelijk' }, 'olga')])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 422]))
  expect((await names()).length).toBe(1)
})

test('A period is changed after it began; the moment of its report is not, once it has passed.', async () => {
  await wholeYear()
  const [first, second] = [await idOf('Periode 1'), await idOf('Periode 2')]
  expect((await send('olga', `${base}/${second}`, { ...plan, name: 'SE1', reportAt: '16.30' })).status).toBe(303)
  expect((await read('pamAsParent', base)).words).toContain('vrijdag 29 januari om 16.30 uur')
  const form = await read('olga', `${base}/${first}`)
  expect(form.words).toContain('De dag en de tijd ervan staan vast.')
  expect((await send('olga', `${base}/${first}`, { ...rest.first, name: 'Herfst' })).status).toBe(303)
  const moved = await send('olga', `${base}/${first}`, { ...rest.first, reportOn: '20-11-2026' })
  expect([moved.status, wordsOf(moved.browser)]).toEqual([422, expect.stringContaining('Dit rapport is geweest.')])
  const past = await send('olga', `${base}/${second}`, { ...plan, reportOn: '23-11-2026', reportAt: '9.00' })
  expect([past.status, wordsOf(past.browser)]).toEqual([422, expect.stringContaining('Dit moment is al voorbij')])
  expect((await send('olga', `${base}/${first}/einde`)).status).toBe(422)
  expect(await names()).toEqual(['Herfst', 'SE1', 'Periode 3', 'Periode 4'])
})

test('A period of which the report is to come can be taken away, but not when something hangs on it.', async () => {
  await wholeYear()
  const id = await idOf('Periode 4')
  await house.db.owner.query(`create table app.hangs_on_period (school_id uuid, period_id uuid,
      foreign key (school_id, period_id) references app.report_period (school_id, id));
    insert into app.hangs_on_period values ('${klimboom.school}', '${id}')`)
  const refused = await send('olga', `${base}/${id}/einde`)
  expect([refused.status, wordsOf(refused.browser)]).toEqual([
    422,
    expect.stringContaining('Bij deze periode horen al toetsen.'),
  ])
  await house.db.owner.query('drop table app.hangs_on_period')
  await house.events()
  expect((await send('olga', `${base}/${id}/einde`)).status).toBe(303)
  expect((await send('olga', `${base}/${id}/einde`)).status).toBe(404)
  expect((await house.events()).map(({ event, about }) => [event, about])).toEqual([['reports.period.removed', [id]]])
})

test('In primary school reports lie no further apart than the school guide says, with the article of the law.', async () => {
  const first = { ...plan, stage: 'BO', name: 'Eerste', firstDay: '1-9-2026' }
  const second = {
    ...plan,
    stage: 'BO',
    name: 'Tweede',
    firstDay: '23-1-2027',
    lastDay: '9-7-2027',
    reportOn: '25-6-2027',
  }
  const late = await add({ ...first, lastDay: '5-3-2027', reportOn: '5-3-2027' })
  expect(late.status).toBe(422)
  expect(wordsOf(late.browser)).toContain('Zo horen ouders van 1 september 2026 tot 5 maart 2027 niet hoe het gaat')
  expect(wordsOf(late.browser)).toContain('artikel 11 van de Wet op het primair onderwijs')
  expect((await add(first)).status).toBe(303)
  expect((await add(second)).status).toBe(303)
  const [one, two] = [await idOf('Eerste'), await idOf('Tweede')]
  const moved = await send('olga', `${base}/${two}`, { ...second, reportOn: '6-8-2027' })
  expect([moved.status, wordsOf(moved.browser)]).toEqual([
    422,
    expect.stringContaining('van 29 januari 2027 tot 6 augustus'),
  ])
  expect((await send('olga', `${base}/${one}/einde`)).status).toBe(303)
  const gone = await send('olga', `${base}/${two}/einde`)
  expect([gone.status, wordsOf(gone.browser)]).toEqual([
    422,
    expect.stringContaining('Zo staat er geen rapport meer vast'),
  ])
})

test('The weeks of the school guide are at most half a year, and no fewer than the reports lie apart.', async () => {
  const rule = (stage: string, fields: Record<string, string>) =>
    send('hein', `${base}/regels/${stage}?school=${klimboom.school}`, fields)
  const long = await rule('VO', { rounding: 'half_up', guideWeeks: '27' })
  expect(long.status).toBe(422)
  expect(wordsOf(long.browser)).toContain('De wet vraagt dat de school regelmatig vertelt hoe het gaat')
  expect(wordsOf(long.browser)).toContain(article)
  for (const weeks of ['', '3', 'veel', '1000'])
    expect([weeks, (await rule('VO', { rounding: 'down', guideWeeks: weeks })).status]).toEqual([weeks, 422])
  expect((await rule('VO', { rounding: 'naar boven', guideWeeks: '20' })).status).toBe(422)
  expect((await rule('VO', { rounding: 'down', guideWeeks: '20' })).status).toBe(303)
  expect((await house.events()).map(({ event, payload }) => [event, payload])).toEqual([
    ['reports.rule.kept', { stage: 'VO', rounding: 'down', guideWeeks: 20 }],
  ])
  const parent = await read('pamAsParent', base)
  expect(parent.words).toContain('hoogstens 20 weken')
  expect(parent.words).toContain('5,49 wordt 5,4')
  await add({ ...plan, stage: 'BO', firstDay: '1-9-2026' })
  const few = await rule('BO', { guideWeeks: '20' })
  expect([few.status, wordsOf(few.browser)]).toEqual([422, expect.stringContaining('hoogstens 20 weken (artikel 11')])
  expect((await rule('BO', { guideWeeks: '22' })).status).toBe(303)
  expect((await read('timo', base)).words).not.toContain('gemiddelde')
})

test('Grades with the report alone are not agreed where the reports come too seldom, and hold the reports once agreed.', async () => {
  await add(rest.first)
  await add(rest.last)
  const drafted = await send('hein', `/afspraken?school=${klimboom.school}`, { ...reportOnly, scope: 'stage-VO' })
  const [, id = ''] = /\/afspraken\/([0-9a-f-]{36})/.exec(drafted.headers.get('location') ?? '') ?? []
  const lay = () => send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-11-2026', answerBy: '' })
  const refused = await lay()
  expect(refused.status).toBe(422)
  expect(wordsOf(refused.browser)).toContain('Zo horen ouders van 23 november 2026 tot 2 juli 2027 niet hoe het gaat')
  expect(wordsOf(refused.browser)).toContain(article)
  expect((await house.db.owner.query('select from app.agreement_laying')).rowCount).toBe(0)
  await add(plan)
  expect((await lay()).status).toBe(303)
  await house.db.owner
    .query(`insert into app.agreement_answer (school_id, laying_id, outcome, decided_on, minutes, by_council)
    select school_id, id, 'yes', '2026-11-02', 'Punt 4', false from app.agreement_laying`)
  // Between laying and beginning the reports were moved apart: the deed asks again.
  await house.db.owner.query(`delete from app.report_period where name = 'Periode 2'`)
  const begin = () => send('hein', `/afspraken/${id}/ingang`, { startsOn: '23-11-2026', endsOn: '' })
  const late = await begin()
  expect([late.status, wordsOf(late.browser)]).toEqual([422, expect.stringContaining(article)])
  await add(plan)
  expect((await begin()).status).toBe(303)
  const second = await idOf('Periode 2')
  const gone = await send('olga', `${base}/${second}/einde`)
  expect([gone.status, wordsOf(gone.browser)]).toEqual([422, expect.stringContaining(article)])
  expect((await send('olga', `${base}/${await idOf('Periode 4')}/einde`)).status).toBe(303)
  const none = await send('olga', `${base}/${second}/einde`)
  expect([none.status, wordsOf(none.browser)]).toEqual([422, expect.stringContaining('geen rapport meer vast')])
})

test('Without such an agreement a secondary school puts its reports where it wants.', async () => {
  await wholeYear()
  await agreed({ ...reportOnly, 't-when': 'child_first', 't-later': '3' })
  for (const name of ['Periode 2', 'Periode 3', 'Periode 4'])
    expect((await send('olga', `${base}/${await idOf(name)}/einde`)).status).toBe(303)
})

test('The page speaks English beside Dutch.', async () => {
  await add()
  const browser = house.as('pamAsParent')
  await browser.get(base)
  await browser.post('/taal', { lang: 'en', back: base })
  await browser.get(base)
  expect(browser.html).toContain('The next report: Friday 29 January at 15:00.')
})
