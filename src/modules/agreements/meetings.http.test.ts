import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetAgreements, giveSeats, lines, onPages, phones, quiet, wordsOf } from '#test/agreements.ts'
import { bySql, klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await giveSeats(house)
})
beforeEach(async () => {
  await forgetAgreements(house)
  await house.db.setNow('2026-11-23T09:00:00+01:00')
})
afterAll(() => house.drop())

const { agreed, begin, decided, draft, read, send, shown } = onPages(() => house)
const { school, groups, timo, sem, noor, selma } = klimboom
const of4b = { ...quiet, scope: `class-${groups.g4b}` }
const paper = { kind: 'on-paper', 't-homework': 'always', 't-timetable': 'screen', ...lines }
const ofTimo = { ...paper, scope: `pupil-${timo}` }
const year = { endsOn: '31-7-2027' }

const offered = async (fields: Record<string, string>, ...said: readonly string[]): Promise<string> => {
  const id = await draft(fields, 'tess')
  await send('tess', `/afspraken/${id}/aanbod`)
  for (const one of said) await send('tess', `/afspraken/${id}/jawoorden`, { [`ja-${one}`]: 'on' })
  return id
}
const begun = async (id: string, startsOn: string, more: Record<string, string> = year) => {
  const { status, browser } = await send('tess', `/afspraken/${id}/ingang`, { startsOn, ...more })
  return { status, words: wordsOf(browser) }
}
const refused = async (id: string, startsOn: string, why: string, more?: Record<string, string>): Promise<void> => {
  const { status, words } = await begun(id, startsOn, more)
  expect(status).toBe(422)
  expect(words).toContain(why)
}

describe('What a class agrees', () => {
  test('holds from the day of the last yes at the earliest, in this school year, with a last day in it', async () => {
    await agreed(quiet)
    const id = await offered(of4b, timo, sem)
    await refused(id, '1-9-2026', 'Het besluit viel op 23 november 2026')
    await refused(id, '1-8-2015', 'Het besluit viel op 23 november 2026', { endsOn: '31-7-2016' })
    await refused(id, '1-8-2027', 'Dat is te ver vooruit', { endsOn: '31-7-2028' })
    await refused(id, '23-11-2026', 'Kies een laatste dag', {})
    await refused(id, '23-11-2026', 'Kies een laatste dag', { endsOn: '1-8-2027' })
    expect((await begun(id, '31-7-2027')).status).toBe(303)
  })

  test('fills in what the council agreed to: of a kind that needs consent something holds for the school', async () => {
    const id = await offered(of4b, timo, sem)
    await refused(id, '23-11-2026', 'nog niets afgesproken waar de raad ja tegen zei')
    await agreed(quiet)
    expect((await begun(id, '23-11-2026')).status).toBe(303)
  })
})

describe('What a family agrees', () => {
  test('is the outcome of a talk: a guardian says yes, and nobody reads how many did', async () => {
    const id = await offered(ofTimo, timo)
    await refused(id, '23-11-2026', 'In een gesprek zegt een ouder ja')
    await send('selma', `/afspraken/${id}/ja`)
    expect((await begun(id, '23-11-2026')).status).toBe(303)
    const { rows } = await house.db.owner.query('select said_yes, asked from app.agreement_start')
    expect(rows).toEqual([{ said_yes: null, asked: null }])
    for (const who of ['selma', 'bas', 'timo', 'tess'])
      expect((await read(who, `/afspraken/${id}`)).words, who).not.toMatch(/\d van de \d/)
  })

  test('may be talked about in June for after the summer, and no longer ahead', async () => {
    await house.db.setNow('2027-06-21T09:00:00+02:00')
    const id = await offered(ofTimo, selma)
    await refused(id, '22-9-2027', 'Dat is te ver vooruit', { endsOn: '31-7-2028' })
    await refused(id, '1-8-2027', 'Kies een laatste dag', { endsOn: '1-8-2028' })
    expect((await begun(id, '1-8-2027', { endsOn: '31-7-2028' })).status).toBe(303)
  })

  test('who is of age says yes alone, and no parent is asked', async () => {
    await house.db.owner.query(`update app.person set birth_date = '2008-11-23' where id = '${timo}'`)
    const id = await offered(ofTimo)
    expect((await read('tess', `/afspraken/${id}`)).words).not.toContain('Selma')
    expect((await send('tess', `/afspraken/${id}/jawoorden`, { [`ja-${selma}`]: 'on' })).status).toBe(404)
    await refused(id, '23-11-2026', 'een leerling van 18 jaar of ouder')
    expect((await send('timo', `/afspraken/${id}/ja`)).status).toBe(303)
    expect((await begun(id, '23-11-2026')).status).toBe(303)
    // In a class a parent speaks for no one of age either.
    await agreed(quiet)
    const ofClass = await offered(of4b)
    await send('selma', `/afspraken/${ofClass}/ja`)
    await refused(ofClass, '23-11-2026', 'nog te weinig mensen ja')
    await house.db.owner.query(`update app.person set birth_date = '2018-05-14' where id = '${timo}'`)
  })

  test('who oversees the school writes a new version of it', async () => {
    const id = await offered(ofTimo, selma)
    await begun(id, '23-11-2026')
    expect((await read('hein', `/afspraken/nieuw?vervangt=${id}`)).status).toBe(200)
    const next = await draft({ ...ofTimo, follows: id, school: 'Timo krijgt alles op papier.' }, 'hein')
    expect((await read('tess', `/afspraken/${next}`)).words).toContain('Timo krijgt alles op papier.')
  })
})

