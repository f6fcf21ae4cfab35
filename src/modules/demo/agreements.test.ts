import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser } from '#test/browser.ts'
import { appFor, type TestDatabase } from '#test/rig.ts'
import { demoDay, demoPasswords, wholeDemo } from '#test/whole-demo.ts'
import { daysOf, type Version } from './agreed.ts'
import { loadDemo } from './load-demo.ts'
import { loadRest } from './load-rest.ts'
import { examples } from './sign-ins.ts'

/** By theme of the catalogue: what its kinds are called in the database. */
const themes = {
  social: ['online-trouble'],
  groups: ['group-rule', 'quiet-hours'],
  phones: ['phones'],
  materials: ['devices', 'on-paper'],
  ai: ['ai'],
  skills: ['skills'],
  results: ['grade-release', 'fails', 'grading-term', 'averages', 'reports'],
  contact: ['contact', 'events'],
  kept: ['measuring'],
} as const

type Row = {
  kind: string
  level: string
  of: string | null
  starts: string | null
  ends: string | null
  replaced: boolean
  laid: string[] | null
  waits: string[] | null
  by: string | null
  line: string
  terms: Record<string, unknown>
}

const rowsAt = async (db: TestDatabase, key: string): Promise<Row[]> =>
  (
    await db.owner.query<Row>(
      `select a.kind, a.level, coalesce(a.year_group, a.class_name, a.subject) as of, s.starts_on::text as starts,
         e.ends_on::text as ends, e.replaced_by is not null as replaced, a.school_line as line, a.terms,
         (select array_agg(l.body order by l.body) from app.agreement_laying l
           where l.school_id = a.school_id and l.agreement_id = a.id) as laid,
         (select array_agg(l.body order by l.body) from app.agreement_laying l
           left join app.agreement_answer w on w.school_id = l.school_id and w.laying_id = l.id
           where l.school_id = a.school_id and l.agreement_id = a.id and w.laying_id is null) as waits,
         (select min(l.answer_by)::text from app.agreement_laying l
           where l.school_id = a.school_id and l.agreement_id = a.id) as by
       from app.agreement a join app.school c on c.id = a.school_id
       left join app.agreement_start s on s.school_id = a.school_id and s.agreement_id = a.id
       left join app.agreement_end e on e.school_id = a.school_id and e.agreement_id = a.id
       where c.key = $1 order by a.kind, a.level, s.starts_on`,
      [key],
    )
  ).rows

const isInForce = ({ starts, ends }: Row): boolean =>
  starts !== null && starts <= demoDay && (ends === null || ends >= demoDay)

const agreedThemes = (rows: readonly Row[]): string[] =>
  Object.entries(themes).flatMap(([theme, kinds]) =>
    rows.some((row) => isInForce(row) && kinds.some((kind) => kind === row.kind)) ? [theme] : [],
  )

const openAt = async (db: TestDatabase, key: string): Promise<unknown[]> =>
  (
    await db.owner.query(
      `select o.theme, o.body, o.talked_on::text as "talkedOn" from app.agreement_open_theme o
       join app.school c on c.id = o.school_id where c.key = $1`,
      [key],
    )
  ).rows

test.each(['2026-08-01', '2026-11-23', '2028-02-29', '2028-07-31', '2029-07-31'])(
  'Days are in their order when the demo is laid on %s',
  (today) => {
    const day = (since: Version['since'], place: number) => daysOf({ starter: '', since }, place, today)
    for (const place of [0, 1]) {
      const [before, now, soon] = [day('last year', place), day('this year', place), day('soon', place)]
      for (const { laidOn, decidedOn, startsOn } of [before, now, soon, day('undecided', place)]) {
        expect(laidOn < decidedOn && decidedOn <= today).toBe(true)
        expect(startsOn === null || decidedOn < startsOn).toBe(true)
      }
      const starts = [before, now, soon].map(({ startsOn }) => startsOn ?? '')
      expect(new Set(starts).size).toBe(3)
      expect(starts.toSorted()).toEqual(starts)
      expect((now.startsOn ?? '') <= today && today < (soon.startsOn ?? '')).toBe(true)
    }
  },
)

const called = (rows: readonly Row[]): string[] =>
  rows.map(({ kind, level, of }) => [kind, level, of].filter((part) => part !== null).join(' '))

