import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { consent, forgetAgreements, lines, onPages } from '#test/agreements.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
afterEach(() => forgetAgreements(house))
afterAll(() => house.drop())

const { school, timo, sem, groups } = klimboom
const { begin, draft, send } = onPages(() => house)
const paper = { kind: 'on-paper', 't-timetable': 'screen', ...lines }

/** In force since today: of a pupil or class as the teacher made it, of more of them as the school did. */
const agree = async (scope: string, homework: string): Promise<string> => {
  const own = /^(class|pupil)-/.test(scope)
  const id = await draft({ ...paper, 't-homework': homework, scope }, own ? 'tess' : 'hein')
  if (!own) {
    expect((await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-11-2026' })).status).toBe(303)
    const { rows } = await house.db.owner.query('select id from app.agreement_laying where agreement_id = $1', [id])
    for (const laying of rows)
      expect((await send('hein', `/afspraken/${id}/besluit`, { ...consent, laying: laying.id })).status).toBe(303)
  } else {
    expect((await send('tess', `/afspraken/${id}/aanbod`)).status).toBe(303)
    const parent = scope.endsWith(timo) ? klimboom.selma : klimboom.pam
    const who = scope.startsWith('pupil-') ? [parent] : [timo, sem]
    const yes = Object.fromEntries(who.map((pupil) => [`ja-${pupil}`, 'on']))
    expect((await send('tess', `/afspraken/${id}/jawoorden`, yes)).status).toBe(303)
  }
  const until = own ? { endsOn: '31-7-2027' } : {}
  expect(await begin(id, '23-11-2026', until, own ? 'tess' : 'hein')).toBe(303)
  return id
}

const asked = { group: groups.g4b, kind: 'homework', what: 'Taak 3', due: '2026-11-25', minutes: '20' }
const set = (way: string, more: Record<string, string> = {}) => send('tess', '/huiswerk', { ...asked, way, ...more })
const formOf = async (who: string, group: string = groups.g4b): Promise<string> => {
  const browser = house.as(who)
  expect((await browser.get(`/huiswerk/nieuw?groep=${group}`)).status).toBe(200)
  return browser.html
}
const forGroup = 'Hier is afgesproken dat huiswerk altijd op papier kan'
const forPupil = 'Voor een leerling in deze groep is afgesproken dat huiswerk altijd op papier kan'
const always = 'Een leerling kan al het huiswerk op papier maken.'
const mostly = 'Een leerling kan het meeste huiswerk op papier maken.'

test('What was agreed with one pupil the form keeps, and names the pupil to the teacher alone.', async () => {
  expect((await set('screen', { what: 'Eerder gegeven' })).status).toBe(303)
  const { rows } = await house.db.owner.query(`select id from app.homework where title = 'Eerder gegeven'`)
  const change = `/huiswerk/${rows[0]?.id}/wijziging`
  const id = await agree(`pupil-${timo}`, 'always')
  const html = await formOf('tess')
  expect(html).toContain(always)
  expect(html).toContain('Timo')
  expect(html).toContain(`/afspraken/${id}`)
  const own = house.as('tess')
  await own.get(`/afspraken/${id}`)
  expect(own.html).toContain('Van een afspraak met één leerling tellen wij niets.')
  const refused = await set('screen')
  expect(refused.status).toBe(422)
  expect(refused.browser.html).toContain(forPupil)
  expect(refused.browser.html).toContain('value="Taak 3"')
  const again = await send('tess', change, { ...asked, way: 'screen' })
  expect([again.status, again.browser.html.includes(forPupil)]).toEqual([422, true])
  expect((await send('tess', change, { ...asked, way: 'either' })).status).toBe(303)
  for (const way of ['paper', 'either']) expect((await set(way)).status).toBe(303)
  // A test is no homework.
  expect((await set('screen', { kind: 'test' })).status).toBe(303)
  // Another class, and another family of this one, know nothing of it.
  const other = await formOf('pamAsTeacher', groups.g5a)
  expect([other.includes(always), other.includes('Timo')]).toEqual([false, false])
  for (const who of ['karim', 'pamAsParent']) {
    const browser = house.as(who)
    await browser.get('/huiswerk')
    expect([who, browser.html.includes(id)]).toEqual([who, false])
    expect([who, (await browser.get(`/afspraken/${id}`)).status]).toEqual([who, 404])
  }
})

test('A pupil who left the class is asked nothing of it any more, and one who may use a screen keeps nobody from it.', async () => {
  await agree(`pupil-${sem}`, 'always')
  expect((await set('screen')).status).toBe(422)
  const leave = (day: string) =>
    house.db.owner.query(`update app.group_member set ended_on = ${day} where pupil_id = '${sem}'`)
  await leave(`'2026-11-23'`)
  expect((await set('screen')).status).toBe(303)
  expect(await formOf('tess')).not.toContain(always)
  await leave('null')
  await agree(`pupil-${timo}`, 'mostly')
  expect((await set('screen')).browser.html).toContain(forPupil)
  const html = await formOf('tess')
  expect([html.includes(always), html.includes(mostly)]).toEqual([true, true])
})

test('For the class what holds for the class counts, also where one of its pupils may do with less.', async () => {
  await agree(`class-${groups.g4b}`, 'always')
  await agree(`pupil-${timo}`, 'mostly')
  const refused = await set('screen')
  expect([refused.status, refused.browser.html.includes(forGroup)]).toEqual([422, true])
})

test('In a class of two years what was agreed for one of them holds, and of two rules the one that asks most.', async () => {
  const { owner } = house.db
  await owner.query(`update app.pupil set year_group = '5' where person_id = '${sem}'`)
  const four = await agree('year-4', 'mostly')
  expect((await set('screen')).status).toBe(303)
  expect(await formOf('tess')).toContain(`/afspraken/${four}`)
  const five = await agree('year-5', 'always')
  const refused = await set('screen')
  expect([refused.status, refused.browser.html.includes(forGroup)]).toEqual([422, true])
  const html = await formOf('tess')
  expect([html.includes(`/afspraken/${five}`), html.includes(`/afspraken/${four}`)]).toEqual([true, false])
  // The class next door has pupils of the fourth year alone.
  expect(await formOf('pamAsTeacher', groups.g5a)).toContain(`/afspraken/${four}`)
  // Of nobody is known in which year: then it is that of the class.
  await owner.query(`update app.pupil set year_group = null where school_id = '${school}'`)
  expect((await set('screen')).status).toBe(303)
  await owner.query(`update app.school_group set year_group = '5' where id = '${groups.g4b}'`)
  expect((await set('screen')).status).toBe(422)
  await owner.query(`update app.school_group set year_group = null where id = '${groups.g4b}'`)
  await owner.query(`update app.pupil set year_group = '4' where school_id = '${school}'`)
})

test('What was agreed for a stage holds for a class of which the years say the stage.', async () => {
  const { owner } = house.db
  await owner.query(`insert into app.school_stage values ('${school}', 'VO') on conflict do nothing`)
  await agree('stage-VO', 'always')
  expect((await set('screen')).status).toBe(303)
  await owner.query(`update app.pupil set year_group = '11' where person_id = '${timo}'`)
  expect((await set('screen')).status).toBe(422)
  await owner.query(`update app.pupil set year_group = '4' where person_id = '${timo}'`)
})
