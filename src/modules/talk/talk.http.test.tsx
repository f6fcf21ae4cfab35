import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { enter } from '#platform/db/context.ts'
import { hashOf } from '#platform/http/secrets.ts'
import type { Browser } from '#test/browser.ts'
import { htmlOf } from '#ui/gallery/html-of.ts'
import { tieSecondChild } from '#test/lessons.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'
import { QuestionCard } from './pages/question-card.tsx'
import { questionOffQuery } from './queries.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
afterAll(() => house.drop())

const opened = async (name: string): Promise<Browser> => {
  const browser = house.as(name)
  await browser.get('/account')
  return browser
}
const rows = async () =>
  (
    await house.db.owner.query<{ person_id: string; over: boolean }>(
      'select person_id, ended_at is not null as over from app.talk_question_off order by since, over desc, person_id',
    )
  ).rows

/** Whether the page of this guardian would be told that it is off. */
const isOff = async (browser: Browser, schools: string[], persons: string[]): Promise<boolean> =>
  house.db.app.transaction().execute(async (tx) => {
    await enter(tx, hashOf(browser.cookies.get('samenspraak') ?? ''))
    return (await questionOffQuery.rows(tx, schools, persons)).length > 0
  })

test('A guardian switches the question off and on again, and each is one row in the ledger.', async () => {
  const selma = await opened('selma')
  const own = [[klimboom.school], [klimboom.selma]] as [string[], string[]]
  expect(await isOff(selma, ...own)).toBe(false)
  await house.events()
  const off = await selma.post('/gespreksvraag/einde', { back: '/vandaag' })
  expect([off.status, off.headers.get('location')]).toEqual([303, '/vandaag'])
  await selma.post('/gespreksvraag/einde', { back: '/vandaag' })
  expect(await rows()).toEqual([{ person_id: klimboom.selma, over: false }])
  expect(await isOff(selma, ...own)).toBe(true)
  expect((await selma.post('/gespreksvraag', { back: '//elsewhere.example' })).headers.get('location')).toBe('/')
  await selma.post('/gespreksvraag')
  expect(await isOff(selma, ...own)).toBe(false)
  expect(await rows()).toEqual([{ person_id: klimboom.selma, over: true }])
  expect((await house.events()).map(({ event, about }) => [event, about])).toEqual([
    ['talk.question.off', [klimboom.selma]],
    ['talk.question.on', [klimboom.selma]],
  ])
})

test('The other guardian keeps the question, and cannot read that it is off.', async () => {
  const [selma, bas] = [await opened('selma'), await opened('bas')]
  await selma.post('/gespreksvraag/einde')
  expect(await isOff(bas, [klimboom.school], [klimboom.bas, klimboom.selma])).toBe(false)
  await selma.post('/gespreksvraag')
})

test('A guardian of two schools switches it off at both.', async () => {
  await tieSecondChild(house.db)
  const selma = await opened('selma')
  await house.events()
  await selma.post('/gespreksvraag/einde')
  const open = (await rows()).filter(({ over }) => !over).map(({ person_id }) => person_id)
  expect(open.toSorted()).toEqual([klimboom.selma, vlieger.guardian].toSorted())
  expect(await house.events()).toHaveLength(2)
})

test('It is for guardians alone, and a hat of staff does not reach what the guardian chose.', async () => {
  for (const name of ['timo', 'tess', 'hein', 'olga', 'ada', 'pamAsTeacher', 'leftStaff']) {
    const browser = await opened(name)
    for (const path of ['/gespreksvraag', '/gespreksvraag/einde'])
      expect([name, path, (await browser.post(path)).status]).toEqual([name, path, 404])
  }
  const pam = await opened('pamAsParent')
  await pam.post('/gespreksvraag/einde')
  expect(await isOff(pam, [klimboom.school], [klimboom.pam])).toBe(true)
  expect(await isOff(await opened('pamAsTeacher'), [klimboom.school], [klimboom.pam])).toBe(false)
  const { rows: seen } = await sql<{ n: number }>`select count(*)::int as n from talk_question_off`.execute(
    house.db.app,
  )
  expect(seen).toEqual([{ n: 0 }])
})

test('The part shows a question for each child with the tap that ends it; switched off, one line brings it back.', () => {
  const frame = { csrf: 'token', lang: 'nl', path: '/vandaag' } as const
  const questions = [
    { name: 'Timo <b>', question: 'Waar moest je vandaag om lachen?' },
    { name: 'Bo', question: 'Wat deed je in de pauze?' },
  ]
  const on = htmlOf(<QuestionCard frame={frame} questions={questions} off={false} />)
  expect(on).toContain('Om over te praten')
  expect(on).toContain('<bdi>Timo &lt;b&gt;</bdi>')
  expect(on).toMatch(/action="\/gespreksvraag\/einde".*name="back" value="\/vandaag"/)
  const off = htmlOf(<QuestionCard frame={frame} questions={questions} off />)
  expect(off).toContain('action="/gespreksvraag"')
  expect(off).not.toContain('lachen')
  expect(htmlOf(<QuestionCard frame={frame} questions={[]} off={false} />)).toBe('')
})