describe('The schools of the demo', () => {
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

  test('agreed in every theme but the one that is openly talked about', async () => {
    const everything = Object.keys(themes)
    expect(agreedThemes(await rowsAt(db, 'overkant'))).toEqual(everything.filter((theme) => theme !== 'skills'))
    expect(await openAt(db, 'overkant')).toEqual([{ theme: 'skills', body: 'council', talkedOn: '2026-12-15' }])
    expect(agreedThemes(await rowsAt(db, 'klimboom'))).toEqual(everything.filter((theme) => theme !== 'ai'))
    expect(await openAt(db, 'klimboom')).toEqual([{ theme: 'ai', body: 'council', talkedOn: '2026-12-15' }])
  })

  test('wrote most of it for the whole school, and some for one year, one class or one subject', async () => {
    const narrow = async (key: string) =>
      called((await rowsAt(db, key)).filter((row) => row.level !== 'school' && isInForce(row)))
    expect(await narrow('klimboom')).toEqual(['devices class 4B', 'on-paper subject Engels'])
    expect(await narrow('overkant')).toEqual(['ai subject Wiskunde', 'on-paper class 3c', 'phones year 11'])
  })

  test.each([
    ['klimboom', 'quiet-hours'],
    ['overkant', 'phones'],
  ])(
    'have at %s a version of last year that another took the place of, with other words and parameters',
    async (key, kind) => {
      const [before, after] = (await rowsAt(db, key)).filter((row) => row.kind === kind && row.level === 'school')
      expect(before).toMatchObject({ starts: '2025-08-01', ends: '2026-07-31', replaced: true })
      expect(after).toMatchObject({ starts: '2026-08-01', ends: null, replaced: false })
      expect(after?.terms).not.toEqual(before?.terms)
    },
  )

  test('have what waits for a decision of each section, with time left, and what comes into force later', async () => {
    const waiting = async (key: string) =>
      (await rowsAt(db, key))
        .filter(({ starts }) => starts === null)
        .map(({ kind, laid, waits, by }) => ({ kind, laid, waits, by }))
    const by = '2026-12-21'
    expect(await waiting('klimboom')).toEqual([
      { kind: 'events', laid: ['parents'], waits: ['parents'], by },
      { kind: 'measuring', laid: ['staff'], waits: ['staff'], by },
    ])
    expect(await waiting('overkant')).toEqual([
      { kind: 'grade-release', laid: ['parents', 'pupils'], waits: ['parents', 'pupils'], by },
      { kind: 'grading-term', laid: ['pupils', 'staff'], waits: ['staff'], by },
    ])
    for (const [key, kind] of [
      ['klimboom', 'contact'],
      ['overkant', 'averages'],
    ] as const)
      expect((await rowsAt(db, key)).filter(({ starts }) => starts !== null && starts > demoDay)).toMatchObject([
        { kind, starts: '2027-01-01' },
      ])
  })

  test('have somebody to sign in as with a seat in each section of the council', async () => {
    for (const login of [
      'senay@klimboom.example',
      'youssef@klimboom.example',
      'bas@klimboom.example',
      'loes@overkant.example',
      'aylin@overkant.example',
    ]) {
      const one = await reader(login)
      await one.get('/account')
      if (login.startsWith('youssef')) await one.post('/account/rol', { hat: 'staff' })
      expect((await one.get('/medezeggenschap')).status, login).toBe(200)
    }
    const merel = await reader('merel@overkant.example')
    expect((await merel.get('/medezeggenschap')).status).toBe(404)
  })

  test('tell on Vandaag what a class just agreed and what is to come, and nothing that held long before it came here', async () => {
    const news = async (login: string): Promise<string[]> => {
      const one = await reader(login)
      await one.get('/vandaag')
      return [...one.html.matchAll(/<a [^>]*href="\/afspraken\/[0-9a-f-]{36}"[^>]*>([\s\S]*?)<\/a>/g)].map(
        ([, said = '']) => said.replaceAll(/<[^>]+>/g, '').trim(),
      )
    }
    expect(await news('merel@overkant.example')).toEqual(['Huiswerk en rooster op papier, voor klas 3c'])
    expect(await news('wietske@klimboom.example')).toEqual(['Contact met de leraar, voor de hele school'])
  })

  test('have one that agreed nothing yet', async () => {
    expect(await rowsAt(db, 'vuurvlieg')).toEqual([])
    const visitor = new Browser(appFor(db, { demo: () => true, examples }))
    for (const key of ['vuurvlieg', 'klimboom', 'overkant'])
      expect((await visitor.get(`/scholen/${key}/afspraken`)).status, key).toBe(200)
    expect(await openAt(db, 'vuurvlieg')).toEqual([])
  })

  test('show what was counted: a teacher her own figure, everybody the sum, and who leads a team what is open', async () => {
    const wordsAt = async (login: string, path: string): Promise<string> => {
      const one = await reader(login)
      await one.get(path)
      return one.html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    }
    const { rows } = await db.owner.query<{ id: string; people: number; person: string | null }>(
      `select k.agreement_id as id, k.people, p.first_name as person from app.agreement_kept k
       left join app.person p on p.school_id = k.school_id and p.id = k.person_id
       join app.school c on c.id = k.school_id where c.key = 'klimboom' order by k.people desc, p.first_name`,
    )
    const [sum] = rows
    expect(sum).toMatchObject({ people: 3, person: null })
    expect(rows.filter(({ id }) => id === sum?.id).map(({ person }) => person)).toEqual([
      null,
      'Noor',
      'Piotr',
      'Youssef',
    ])
    expect(await wordsAt('noor@klimboom.example', `/afspraken/${sum?.id}`)).toContain('Jouw eigen cijfer')
    expect(await wordsAt('youssef@klimboom.example', '/scholen/klimboom/afspraken/gehouden')).toMatch(
      /november 2026 \d+ van \d+ \(\d+ %\)/,
    )
    expect(await wordsAt('ruben@overkant.example', '/afspraken/open-punten')).toMatch(/3c, (Engels|Duits)/)
  })

  test('are left alone by a second start', async () => {
    const before = await Promise.all(['klimboom', 'overkant'].map((key) => rowsAt(db, key)))
    const fail = (error: unknown): never => {
      throw error
    }
    await loadDemo(db.app, demoPasswords, fail)
    await loadRest(db.app, demoPasswords, { ready: () => undefined, failed: fail })
    expect(await Promise.all(['klimboom', 'overkant'].map((key) => rowsAt(db, key)))).toEqual(before)
  })
})
