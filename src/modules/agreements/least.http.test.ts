import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetAgreements, giveSeats, lines, onPages, quiet } from '#test/agreements.ts'
import { bySql as bySqlIn, klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await giveSeats(house)
})
beforeEach(async () => {
  await forgetAgreements(house)
  await run(`delete from app.homework; delete from app.staff_role where role = 'team_leader'`)
})
afterAll(() => house.drop())

const { agreed, begin, decided, draft, inForce, read, send, shown } = onPages(() => house)
const run = (statement: string): Promise<unknown> => house.db.owner.query(statement)
const { school, groups } = klimboom

const bySql = (who: string, ...statements: readonly RawBuilder<unknown>[]) => bySqlIn(house, who, ...statements)

const offered = async (): Promise<string> => {
  const id = await draft({ ...quiet, scope: `class-${groups.g4b}` }, 'tess')
  await send('tess', `/afspraken/${id}/aanbod`)
  return id
}
/** What 4B agreed: a class of two in these schools. */
const inClass = async (): Promise<string> => {
  await agreed(quiet)
  const id = await offered()
  for (const child of [klimboom.timo, klimboom.sem])
    await send('tess', `/afspraken/${id}/jawoorden`, { [`ja-${child}`]: 'on' })
  expect(await begin(id, '23-11-2026', { endsOn: '31-7-2027' }, 'tess')).toBe(303)
  return id
}

describe('What the school wrote down of somebody', () => {
  test('is told to that person with who wrote it, and to the school; it is taken back by that person alone', async () => {
    const id = await inForce()
    await send('selma', `/afspraken/${id}/gelezen`)
    await send('olga', `/afspraken/${id}/gelezen-op-papier`, { [`wie-${klimboom.bas}`]: 'on' })
    const page = await read('bas', `/afspraken/${id}`)
    expect(page.words).toContain('De school schreef op 23 november 2026 op dat je dit op papier las. Dat deed\nOlga')
    expect(page.words).not.toContain('Je hebt dit gelezen')
    expect((await read('selma', `/afspraken/${id}`)).words).toContain('Je hebt dit gelezen')
    expect((await read('hein', `/afspraken/${id}/gelezen?zoek=Bas`)).words).toMatch(/op 23 november 2026\s+door\s+Olga/)
    for (const [who, status] of [
      ['selma', 404],
      ['olga', 403],
      ['vliegerOffice', 404],
    ] as const)
      expect([who, (await send(who, `/afspraken/${id}/gelezen/tegenspraak`)).status]).toEqual([who, status])
    await house.events()
    expect((await send('bas', `/afspraken/${id}/gelezen/tegenspraak`)).status).toBe(303)
    expect(await house.events()).toEqual([
      expect.objectContaining({
        event: 'agreements.agreement.denied',
        about: [id, klimboom.bas],
        payload: { what: 'seen' },
        doer_person: klimboom.bas,
      }),
    ])
    expect((await read('bas', `/afspraken/${id}`)).browser.html).toContain(`action="/afspraken/${id}/gelezen"`)
    expect((await send('bas', `/afspraken/${id}/gelezen/tegenspraak`)).status).toBe(404)
  })

  test('of a yes too, until it begins', async () => {
    const id = await offered()
    await send('tess', `/afspraken/${id}/jawoorden`, { [`ja-${klimboom.timo}`]: 'on' })
    expect((await read('timo', `/afspraken/${id}`)).words).toContain('op dat je ja zei. Dat deed\nTess Bakker')
    expect((await read('hein', `/afspraken/${id}`)).words).toMatch(/door\s+Tess Bakker/)
    expect((await send('timo', `/afspraken/${id}/ja/tegenspraak`)).status).toBe(303)
    expect((await read('timo', `/afspraken/${id}`)).words).toContain('Ja, dit spreken we af')
    expect((await send('tess', `/afspraken/${id}/ja/tegenspraak`)).status).toBe(403)
    await forgetAgreements(house)
    expect((await send('timo', `/afspraken/${await inClass()}/ja/tegenspraak`)).status).toBe(409)
  })

  test('no statement takes back an own tap, another’s row, or a yes to what began', async () => {
    const id = await inForce()
    await send('selma', `/afspraken/${id}/gelezen`)
    await send('olga', `/afspraken/${id}/gelezen-op-papier`, { [`wie-${klimboom.bas}`]: 'on' })
    const gone = sql`delete from agreement_seen`
    expect(await bySql('bas', gone)).toBe(1)
    for (const who of ['selma', 'olga', 'hein']) expect([who, await bySql(who, gone)]).toEqual([who, 0])
    await inClass()
    expect(await bySql('timo', sql`delete from agreement_yes`)).toBe(0)
  })
})