describe('The wall', () => {
  const asTess = (write: RawBuilder<unknown>) => bySql(house, 'tess', write)
  const ids = (id: string) => sql`${school}::uuid, ${id}::uuid`

  test('nobody outside the meeting is written down as having said yes', async () => {
    const id = await offered(of4b)
    const yes = (person: string) =>
      sql`insert into agreement_yes (school_id, agreement_id, person_id, how, said_by)
        values (${ids(id)}, ${person}::uuid, 'mentor', ${klimboom.tess}::uuid)`
    expect(await asTess(yes(sem))).toBe(1)
    for (const other of [noor, klimboom.karim, klimboom.hein]) expect(await asTess(yes(other))).toMatch(/row-level/)
  })

  test('nothing begins with a yes that was not said', async () => {
    const id = await offered(of4b, timo, sem)
    const start = (said: number, asked: number, day = '2026-11-23') =>
      sql`insert into agreement_start (school_id, agreement_id, starts_on, agreed, said_yes, asked, started_by)
        values (${ids(id)}, ${day}, '[]', ${said}, ${asked}, ${klimboom.tess}::uuid)`
    expect(await asTess(start(2, 2))).toBe(1)
    expect(await asTess(start(20, 20))).toMatch(/row-level/)
    expect(await asTess(start(2, 2, '2026-11-22'))).toMatch(/row-level/)
    const none = await offered({ ...of4b, kind: 'quiet-hours' })
    expect(
      await asTess(sql`insert into agreement_start (school_id, agreement_id, starts_on, agreed, said_yes, asked, started_by)
        values (${ids(none)}, '2026-11-23', '[]', 0, 2, ${klimboom.tess}::uuid)`),
    ).toMatch(/row-level/)
  })
})

describe('Of two that would hold at once', () => {
  const skills = { ...phones, scope: 'school' }
  const version = async (fields: Record<string, string>, from: string, more: Record<string, string> = {}) => {
    const id = await decided({ ...skills, ...fields }, { decidedOn: '2-11-2026' })
    expect(await begin(id, from, more)).toBe(303)
    return id
  }
  const inForceOn = async (day: string): Promise<string> => {
    await house.db.setNow(`${day}T09:00:00+01:00`)
    const words = await shown()
    await house.db.setNow('2026-11-23T09:00:00+01:00')
    return ['Eerste.', 'Tweede.', 'Derde.'].filter((one) => words.includes(one)).join(' ')
  }

  test('the first goes on when its follower is stopped, until the one after it begins', async () => {
    const first = await version({ school: 'Eerste.' }, '3-11-2026')
    const second = await version({ school: 'Tweede.', follows: first }, '1-1-2027')
    await version({ school: 'Derde.', follows: second }, '1-3-2027')
    expect((await send('hein', `/afspraken/${second}/einde`, { lastDay: '23-11-2026', why: 'Toch niet' })).status).toBe(
      303,
    )
    expect(await inForceOn('2027-02-28')).toContain('Eerste.')
    expect(await inForceOn('2027-03-01')).toBe('Derde.')
  })

  test('the same where that one follows nothing', async () => {
    const first = await version({ school: 'Eerste.' }, '3-11-2026')
    const second = await version({ school: 'Tweede.', follows: first }, '1-1-2027', { endsOn: '31-1-2027' })
    await version({ school: 'Derde.' }, '1-2-2027')
    expect((await send('hein', `/afspraken/${second}/einde`, { lastDay: '23-11-2026', why: 'Toch niet' })).status).toBe(
      303,
    )
    expect(await inForceOn('2027-01-31')).toContain('Eerste.')
    expect(await inForceOn('2027-02-01')).toBe('Derde.')
  })

  test('a subject is the same however it is written, and is shown as it was', async () => {
    const id = await draft({ ...paper, scope: 'subject', subject: 'Engels' })
    await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-11-2026' })
    const next = await draft({ ...paper, scope: 'subject', subject: 'engels', follows: id })
    expect((await read('hein', `/afspraken/${next}`)).words).toContain('het vak Engels')
  })
})

describe('The form of a new agreement', () => {
  const form = (who: string, kind: string) => read(who, `/afspraken/nieuw?school=${school}&soort=${kind}&vorm=leeg`)

  test('names the pupils of a teacher whole, with their class', async () => {
    expect((await form('tess', 'on-paper')).words).toContain('Voor Timo de Jong, 4B')
  })

  test('of a kind for the whole school alone is offered to nobody who teaches, and the page says who writes it', async () => {
    const choose = await read('tess', `/afspraken/nieuw?school=${school}`)
    expect(choose.browser.html).toContain('soort=on-paper')
    expect(choose.browser.html).not.toContain('soort=reports')
    const { browser, words } = await form('tess', 'reports')
    expect(words).toContain('Hierover schrijft de directie een afspraak.')
    expect(browser.html).not.toContain('name="scope"')
    expect((await form('hein', 'reports')).browser.html).toContain('name="scope"')
  })

  test('who teaches no class is offered nothing, and reads who writes what', async () => {
    const become = (role: string) =>
      house.db.owner.query(`update app.staff_role set role = '${role}' where person_id = '${klimboom.hein}'`)
    await become('deputy')
    const { browser, words } = await read('hein', `/afspraken/nieuw?school=${school}`)
    await become('head')
    expect(words).toContain('schrijft wie aan die klas lesgeeft')
    expect(browser.html).not.toContain('soort=')
  })
})

test('What was refused waits for nobody, and nobody is asked about it', async () => {
  const id = await decided(phones, { outcome: 'no' })
  expect((await read('hein', '/afspraken')).words).toContain('De raad stemde niet in')
  const poll = { question: 'Is dit goed?', closesOn: '1-12-2026' }
  expect((await send('karim', `/afspraken/${id}/peiling`, poll)).status).toBe(409)
})
