import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetAgreements, giveSeats, lines, onPages } from '#test/agreements.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await giveSeats(house)
})
beforeEach(async () => {
  await forgetAgreements(house)
  await run(
    `delete from app.calendar_event; delete from app.homework; delete from app.staff_role where role = 'team_leader'`,
  )
})
afterAll(() => house.drop())

const { inForce, read, send } = onPages(() => house)
const run = (statement: string): Promise<unknown> => house.db.owner.query(statement)
const { school, groups } = klimboom

/** Pam teaches 5A, and leads the team from now on. */
const leadTeam = () =>
  run(`insert into app.staff_role (school_id, person_id, role, started_on)
    values ('${school}', '${klimboom.pam}', 'team_leader', '2026-08-01')`)
const agreeToMeasure = () => inForce({ kind: 'measuring', scope: 'school', 't-teachers': '3', ...lines })
const agreeOnPaper = () =>
  inForce({ kind: 'on-paper', scope: 'school', 't-homework': 'always', 't-timetable': 'screen', ...lines })
const agreeOnEvents = () => inForce({ kind: 'events', scope: 'school', 't-days': '14', ...lines })
const addEvent = (name: string, firstDay: string) =>
  send('hein', `/school/kalender?school=${school}`, { kind: 'trip', name, firstDay, whom: 'school' })

/** Homework as it stood before it was agreed that it can be done on paper. */
const set = (group: string, subject: string, day: string, way = 'screen', at = school) =>
  run(`with item as (insert into app.homework (school_id, group_id, kind, subject, title, due_on, way, minutes, set_by)
    values ('${at}', '${group}', 'homework', '${subject}', 'Oefen met Timo', '${day}', '${way}', 20,
      '${at === school ? klimboom.tess : vlieger.teacher}') returning *)
    insert into app.homework_open_item (school_id, homework_id, group_id, group_name, years, subject, due_on)
    select i.school_id, i.id, i.group_id, g.name, '{}', i.subject, i.due_on
    from item i join app.school_group g on g.school_id = i.school_id and g.id = i.group_id where i.way = 'screen'`)

const path = '/afspraken/open-punten'