describe('Nobody finds more by a statement', () => {
  test('who leads a team finds of homework the class, subject and day, as long as that is agreed', async () => {
    await run(`insert into app.staff_role (school_id, person_id, role, started_on)
      values ('${school}', '${klimboom.pam}', 'team_leader', '2026-08-01')`)
    const page = house.as('tess')
    await page.get(`/huiswerk/nieuw?groep=${groups.g4b}`)
    const asked = { group: groups.g4b, kind: 'homework', what: 'Oefen met Timo', due: '2026-11-26', minutes: '20' }
    expect((await page.post('/huiswerk', { ...asked, way: 'screen' })).status).toBe(303)
    const items = sql`select from homework_open_item`
    expect(await bySql('pamAsTeacher', items)).toBe(0)
    await inForce({ kind: 'measuring', scope: 'school', 't-teachers': '3', ...lines })
    for (const who of ['pamAsTeacher', 'hein']) expect([who, await bySql(who, items)]).toEqual([who, 0])
    await inForce({ kind: 'on-paper', scope: 'school', 't-homework': 'always', 't-timetable': 'screen', ...lines })
    for (const who of ['pamAsTeacher', 'hein', 'tess']) expect([who, await bySql(who, items)]).toEqual([who, 1])
    for (const who of ['olga', 'ada', 'selma', 'timo', 'pamAsParent', 'vliegerOffice', 'passer-by'])
      expect([who, await bySql(who, items)]).toEqual([who, 0])
    for (const table of ['homework', 'homework_withdrawal'])
      expect(
        await bySql('pamAsTeacher', sql`select from ${sql.table(table)} where group_id = ${groups.g4b}::uuid`),
      ).toBe(0)
    expect(await bySql('pamAsTeacher', sql`select from school_group where id = ${groups.g4b}::uuid`)).toBe(0)
  })

  test('numbers of a question that few answered are for nobody; a voter counts once, and one', async () => {
    const id = await draft()
    await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-11-2026' })
    await send('karim', `/afspraken/${id}/peiling`, { question: 'Is dit goed?', closesOn: '1-12-2026' })
    const { rows } = await house.db.owner.query<{ id: string }>('select id from app.agreement_poll')
    const poll = rows[0]?.id ?? ''
    const vote = sql`select set_config('app.voting', ${poll}, true)`
    const numbers = sql`select number from agreement_poll_count`
    expect(await bySql('selma', vote, numbers), 'who did not answer').toBe(0)
    expect((await send('selma', `/peilingen/${poll}`, { answer: 'no' })).status).toBe(303)
    for (const who of ['timo', 'hein', 'pamAsTeacher', 'vliegerOffice'])
      expect([who, await bySql(who, vote, numbers)]).toEqual([who, 0])
    expect(await bySql('selma', vote, sql`update agreement_poll_count set number = number + 5`)).toMatch(/adds one/)
    expect(await bySql('selma', vote, sql`update agreement_poll_count set enough = true`)).toMatch(/adds one/)
    await house.db.setNow('2026-12-02T09:00:00+01:00')
    for (const who of ['hein', 'karim', 'olga', 'selma'])
      expect([who, await bySql(who, vote, numbers)]).toEqual([who, 0])
    await house.db.setNow('2026-11-23T09:00:00+01:00')
  })

  test('from ten answers on they are told', async () => {
    const id = await draft()
    await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-11-2026' })
    await send('karim', `/afspraken/${id}/peiling`, { question: 'Is dit goed?', closesOn: '1-12-2026' })
    await run(`alter table app.agreement_poll_count disable trigger agreement_poll_count_on;
      update app.agreement_poll_count set number = 9 where answer = 'yes';
      alter table app.agreement_poll_count enable trigger agreement_poll_count_on`)
    const { rows } = await house.db.owner.query<{ id: string }>('select id from app.agreement_poll')
    await send('selma', `/peilingen/${rows[0]?.id}`, { answer: 'no' })
    await house.db.setNow('2026-12-02T09:00:00+01:00')
    expect(await bySql('karim', sql`select from agreement_poll_count`)).toBe(3)
    expect((await read('hein', `/afspraken/${id}`)).words).toContain('10 antwoorden')
    await house.db.setNow('2026-11-23T09:00:00+01:00')
  })

  test('minutes and who laid something before the council are for the council and the staff; everybody reads the decision', async () => {
    const id = await decided()
    expect(await begin(id, '23-11-2026')).toBe(303)
    for (const table of ['agreement_laying', 'agreement_answer']) {
      const all = sql`select from ${sql.table(table)}`
      for (const who of ['passer-by', 'selma', 'timo', 'vliegerOffice'])
        expect([table, who, await bySql(who, all)]).toEqual([table, who, 0])
      for (const who of ['hein', 'tess', 'karim', 'pamAsTeacher'])
        expect([table, who, Number(await bySql(who, all)) > 0]).toEqual([table, who, true])
      expect(await bySql('vliegerOffice', sql`select app.show_school('klimboom')`, all)).toBe(0)
    }
    for (const who of ['selma', 'timo']) {
      const page = await read(who, `/afspraken/${id}`)
      expect(page.words).toContain('Ingestemd door')
      expect(page.words).not.toContain('punt 4')
    }
    expect((await read('tess', `/afspraken/${id}`)).words).toContain('punt 4')
  })
})

