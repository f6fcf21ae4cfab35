import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser } from '#test/browser.ts'
import { appFor, freshDatabase, type TestDatabase } from '#test/rig.ts'
import { demoDay, demoPasswords, wholeDemo } from '#test/whole-demo.ts'
import { loadDemo } from './load-demo.ts'
import { loadRest } from './load-rest.ts'
import { examples } from './sign-ins.ts'

const fail = (error: unknown): never => {
  throw error
}

const signIn = async (db: TestDatabase, login: string): Promise<Browser> => {
  const browser = new Browser(appFor(db, { demo: () => true, examples }))
  await browser.get('/inloggen')
  expect((await browser.post('/inloggen/proef', { login })).status, login).toBe(303)
  return browser
}

const words = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/\s+/g, ' ')

/** What somebody reads on a page of the own, or of the child of this name. */
const reads = async (db: TestDatabase, login: string, path: string, child?: string): Promise<string> => {
  const browser = await signIn(db, login)
  await browser.get(path)
  if (child === undefined) return words(browser.html)
  const [, to] = new RegExp(`href="([^"]*[?]kind=[^"]+)"[^>]*>(?:<[^>]+>|\\s)*${child}`).exec(browser.html) ?? []
  expect(to, `${child} on ${path}`).toBeDefined()
  await browser.get(to ?? '')
  return words(browser.html)
}

const [waits, inWindow, first, again, told] = [
  'Tekening van het hart',
  'Water in Nederland',
  'Woorden van unit 3',
  'Woorden van unit 3, herkansing',
  'Het interbellum',
]

describe('Results of the demo', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await wholeDemo()
  }, 180_000)
  afterAll(() => db.drop())

  const rows = async <Row extends object>(question: string): Promise<Row[]> =>
    (await db.owner.query<Row>(`set search_path to app; ${question}`) as unknown as { rows: Row[] }[])[1]?.rows ?? []

  test('are a term in every subject of 3c, and some of other classes', async () => {
    const { rows: found } = await db.owner.query<{ class: string; subjects: number; tests: number; least: number }>(
      `select g.name as class, count(distinct a.subject)::int as subjects, count(*)::int as tests,
         min((select count(*) from app.assessment o where o.group_id = a.group_id and o.subject = a.subject))::int as least
       from app.assessment a join app.school_group g on g.school_id = a.school_id and g.id = a.group_id group by g.name order by 1`,
    )
    expect(found).toEqual([
      { class: '3c', subjects: 13, tests: 49, least: 3 },
      { class: '4B', subjects: 5, tests: 9, least: 1 },
      { class: '4d', subjects: 4, tests: 7, least: 1 },
      { class: '6a', subjects: 3, tests: 5, least: 1 },
      { class: '7A', subjects: 3, tests: 5, least: 1 },
    ])
    const { rows: kinds } = await db.owner.query<{ inh: number; vr: number; words: number; exam: number; comments: number }>(
      `select count(*) filter (where mark = 'Inh')::int as inh, count(*) filter (where mark = 'Vr')::int as vr,
         count(*) filter (where mark in ('O', 'V', 'G') and dossier = 'progress')::int as words,
         count(*) filter (where dossier = 'exam')::int as exam, count(words)::int as comments from app.result`,
    )
    const [kind] = kinds
    expect(kind?.vr).toBe(1)
    for (const [what, least] of [['inh', 2], ['words', 50], ['exam', 40], ['comments', 100]] as const)
      expect(kind?.[what], what).toBeGreaterThan(least)
  })
})
