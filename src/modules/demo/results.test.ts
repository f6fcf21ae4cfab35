import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asOperator } from '#platform/db/context.ts'
import { Browser } from '#test/browser.ts'
import { appFor, freshDatabase, type TestDatabase } from '#test/rig.ts'
import { demoDay, demoPasswords, wholeDemo } from '#test/whole-demo.ts'
import { giveResults as atKlimboom } from './give-results.ts'
import { loadDemo } from './load-demo.ts'
import { loadRest } from './load-rest.ts'
import { giveResults as atOverkant } from './overkant/give-results.ts'
import { findSchools } from './queries.ts'
import { examples } from './sign-ins.ts'

const fail = (error: unknown): never => {
  throw error
}

const words = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** By what Merel knows of them: nobody does; home does not; first and again come home together; told before its moment. */
const waits = 'Tekening van het hart'
const inWindow = ['Water in Nederland', 'Woorden van unit 3', 'Woorden van unit 3, herkansing']
const told = 'Het interbellum'
const longAgo = ['Voeding en vertering', 'Boekgesprek', 'De Eerste Wereldoorlog']

type Count = { nobody: number; pupil: number; home: number }

describe('Results of the demo', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await wholeDemo()
  }, 180_000)
  afterAll(() => db.drop())

  const reader = async (login: string): Promise<Browser> => {
    const browser = new Browser(appFor(db, { demo: () => true, examples }))
    await browser.get('/inloggen')
    expect((await browser.post('/inloggen/proef', { login })).status, login).toBe(303)
    return browser
  }
  const idOf = async (child: string): Promise<string> => {
    const { rows } = await db.owner.query<{ id: string }>(
      `select p.id from app.person p join app.pupil u on u.school_id = p.school_id and u.person_id = p.id
       where p.first_name = $1 and p.last_name = 'Jong'`,
      [child],
    )
    return rows[0]?.id ?? ''
  }
  const reads = async (login: string, path: string): Promise<string> => {
    const browser = await reader(login)
    await browser.get(path)
    return words(browser.html)
  }
  const ofChild = async (login: string, child: string): Promise<string> =>
    reads(login, `/voortgang?kind=${await idOf(child)}`)

  /** How many results of a school nobody knows yet, the pupil alone knows, and are known at home too. */
  const known = async (key: string, at = db): Promise<Count> => {
    const { rows } = await at.owner.query<Count>(
      `select count(*) filter (where not pupil and not home)::int as nobody, count(*) filter (where pupil and not home)::int as pupil,
         count(*) filter (where home)::int as home
       from (select app.known_by_pupil(r.school_id, r.id, r.pupil_due, r.ended_at, r.ended_why) as pupil,
         app.known_at_home(r.school_id, r.id, r.guardian_due, r.ended_at, r.ended_why) as home
         from app.result r join app.school s on s.id = r.school_id where s.key = $1) x`,
      [key],
    )
    return rows[0] ?? { nobody: 0, pupil: 0, home: 0 }
  }

  test('are a term in every subject of 3c, and some of other classes', async () => {
    const { rows } = await db.owner.query<{ class: string; subjects: number; tests: number; least: number }>(
      `select g.name as class, count(distinct a.subject)::int as subjects, count(*)::int as tests,
         min((select count(*) from app.assessment o where o.group_id = a.group_id and o.subject = a.subject))::int as least
       from app.assessment a join app.school_group g on g.school_id = a.school_id and g.id = a.group_id group by g.name order by 1`,
    )
    expect(rows).toEqual([
      { class: '3c', subjects: 13, tests: 49, least: 3 },
      { class: '4B', subjects: 5, tests: 9, least: 1 },
      { class: '4d', subjects: 4, tests: 7, least: 1 },
      { class: '5d', subjects: 1, tests: 3, least: 3 },
      { class: '6a', subjects: 3, tests: 5, least: 1 },
      { class: '7A', subjects: 3, tests: 5, least: 1 },
    ])
  })

  test('are of every kind: grades and letters, not made, levels, words alone, the exam dossier, with a remark now and then', async () => {
    const { rows } = await db.owner.query<Record<string, number>>(
      `select count(*) filter (where r.tenths < 55)::int as fails, count(*) filter (where r.tenths >= 55)::int as passes,
         count(*) filter (where r.mark in ('O', 'V', 'G') and s.key = 'overkant')::int as letters,
         count(*) filter (where r.mark = 'Inh')::int as later, count(*) filter (where r.mark = 'Vr')::int as exempt,
         count(*) filter (where a.scale = 'roman')::int as levels, count(*) filter (where a.scale = 'function')::int as reached,
         count(*) filter (where a.scale = 'words_only')::int as seen, count(*) filter (where r.dossier = 'exam')::int as exam,
         count(r.words) filter (where s.key = 'overkant')::int as remarks
       from app.result r join app.assessment a on a.school_id = r.school_id and a.id = r.assessment_id join app.school s on s.id = r.school_id`,
    )
    const [found = {}] = rows
    for (const [kind, count] of Object.entries(found)) expect(count, kind).toBeGreaterThan(0)
    const { fails = 0, passes = 0, remarks = 0 } = found
    expect(fails / (fails + passes)).toBeGreaterThan(0.05)
    expect(fails / (fails + passes)).toBeLessThan(0.3)
    expect(remarks).toBeGreaterThan(100)
  })

  test('carry what the schools agreed: at De Overkant Kind eerst, at De Klimboom nothing else was agreed', async () => {
    const { rows } = await db.owner.query(
      `select s.key, r.rule, r.later, bool_and(r.agreement_id is not null) as agreed from app.result r join app.school s on s.id = r.school_id
       group by 1, 2, 3 order by 1`,
    )
    expect(rows).toEqual([
      { key: 'klimboom', rule: 'child_first', later: 3, agreed: false },
      { key: 'overkant', rule: 'child_first', later: 3, agreed: true },
    ])
  })

  test('show Merel what she may know: all but what was entered today', async () => {
    const said = await reads('merel@overkant.example', '/cijfers')
    for (const title of [...longAgo, ...inWindow, told]) expect(said, title).toContain(title)
    expect(said).not.toContain(waits)
  })

  test.each(['selma', 'bas'])(
    'show %s what Merel told and what came home, and nothing of what did not',
    async (who) => {
      const said = await ofChild(`${who}@klimboom.example`, 'Merel')
      for (const title of [...longAgo, told]) expect(said, title).toContain(title)
      for (const title of [...inWindow, waits]) expect(said, title).not.toContain(title)
    },
  )

  test('come home together, the first time and the retake', async () => {
    const { rows } = await db.owner.query<{ title: string; due: string; open: boolean }>(
      `select a.title, r.guardian_due::text as due, r.guardian_due > app.now() as open from app.result r
       join app.assessment a on a.school_id = r.school_id and a.id = r.assessment_id
       where r.pupil_id = $1 and a.title like 'Woorden van unit 3%' order by a.title`,
      [await idOf('Merel')],
    )
    expect(rows.map(({ title, open }) => ({ title, open }))).toEqual([
      { title: 'Woorden van unit 3', open: true },
      { title: 'Woorden van unit 3, herkansing', open: true },
    ])
    expect(rows[0]?.due).toBe(rows[1]?.due)
    await db.setNow('2026-11-26T12:00:00+01:00')
    const said = await ofChild('selma@klimboom.example', 'Merel')
    expect(said).toContain('Woorden van unit 3, herkansing')
    await db.setNow(`${demoDay}T07:45:00+01:00`)
  })

  test('have somebody who wants to talk with the mentor first, and home does not know', async () => {
    const said = await reads('loes@overkant.example', '/cijfers')
    expect(said).toMatch(/Emir[^.]*Wiskunde/)
    const { rows } = await db.owner.query(
      `select t.choice, app.known_at_home(r.school_id, r.id, r.guardian_due, r.ended_at, r.ended_why) as home
       from app.result_telling t join app.result r on r.school_id = t.school_id and r.id = t.result_id order by 1`,
    )
    expect(rows).toEqual([
      { choice: 'mentor', home: false },
      { choice: 'told', home: true },
    ])
  })

  test('have an exam dossier of which the teacher proposes a change, and the exam secretary decides', async () => {
    const loes = await reader('loes@overkant.example')
    await loes.get('/cijfers')
    await loes.get(/href="([^"]+groep=[^"]+)"[^>]*>(?:<[^>]+>)*5d/.exec(loes.html)?.[1] ?? '/cijfers/none')
    await loes.get(/href="(\/toetsen\/[^"]+)"[^>]*>(?:<[^>]+>)*Schoolexamen 2: betoog/.exec(loes.html)?.[1] ?? '/none')
    await loes.get(/href="(\/toetsen\/[^"]+\/cijfers\/[^"]+)"/.exec(loes.html)?.[1] ?? '/none')
    const proposal = /action="([^"]+\/voorstel)"/.exec(loes.html)?.[1] ?? '/none'
    const typed = { grade: '8,1', examReason: 'Een vraag was niet meegeteld.' }
    expect((await loes.post(proposal, typed)).status).toBe(303)
    const ruben = await reader('ruben@overkant.example')
    await ruben.get('/vandaag')
    expect(ruben.html).toContain('href="/examendossier"')
    await ruben.get('/examendossier')
    expect(words(ruben.html)).toContain(typed.examReason)
    const decision = /action="(\/examendossier\/[^"]+\/besluit)"/.exec(ruben.html)?.[1] ?? '/none'
    expect((await ruben.post(decision, { says: 'no' })).status).toBe(303)
    await db.owner.query('delete from app.exam_change')
  })

  test('show a teacher the tests of a class, and what nobody knows yet', async () => {
    const browser = await reader('loes@overkant.example')
    await browser.get('/cijfers')
    await browser.get(/href="([^"]+groep=[^"]+)"[^>]*>(?:<[^>]+>)*3c/.exec(browser.html)?.[1] ?? '/cijfers/none')
    expect(words(browser.html)).toContain('Boekgesprek')
    expect(words(browser.html)).toContain(waits)
    expect(await reads('noor@klimboom.example', '/cijfers')).toContain('Zelf aan het werk')
  })

  test('have something for every pupil, parent and child whom one can sign in as', async () => {
    expect(await reads('aylin@overkant.example', '/cijfers')).toContain('Statistiek')
    expect(await reads('nadia@overkant.example', '/cijfers')).toContain('Schoolexamen 1: goniometrie')
    for (const child of ['Timo', 'Mila'])
      expect(await ofChild('selma@klimboom.example', child), child).toMatch(/Rekenen/)
    expect(await reads('senay@klimboom.example', '/voortgang')).toMatch(/Rekenen|Nederlands/)
  })

  test('are told to part of the children of De Klimboom, where a report is behind and one ahead', async () => {
    const { rows } = await db.owner.query<{ behind: number; ahead: number }>(
      `select count(*) filter (where p.report_on < app.today())::int as behind, count(*) filter (where p.report_on > app.today())::int as ahead
       from app.report_period p join app.school s on s.id = p.school_id where s.key = 'klimboom'`,
    )
    expect(rows).toEqual([{ behind: 1, ahead: 2 }])
    const { nobody, pupil, home } = await known('klimboom')
    expect(nobody).toBeGreaterThan(20)
    expect(pupil).toBeGreaterThan(20)
    expect(home).toBeGreaterThan(100)
  })

  test('are left alone by a second start', async () => {
    const count = async (): Promise<unknown> =>
      (
        await db.owner.query(
          'select count(*), max(entered_at), (select count(*) from app.assessment) as tests, (select count(*) from app.result_telling) as told from app.result',
        )
      ).rows
    const before = await count()
    await loadDemo(db.app, demoPasswords, fail)
    await loadRest(db.app, demoPasswords, { ready: () => undefined, failed: fail })
    expect(await count()).toEqual(before)
  })

  test.each([
    ['a Wednesday evening', '2026-12-02T21:00:00+01:00'],
    ['a Saturday', '2026-11-28T11:00:00+01:00'],
    ['the second day of Christmas', '2026-12-26T11:00:00+01:00'],
    ['the day of a report', '2027-01-29T10:00:00+01:00'],
    ['Easter Monday', '2027-03-29T11:00:00+02:00'],
  ])(
    'are there whichever day the demo begins on: %s',
    async (_, now) => {
      await db.owner.query(
        `delete from app.result; delete from app.assessment where retake_of is not null; delete from app.assessment`,
      )
      await db.setNow(now)
      const schools = await asOperator(db.app, null, findSchools)
      for (const [key, give] of [
        ['overkant', atOverkant],
        ['klimboom', atKlimboom],
      ] as const) {
        const school = schools.find((one) => one.key === key)?.id ?? ''
        await give(db.app, { school, key, today: now.slice(0, 10), year: '2026-2027', passwords: demoPasswords })
        const { nobody, pupil, home } = await known(key)
        expect(nobody, `${key}: nobody`).toBeGreaterThan(20)
        expect(pupil, `${key}: the pupil alone`).toBeGreaterThan(10)
        expect(home, `${key}: at home`).toBeGreaterThan(100)
      }
      expect(await reads('merel@overkant.example', '/cijfers')).toContain('Boekgesprek')
      expect(await ofChild('selma@klimboom.example', 'Merel')).toContain('Boekgesprek')
      expect(await ofChild('selma@klimboom.example', 'Timo')).toContain('Rekenen')
    },
    60_000,
  )

  test('are there in the first weeks of a year too', async () => {
    const early = await freshDatabase()
    await early.setNow('2026-09-04T08:00:00+02:00')
    await loadDemo(early.app, demoPasswords, fail)
    const { nobody, pupil, home } = await known('klimboom', early)
    expect(nobody).toBeGreaterThan(20)
    expect(pupil).toBeGreaterThan(10)
    expect(home).toBeGreaterThan(100)
    await early.drop()
  }, 120_000)
})