describe('What a class of fewer than five agreed', () => {
  test('stands on no page for everybody, and tells nobody how many said yes', async () => {
    const id = await inClass()
    expect(await shown()).not.toMatch(/klas 4B/i)
    // As an address that is not there.
    expect((await house.stranger().get(`/scholen/klimboom/afspraken/${id}`)).status).toBe(303)
    expect((await house.as('selma').get(`/scholen/klimboom/afspraken/${id}`)).status).toBe(404)
    for (const who of ['selma', 'timo', 'tess', 'hein']) {
      const page = await read(who, `/afspraken/${id}`)
      expect([who, page.status]).toEqual([who, 200])
      expect(page.words).not.toMatch(/2 van de 2/)
    }
    for (const who of ['karim', 'pamAsTeacher'])
      expect([who, (await read(who, `/afspraken/${id}`)).status]).toEqual([who, 404])
    const rowsOf = (table: string) =>
      sql`select from ${sql.table(table)} where ${sql.ref(table === 'agreement' ? 'id' : 'agreement_id')} = ${id}::uuid`
    for (const table of ['agreement', 'agreement_start', 'agreement_end'])
      for (const who of ['passer-by', 'karim', 'pamAsTeacher', 'vliegerOffice'])
        expect([table, who, await bySql(who, rowsOf(table))]).toEqual([table, who, 0])
    expect(await bySql('selma', rowsOf('agreement_start'))).toBe(1)
  })

  test('of five or more it does', async () => {
    const id = await inClass()
    await run(`update app.agreement_start set said_yes = 4, asked = 5`)
    expect(await shown()).toMatch(/klas 4B/i)
    expect((await house.stranger().get(`/scholen/klimboom/afspraken/${id}`)).status).toBe(200)
    expect((await read('karim', `/afspraken/${id}`)).words).toContain('4 van de 5')
  })
})

describe('Who reads it is whom it concerns', () => {
  test('another family confirms nothing of a class, and no statement does', async () => {
    const id = await inClass()
    await run(`update app.agreement_start set said_yes = 5, asked = 6`)
    const confirm = (person: string) => sql`insert into agreement_seen (school_id, agreement_id, person_id)
      values (${school}::uuid, ${id}::uuid, ${person}::uuid)`
    expect((await send('karim', `/afspraken/${id}/gelezen`)).status).toBe(404)
    expect((await read('karim', `/afspraken/${id}`)).browser.html).not.toContain(`action="/afspraken/${id}/gelezen"`)
    expect(await bySql('karim', confirm(klimboom.karim))).toMatch(/row-level security/)
    expect(await bySql('selma', confirm(klimboom.selma))).toBe(1)
    expect(await bySql('tess', confirm(klimboom.tess))).toBe(1)
    expect((await send('selma', `/afspraken/${id}/gelezen`)).status).toBe(303)
    expect((await send('timo', `/afspraken/${id}/gelezen`)).status).toBe(303)
  })

  test('who teaches the class is on its list, and confirms with an own tap', async () => {
    const id = await inClass()
    const before = await read('tess', `/afspraken/${id}/gelezen`)
    expect(before.words).toContain('Tess Bakker')
    expect(before.browser.html).not.toContain(`wie-${klimboom.tess}`)
    expect((await send('tess', `/afspraken/${id}/gelezen`)).status).toBe(303)
    expect((await read('tess', `/afspraken/${id}/gelezen`)).words).toMatch(/Tess Bakker\nMedewerker\n\. Gelezen op/)
  })

  test('a class that is not there has no sheet either', async () => {
    const whole = await inForce()
    for (const path of ['gelezen', 'papier']) {
      for (const part of [groups.mixed, vlieger.group, 'x'])
        expect([path, part, (await read('olga', `/afspraken/${whole}/${path}?klas=${part}`)).status]).toEqual([
          path,
          part,
          404,
        ])
      expect((await read('olga', `/afspraken/${whole}/${path}?klas=${groups.g4b}`)).status).toBe(200)
    }
    const ofClass = await inClass()
    for (const path of ['gelezen', 'papier'])
      expect((await read('tess', `/afspraken/${ofClass}/${path}?klas=${groups.g5a}`)).status).toBe(404)
  })
})
