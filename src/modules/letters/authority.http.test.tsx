import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Tx } from '#platform/db/types.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import type { Browser } from '#test/browser.ts'
import { operate } from '#test/rig.ts'
import { klimboom as k, twoSchools, type TwoSchools } from '#test/two-schools.ts'
import { readCode } from './code.ts'
import { mailNext } from './mail-next.ts'
import type { LettersView } from './queries.ts'

let house: TwoSchools
let office: Browser
beforeAll(async () => {
  house = await twoSchools()
  office = house.as('olga')
})
afterAll(() => house.drop())
beforeEach(async () => {
  await house.db.owner.query(`delete from app.letter_try; delete from app.guardianship_authority;
    update app.guardianship set ended_on = null where guardian_id = '${k.bas}'`)
})

const relation = k.guardianships.bas

const letterOf = async (): Promise<string> => {
  await office.get(`/ouderschappen/${relation}/brief`)
  await office.post(`/ouderschappen/${relation}/brief`)
  return readCode(/<code>((?:\w{4} ){3}\w{4})<\/code>/.exec(office.html)?.[1] ?? '') ?? 'no code'
}

const answer = async (browser: Browser, code: string) => {
  await browser.get(`/brief/${code}`)
  return (await browser.post(`/brief/${code}`, { day: '14', month: '5', year: '2018' })).status
}

const limits = {
  full: {},
  on_request: { state: 'on_request' },
  blocked: {
    state: 'blocked',
    kind: 'court_order',
    datedOn: '1-10-2026',
    forbids: 'on',
    reviewOn: '1-10-2027',
  },
} as const

const limit = async (state: 'on_request' | 'blocked') => {
  await office.get(`/ouderschappen/${relation}/gezag`)
  expect((await office.post(`/ouderschappen/${relation}/gezag`, limits[state])).status).toBe(303)
}

test('A letter of a guardian with authority opens the child; of one who is blocked or is to ask it opens nothing.', async () => {
  const code = await letterOf()
  expect(await answer(house.stranger(), code)).toBe(303)
  for (const state of ['on_request', 'blocked'] as const) {
    await house.db.owner.query('delete from app.guardianship_authority')
    const made = await letterOf()
    await limit(state)
    const phone = house.stranger()
    expect(await answer(phone, made)).toBe(422)
    expect((await phone.get(`/leerlingen/${k.timo}`)).status).toBe(303)
  }
})

test('What a letter opened is shut the moment the guardian is blocked.', async () => {
  const phone = house.stranger()
  await answer(phone, await letterOf())
  expect((await phone.get(`/leerlingen/${k.timo}`)).status).toBe(200)
  await limit('blocked')
  expect((await phone.get(`/leerlingen/${k.timo}`)).status).toBe(404)
  await phone.get('/vandaag')
  expect(phone.html).not.toContain('Timo')
})

test('The office finds no letter to make for a guardian who is limited, nor for one whose relation ended.', async () => {
  const end = `update app.guardianship set ended_on = '2026-11-01' where guardian_id = '${k.bas}'`
  const shuts = [() => limit('on_request'), () => limit('blocked'), () => house.db.owner.query(end)]
  for (const shut of shuts) {
    await office.get(`/brieven/klassen/${k.groups.g4b}`)
    expect(office.html).toContain('Vermeer')
    expect((await office.get(`/ouderschappen/${relation}/brief`)).status).toBe(200)
    await office.get(`/leerlingen/${k.timo}`)
    expect(office.html).toContain(`/ouderschappen/${relation}/brief`)
    await shut()
    await office.get(`/leerlingen/${k.timo}`)
    expect(office.html).not.toContain(`/ouderschappen/${relation}/brief`)
    await office.get(`/brieven/klassen/${k.groups.g4b}`)
    expect(office.html).not.toContain('Vermeer')
    expect(office.html).toContain('Selma')
    expect((await office.get(`/ouderschappen/${relation}/brief`)).status).toBe(404)
    expect((await office.post(`/ouderschappen/${relation}/brief`)).status).toBe(404)
    await house.db.owner.query('delete from app.guardianship_authority')
  }
})

test('Guardians of a pupil of age get no letter with the class; at the counter one works for whom the pupil lets in.', async () => {
  const born = (day: string) =>
    house.db.owner.query('update app.person set birth_date = $1 where id = $2', [day, k.timo])
  const { rows } = await house.db.owner.query<{ year: number }>(
    `select extract(year from app.today())::int - 18 as year`,
  )
  await born(`${rows[0]?.year}-01-01`)
  const answers = async (code: string) => {
    const phone = house.stranger()
    await phone.get(`/brief/${code}`)
    return (await phone.post(`/brief/${code}`, { day: '1', month: '1', year: String(rows[0]?.year) })).status
  }
  for (const path of ['/brieven', `/brieven/klassen/${k.groups.g4b}`]) {
    expect((await office.get(path)).status).toBe(200)
    expect(office.html).not.toContain('Vermeer')
  }
  expect(await answers(await letterOf())).toBe(422)
  await office.get(`/ouderschappen/${relation}/brief`)
  expect(office.html).toContain('laat meekijken')
  await house.db.owner.query(
    'insert into app.adult_opening (school_id, guardianship_id, guardian_id, pupil_id) values ($1, $2, $3, $4)',
    [k.school, relation, k.bas, k.timo],
  )
  expect(await answers(await letterOf())).toBe(303)
  await house.db.owner.query('delete from app.adult_opening')
  await born('2018-05-14')
  await office.get(`/ouderschappen/${relation}/brief`)
  expect(office.html).not.toContain('laat meekijken')
})

test('A letter that was ordered by mail is not sent to who was blocked meanwhile.', async () => {
  const sent: unknown[] = []
  const mailer: Mailer = { send: async ({ to }) => void sent.push(to) }
  const next = async () => {
    await house.db.owner.query('insert into app.letter_mail (school_id, pupil_id, person_id) values ($1, $2, $3)', [
      k.school,
      k.timo,
      k.bas,
    ])
    const run = (tx: Tx<LettersView>) => mailNext(tx, k.school, mailer, 'https://samen.example')
    expect(await operate(house.db, k.school, run)).toBe(true)
  }
  await next()
  expect(sent).toEqual([['bas@thuis.example']])
  await limit('blocked')
  await next()
  expect(sent).toHaveLength(1)
})