describe('Open items', () => {
  test('are there for who leads a team and for the head, and for nobody else', async () => {
    for (const who of ['pamAsTeacher', 'tess', 'olga', 'ada', 'selma', 'timo', 'vliegerOffice', 'pamAsParent'])
      expect([who, (await read(who, path)).status]).toEqual([who, 404])
    expect((await read('pamAsTeacher', '/afspraken')).browser.html).not.toContain(path)
    await leadTeam()
    expect((await read('pamAsParent', path)).status).toBe(404)
    for (const who of ['pamAsTeacher', 'hein']) {
      const page = await read(who, path)
      expect([who, page.status]).toEqual([who, 200])
      expect(page.browser.html).toContain(`href="${path}"`)
      expect((await read(who, `${path}?school=${vlieger.school}`)).status).toBe(404)
    }
    expect((await read('hein', `${path}?school=${school}`)).status).toBe(200)
  })

  test('are off until it is agreed to measure, and then the leader of a team reads what is open', async () => {
    await leadTeam()
    await set(groups.g4b, 'Rekenen', '2026-11-27')
    await agreeOnPaper()
    const off = await read('pamAsTeacher', path)
    expect(off.words).toContain('Dit staat uit.')
    expect(off.words).not.toContain('Rekenen')
    await agreeToMeasure()
    const on = await read('pamAsTeacher', path)
    expect(on.words).not.toContain('Dit staat uit.')
    expect(on.words).toContain('4B, Rekenen\n, vrijdag 27 november')
    expect(on.words).toContain('Dit huiswerk kan alleen op een scherm')
  })

  test('name no teacher and no words of the homework, and link only where the reader may read', async () => {
    await leadTeam()
    await agreeToMeasure()
    await agreeOnPaper()
    await set(groups.g4b, 'Spelling', '2026-11-26')
    await set(groups.g5a, 'Aardrijkskunde', '2026-11-25')
    const leader = await read('pamAsTeacher', path)
    expect(leader.words).not.toMatch(/Tess|Bakker|Oefen met Timo/)
    expect(leader.browser.html).toContain(`/huiswerk?groep=${groups.g5a}&amp;week=2026-11-23`)
    expect(leader.browser.html).not.toContain(groups.g4b)
    // By the day they are about.
    expect(leader.words.indexOf('Aardrijkskunde')).toBeLessThan(leader.words.indexOf('Spelling'))
    expect((await read('hein', path)).browser.html).toContain(groups.g4b)
    // The role opens nothing else of that class.
    expect((await read('pamAsTeacher', `/huiswerk?groep=${groups.g4b}`)).words).not.toContain('Oefen met Timo')
    expect((await read('pamAsTeacher', `/klassen/${groups.g4b}`)).status).toBe(404)
  })

  test('go when it is put right: withdrawn, on paper, past, or under a narrower agreement', async () => {
    await leadTeam()
    await agreeToMeasure()
    await agreeOnPaper()
    await set(groups.g4b, 'Lezen', '2026-11-22')
    await set(groups.g4b, 'Schrijven', '2026-11-25', 'either')
    await set(groups.g4b, 'Engels', '2026-11-25')
    await set(groups.g4b, 'Spelling', '2026-11-25')
    const { rows: english } = await house.db.owner.query<{ id: string }>(
      `select id from app.homework where subject = 'Engels'`,
    )
    expect((await send('tess', `/huiswerk/${english[0]?.id}/intrekking`)).status).toBe(303)
    await set(vlieger.group, 'Muziek', '2026-11-25', 'screen', vlieger.school)
    const page = await read('pamAsTeacher', path)
    expect(page.words).toContain('Spelling')
    expect(page.words).not.toMatch(/Lezen|Schrijven|Engels|Muziek/)
    await inForce({
      kind: 'on-paper',
      scope: 'subject',
      subject: 'spelling',
      't-homework': 'mostly',
      't-timetable': 'screen',
      ...lines,
    })
    expect((await read('pamAsTeacher', path)).words).toContain('Er staat niets open.')
  })

  test('an event told later than agreed is open until its day, and so is one that was moved', async () => {
    await leadTeam()
    await agreeToMeasure()
    await agreeOnEvents()
    await addEvent('Naar het museum', '27-11-2026')
    await addEvent('Naar zee', '14-12-2026')
    await run(`insert into app.calendar_event (school_id, kind, name, starts_on, ends_on, audience, told_on)
      values ('${school}', 'trip', 'Van vroeger', '2026-11-27', '2026-11-27', 'school', null)`)
    const page = await read('pamAsTeacher', path)
    expect(page.words).toContain('Naar het museum\n, vrijdag 27 november')
    expect(page.words).toContain('Het staat 4 dagen vooraf in de kalender, afgesproken is 14.')
    expect(page.words).not.toMatch(/Naar zee|Van vroeger/)
    expect(page.browser.html).not.toContain('/school/kalender/')
    expect((await read('hein', path)).browser.html).toContain('/school/kalender/')
    const { rows } = await house.db.owner.query<{ id: string }>(
      `select id from app.calendar_event where name = 'Naar zee'`,
    )
    const moved = { kind: 'trip', name: 'Naar zee', whom: 'school' }
    // The same day with other words is told no later.
    await send('hein', `/school/kalender/${rows[0]?.id}`, { ...moved, firstDay: '14-12-2026', line: 'Neem brood mee.' })
    expect((await read('pamAsTeacher', path)).words).not.toContain('Naar zee')
    await house.db.setNow('2026-11-24T09:00:00+01:00')
    await send('hein', `/school/kalender/${rows[0]?.id}`, { ...moved, firstDay: '1-12-2026' })
    expect((await read('pamAsTeacher', path)).words).toContain('Het staat 7 dagen vooraf in de kalender')
    await house.db.setNow('2026-12-02T09:00:00+01:00')
    expect((await read('pamAsTeacher', path)).words).toContain('Er staat niets open.')
    await house.db.setNow('2026-11-23T09:00:00+01:00')
  })
})
