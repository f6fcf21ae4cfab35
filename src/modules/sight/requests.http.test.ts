import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asTask, enter } from '#platform/db/context.ts'
import { hashOf } from '#platform/http/secrets.ts'
import type { Browser } from '#test/browser.ts'
import { bySql, klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'
import { purgeSight } from './jobs.ts'
import type { SightTables } from './tables.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
beforeEach(async () => {
  await house.db.owner.query(`delete from app.sight_choice; delete from app.sight_request;
    update app.guardianship set ended_on = null;
    update app.school_stage set stage = 'BO'; update app.pupil set year_group = '4'`)
  await house.db.setNow('2026-11-23T09:00:00+01:00')
  await house.events()
})
afterAll(() => house.drop())

const wordsOf = (browser: Browser): string =>
  browser.html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/\s*\n\s*/g, '\n')
const sees = async (who: string, path = '/zicht'): Promise<string> => {
  const browser = house.as(who)
  expect([who, path, (await browser.get(path)).status]).toEqual([who, path, 200])
  return wordsOf(browser)
}
const post = async (who: string, path: string, fields: Record<string, string> = {}) => {
  const browser = house.as(who)
  await browser.get('/zicht')
  const answer = await browser.post(path, fields)
  return { status: answer.status, to: answer.headers.get('location') ?? '', words: wordsOf(browser) }
}
const ask = (who = 'selma', fields: Record<string, string> = {}) =>
  post(who, '/zicht/vragen', { kind: klimboom.timo, weeks: '6', reason: 'Ik wil helpen bij het leren.', ...fields })
const answer = async (who: string, says: 'yes' | 'no', as = 'mentor') =>
  post(who, `/zicht/vragen/${await requestId()}/antwoord`, { says, as })
const withdraw = async (who: string) => post(who, `/zicht/vragen/${await requestId()}/intrekking`)
const requestId = async (): Promise<string> => {
  const { rows } = await house.db.owner.query<{ id: string }>(
    'select id from app.sight_request order by asked_at desc limit 1',
  )
  return rows[0]?.id ?? ''
}
const inSecondary = () =>
  house.db.owner.query(`update app.school_stage set stage = 'VO'; update app.pupil set year_group = '13'`)

type Gate = { widened: string[] | null; until: Date | null }
/** What the gate of results learns of this reader about Timo. */
const gate = (who: string): Promise<Gate> =>
  house.db.app.transaction().execute(async (tx) => {
    await enter(tx, hashOf(house.as(who).cookies.get('samenspraak') ?? ''))
    const { rows } = await sql<Gate>`select app.widened() as widened,
      app.wider_until(${klimboom.school}, ${klimboom.timo}) as until`.execute(tx)
    return rows[0] ?? { widened: null, until: null }
  })
const findsBySql = (who: string, table: string): Promise<number> =>
  house.db.app.transaction().execute(async (tx) => {
    await enter(tx, hashOf(house.as(who).cookies.get('samenspraak') ?? ''))
    return (await sql`select 1 from ${sql.table(table)}`.execute(tx)).rows.length
  })

/** Six weeks after Monday 23 November, the end of that day. */
const sixWeeksLater = new Date('2027-01-05T00:00:00+01:00')

