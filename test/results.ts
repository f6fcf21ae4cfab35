import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Browser } from './browser.ts'
import { klimboom, monday, twoSchools, type TwoSchools } from './two-schools.ts'

const { school, groups, timo, sem } = klimboom

/** Makes De Klimboom a school for secondary education, where a pupil has moments of its own. Timo, in 4B, is then of the third year. */
export const asSecondary = async ({ db }: TwoSchools): Promise<void> => {
  await db.owner.query(`insert into app.school_stage values ('${school}', 'VO');
    update app.pupil set year_group = '13' where school_id = '${school}';
    update app.school_group set year_group = '13' where school_id = '${school}';
    delete from app.school_stage where school_id = '${school}' and stage = 'BO'`)
}

export const forgetResults = async (house: TwoSchools): Promise<void> => {
  await house.db.owner.query(
    'delete from app.exam_change; delete from app.result; delete from app.assessment where retake_of is not null; delete from app.assessment; delete from app.result_pause',
  )
  await house.events()
}

/** The schools of a file of tests, De Klimboom for secondary education. After each test it is Monday morning, and nothing was marked. */
export const secondaryHouse = (): (() => TwoSchools) => {
  let house: TwoSchools
  beforeAll(async () => {
    house = await twoSchools()
    await asSecondary(house)
  })
  afterEach(async () => {
    await house.db.setNow(`${monday}T09:00:00+01:00`)
    await forgetResults(house)
  })
  afterAll(() => house.drop())
  return () => house
}

/** A test as it is typed. */
export const maths = {
  group: groups.g4b,
  kind: 'written',
  scale: 'tenths',
  subject: 'Wiskunde',
  what: 'Hoofdstuk 6',
  weight: '2',
  dossier: 'progress',
  madeOn: '20-11-2026',
}

export const withoutTags = (browser: Browser): string =>
  browser.html
    .replace(/<[^>]+>/g, '\n')
    .replace(/\s*\n\s*/g, '\n')
    .replaceAll('&quot;', '"')

/** What people do with results, through the pages. @param house the schools, once they are there */
export const onResultPages = (house: () => TwoSchools) => {
  const open = async (who: string, path: string): Promise<Browser> => {
    const browser = house().as(who)
    await browser.get(path)
    return browser
  }
  const send = async (
    who: string,
    path: string,
    fields: Record<string, string> = {},
  ): Promise<{ status: number; to: string; browser: Browser }> => {
    const browser = house().as(who)
    await browser.get('/account')
    const answer = await browser.post(path, fields)
    return { status: answer.status, to: answer.headers.get('location') ?? '', browser }
  }
  const addTest = async (fields: Record<string, string> = {}, who = 'tess'): Promise<string> => {
    const { status, to, browser } = await send(who, '/toetsen', { ...maths, ...fields })
    expect(status, browser.html).toBe(303)
    return /\/toetsen\/([0-9a-f-]{36})/.exec(to)?.[1] ?? ''
  }
  /** Enters what each pupil got over what stands there. */
  const enter = async (test: string, got: Record<string, string>, who = 'tess') => {
    const { rows } = await house().db.owner.query<{ pupil: string; id: string }>(
      `select pupil_id as pupil, id from app.result where assessment_id = '${test}' and ended_at is null`,
    )
    const was = new Map(rows.map((row) => [row.pupil, row.id]))
    const fields = Object.fromEntries(
      Object.entries(got).flatMap(([pupil, grade]) => [
        [`c-${pupil}`, grade],
        [`t-${pupil}`, ''],
        [`v-${pupil}`, was.get(pupil) ?? ''],
      ]),
    )
    const { status, browser } = await send(who, `/toetsen/${test}/cijfers`, fields)
    expect(status, withoutTags(browser)).toBe(303)
  }
  /** Of the version that counts for a pupil: its id and both moments, as text in UTC. */
  const resultOf = async (test: string, pupil: string = timo) => {
    const { rows } = await house().db.owner.query<{ id: string; pupil_due: string; guardian_due: string }>(
      `select id, pupil_due at time zone 'Europe/Amsterdam' || '' as pupil_due, guardian_due at time zone 'Europe/Amsterdam' || '' as guardian_due
       from app.result where assessment_id = '${test}' and pupil_id = '${pupil}' and ended_at is null`,
    )
    const [row] = rows
    if (row === undefined) throw new Error('nothing was entered')
    return { id: row.id, pupilDue: row.pupil_due, homeDue: row.guardian_due }
  }
  const sees = async (who: string, text: string, path = who === 'timo' ? '/cijfers' : '/voortgang'): Promise<boolean> =>
    withoutTags(await open(who, path)).includes(text)
  return { open, send, addTest, enter, resultOf, sees, timo, sem }
}