describe('a request for more sight', () => {
  test('Granted by the pupil and a mentor it opens for this guardian alone, and ends by itself after its weeks', async () => {
    expect((await ask()).to).toBe(`/zicht?gedaan=gevraagd#zicht-${klimboom.timo}`)
    expect(await gate('selma')).toEqual({ widened: [], until: null })
    const question = 'Je moeder Selma vraagt: mag ik 6 weken je resultaten zien op hetzelfde moment als jij?'
    expect(await sees('timo')).toContain(question)
    expect(await sees('timo')).toContain('Waarom: Ik wil helpen bij het leren.')
    expect(await sees('timo', '/vandaag')).toContain('Er is een vraag voor je: wie mag je resultaten zien?')
    expect(await sees('tess', '/vandaag')).toContain('Er wacht een vraag om meer zicht')
    expect((await answer('timo', 'yes')).to).toBe('/zicht?gedaan=wacht')
    expect(await sees('timo', '/vandaag')).not.toContain('Er is een vraag voor je')
    expect(await gate('selma')).toEqual({ widened: [], until: null })
    expect(await sees('tess')).toContain('Timo de Jong zei ja.')
    expect((await answer('tess', 'yes')).to).toBe('/zicht?gedaan=mag')
    expect(await gate('selma')).toEqual({ widened: [klimboom.timo], until: sixWeeksLater })
    for (const who of ['bas', 'timo', 'tess', 'karim', 'pamAsParent']) expect((await gate(who)).until).toBeNull()
    for (const who of ['selma', 'timo', 'tess'])
      expect(await sees(who)).toContain('Dat stopt vanzelf na maandag 4 januari')
    await house.db.setNow('2027-01-04T23:59:59+01:00')
    expect(await sees('timo')).toContain('Stop dit')
    await house.db.setNow('2027-01-05T00:00:00+01:00')
    expect(await sees('timo')).toContain('Niemand vraagt nu iets.')
    expect(await sees('selma')).toContain('Je zag resultaten tegelijk met je kind, tot en met maandag 4 januari')
    // What was open stays open: the moment does not move.
    expect((await gate('selma')).until).toEqual(sixWeeksLater)
  })

  test('Weeks end with the day on the wall, over the switch of the clock in spring', async () => {
    await house.db.setNow('2027-03-22T12:00:00+01:00')
    await ask('selma', { weeks: '1' })
    await answer('timo', 'yes')
    await answer('tess', 'yes')
    expect((await gate('selma')).until).toEqual(new Date('2027-03-30T00:00:00+02:00'))
  })

  test('The pupil, the mentor and the guardian can each end it earlier, and then it is open no further than that', async () => {
    const later = '2026-12-01T12:00:00+01:00'
    for (const [who, end] of [
      ['timo', () => answer('timo', 'no')],
      ['tess', () => answer('tess', 'no')],
      ['selma', () => withdraw('selma')],
    ] as const) {
      await house.db.owner.query('delete from app.sight_request')
      await house.db.setNow('2026-11-23T09:00:00+01:00')
      await ask()
      await answer('timo', 'yes')
      await answer('tess', 'yes')
      await house.db.setNow(later)
      expect([who, (await end()).status]).toEqual([who, 303])
      expect([who, await gate('selma')]).toEqual([who, { widened: [klimboom.timo], until: new Date(later) }])
      expect(await sees('timo')).toContain('Niemand vraagt nu iets.')
    }
  })

  test('A no of either ends it, the guardian does not learn whose, and may ask anew after four weeks', async () => {
    for (const who of ['timo', 'tess']) {
      await house.db.owner.query('delete from app.sight_request')
      await house.db.setNow('2026-11-23T09:00:00+01:00')
      await ask()
      expect((await answer(who, 'no')).to).toBe('/zicht?gedaan=gestopt')
      const page = await sees('selma')
      expect(page).toContain('Dit gaat niet door. Vanaf maandag 21 december kun je het opnieuw vragen.')
      expect(page).not.toContain('Stel de vraag')
      expect(await findsBySql('selma', 'sight_answer')).toBe(0)
      expect((await ask()).status).toBe(422)
      await house.db.setNow('2026-12-21T09:00:00+01:00')
      expect((await ask()).status).toBe(303)
    }
  })

  test('One request at a time; the same form sent twice asks once; taken back, another can be asked', async () => {
    const browser = house.as('selma')
    await browser.get('/zicht')
    const once = /name="_once" value="([^"]+)"/.exec(browser.html)?.[1] ?? ''
    for (const _ of [1, 2])
      expect((await browser.post('/zicht/vragen', { kind: klimboom.timo, weeks: '2', _once: once })).status).toBe(303)
    expect(await findsBySql('selma', 'sight_request')).toBe(1)
    expect(await ask()).toMatchObject({ status: 422, words: expect.stringContaining('Er is al een vraag') })
    expect((await withdraw('selma')).to).toBe('/zicht?gedaan=ingetrokken')
    expect((await withdraw('selma')).to).toBe('/zicht?gedaan=laat')
    expect((await answer('timo', 'yes')).to).toBe('/zicht?gedaan=laat')
    expect((await ask()).status).toBe(303)
  })

  test('Without weeks, and with a reason that is too long, the form is shown again with what was typed', async () => {
    expect((await ask('selma', { weeks: '' })).words).toContain('Kies hoe lang')
    expect((await ask('selma', { weeks: '14' })).status).toBe(422)
    const long = await ask('selma', { reason: 'x'.repeat(301) })
    expect(long.words).toContain('Maak het korter: 300 tekens is het meest')
    expect(long.words).toContain('x'.repeat(301))
    expect((await ask('selma', { reason: '' })).status).toBe(303)
  })

  test('An answer that is neither yes nor no is told so, and not there for whom the request is not', async () => {
    await ask()
    const path = `/zicht/vragen/${await requestId()}/antwoord`
    expect(await post('timo', path, {})).toMatchObject({ status: 422, words: expect.stringContaining('Zeg ja of nee') })
    expect((await post('hein', path, {})).status).toBe(404)
    expect(await findsBySql('timo', 'sight_answer')).toBe(0)
  })

  test('No other guardian, no other teacher, no head and no office learns of it, on a page or by SQL', async () => {
    await ask()
    await answer('timo', 'yes')
    for (const table of ['sight_request', 'sight_answer', 'sight_grant', 'sight_end'])
      for (const who of [
        'bas',
        'karim',
        'pamAsParent',
        'pamAsTeacher',
        'hein',
        'olga',
        'ada',
        'exTess',
        'vliegerOffice',
      ])
        expect([who, table, await findsBySql(who, table)]).toEqual([who, table, 0])
    expect(await sees('bas')).not.toContain('Je vraag is gesteld')
    for (const who of ['pamAsTeacher', 'hein', 'olga'])
      expect(await sees(who)).toContain('Er is nu geen vraag voor je.')
    for (const who of ['pamAsTeacher', 'hein', 'olga', 'exTess'])
      expect([who, (await answer(who, 'yes')).status]).toEqual([who, 404])
    for (const who of ['bas', 'karim']) expect([who, (await withdraw(who)).status]).toEqual([who, 404])
    expect((await answer('tess', 'yes')).status).toBe(303)
    expect((await withdraw('selma')).status).toBe(303)
  })

  test('A substitute of the day, and a teacher who is a guardian of the pupil, are no mentors', async () => {
    const [s, g] = [klimboom.school, klimboom.groups.g4b]
    await ask()
    await house.db.owner.query(`insert into app.group_substitute (school_id, group_id, person_id, on_from, on_until)
      values ('${s}', '${g}', '${klimboom.pam}', '2026-11-23', '2026-11-24')`)
    expect((await answer('pamAsTeacher', 'yes')).status).toBe(404)
    expect(await findsBySql('pamAsTeacher', 'sight_request')).toBe(0)
    await house.db.owner.query(`delete from app.group_substitute;
      insert into app.group_teacher (school_id, group_id, person_id, started_on) values ('${s}', '${g}', '${klimboom.pam}', '2026-08-01');
      insert into app.guardianship (school_id, id, pupil_id, guardian_id, relation, started_on)
        values ('${s}', '00000000-0000-4000-8000-000000000990', '${klimboom.timo}', '${klimboom.pam}', 'foster', '2026-08-01')`)
    expect((await answer('pamAsTeacher', 'yes')).status).toBe(404)
    expect(await findsBySql('pamAsTeacher', 'sight_request')).toBe(0)
    await house.db.owner.query(`delete from app.guardianship where id = '00000000-0000-4000-8000-000000000990'`)
    expect((await answer('pamAsTeacher', 'yes')).status).toBe(303)
    await house.db.owner.query(
      `delete from app.sight_request; delete from app.group_teacher where person_id = '${klimboom.pam}' and group_id = '${g}'`,
    )
  })

  test('Of a pupil without an account the mentor writes down what the child says, and of one with an account not', async () => {
    await ask()
    expect((await answer('tess', 'yes')).to).toBe('/zicht?gedaan=wacht')
    expect((await gate('selma')).until).toBeNull()
    expect(await sees('tess')).toContain('Wat zegt Timo de Jong? Vraag het eerst.')
    expect((await answer('tess', 'yes', 'pupil')).to).toBe('/zicht?gedaan=mag')
    expect((await gate('selma')).until).toEqual(sixWeeksLater)
    await house.db.owner.query('delete from app.sight_request')
    await inSecondary()
    await ask()
    expect((await answer('tess', 'yes')).to).toBe('/zicht?gedaan=wacht')
    expect(await sees('tess')).not.toContain('Wat zegt Timo de Jong?')
    expect((await answer('tess', 'yes', 'pupil')).status).toBe(403)
    expect((await gate('selma')).until).toBeNull()
    expect((await answer('timo', 'yes')).to).toBe('/zicht?gedaan=mag')
  })

  test('The ledger has a row for each deed, by opaque ids, and never the reason', async () => {
    await ask()
    const id = await requestId()
    await answer('timo', 'yes')
    await answer('tess', 'yes')
    await withdraw('selma')
    const events = await house.events()
    expect(events.map(({ event, about }) => [event, about])).toEqual(
      ['asked', 'agreed', 'agreed', 'granted', 'withdrawn'].map((what) => [
        `sight.request.${what}`,
        [id, klimboom.timo],
      ]),
    )
    expect(JSON.stringify(events)).not.toContain('helpen')
  })

  test('Choices and requests go in the night after the relation ended, and requests after 400 days', async () => {
    const purge = () => asTask(house.db.app as unknown as Kysely<SightTables>, 'purge', null, purgeSight)
    const count = async (): Promise<unknown> =>
      (
        await house.db.owner.query(`select (select count(*)::int from app.sight_choice) as choices,
        (select count(*)::int from app.sight_request) as requests`)
      ).rows[0]
    for (const who of ['selma', 'bas']) {
      await post(who, '/zicht', { kind: klimboom.timo, alles: 'none' })
      await ask(who)
    }
    await purge()
    expect(await count()).toEqual({ choices: 10, requests: 2 })
    await house.db.owner.query(
      `update app.guardianship set ended_on = '2026-11-24' where id = '${klimboom.guardianships.selma}'`,
    )
    await purge()
    expect(await count()).toEqual({ choices: 10, requests: 2 })
    await house.db.setNow('2026-11-24T03:35:00+01:00')
    await purge()
    expect(await count()).toEqual({ choices: 5, requests: 1 })
    await house.db.setNow('2027-12-28T12:00:00+01:00')
    await purge()
    await purge()
    expect(await count()).toEqual({ choices: 5, requests: 0 })
  })
})

test('Nobody asks by SQL under another name, or as something else of the child', async () => {
  const { school, timo, selma, bas, guardianships } = klimboom
  const wish = (more: { guardian?: string; guardianship?: string; sender?: string; relation?: string }) => {
    const { guardian = selma, guardianship = guardianships.selma, sender = 'Selma', relation = 'mother' } = more
    return sql`insert into app.sight_request (school_id, id, pupil_id, guardian_id, guardianship_id, sender, relation, weeks)
      values (${school}, gen_random_uuid(), ${timo}, ${guardian}, ${guardianship}, ${sender}, ${relation}, 6)`
  }
  expect(await bySql(house, 'selma', wish({}))).toBe(1)
  for (const forged of [
    { sender: 'Bas' },
    { sender: bas },
    { sender: 'De school' },
    { relation: 'institution' },
    { guardian: bas },
    { guardian: bas, guardianship: guardianships.bas, sender: 'Bas', relation: 'father' },
    { guardianship: guardianships.bas },
  ])
    expect([forged, await bySql(house, 'selma', wish(forged))]).toEqual([
      forged,
      'new row violates row-level security policy for table "sight_request"',
    ])
})
