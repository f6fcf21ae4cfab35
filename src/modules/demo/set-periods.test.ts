import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '#test/rig.ts'
import { wholeDemo } from '#test/whole-demo.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await wholeDemo()
}, 120_000)
afterAll(() => db.drop())

const periodsAt = async (key: string) =>
  (
    await db.owner.query<{ name: string; report: string; lessons: boolean; weeks: number }>(
      `select p.name, p.report_on::text || ' ' || to_char(p.report_at, 'HH24.MI') as report, app.is_lesson_day(s.id, p.report_on) as lessons,
        ((p.report_on - lag(p.report_on, 1, p.starts_on) over (order by p.report_on)) / 7)::int as weeks
      from app.report_period p join app.school s on s.id = p.school_id where s.key = $1 order by p.starts_on`,
      [key],
    )
  ).rows

test('De Klimboom has three reports a year and De Overkant four, each on a school day and never half a year apart.', async () => {
  const [klimboom, overkant] = [await periodsAt('klimboom'), await periodsAt('overkant')]
  expect(klimboom.map(({ name }) => name)).toEqual(['Eerste rapport', 'Tweede rapport', 'Derde rapport'])
  expect(overkant.map(({ report }) => report)).toEqual([
    '2026-11-13 15.00',
    '2027-01-29 15.00',
    '2027-04-09 15.00',
    '2027-07-02 15.00',
  ])
  for (const { lessons, weeks } of [...klimboom, ...overkant]) expect([lessons, weeks < 26]).toEqual([true, true])
})

test.each(['klimboom', 'overkant'])(
  'what %s agreed about its reports names the months in which they come',
  async (key) => {
    const { rows } = await db.owner.query<{ months: string[] }>(
      `select array(select jsonb_array_elements_text(a.terms -> 'months')) as months from app.agreement a
      join app.school s on s.id = a.school_id where s.key = $1 and a.kind = 'reports'`,
      [key],
    )
    const comes = (await periodsAt(key)).map(({ report }) => String(Number(report.slice(5, 7))))
    expect(rows.map(({ months }) => months)).toEqual([comes])
  },
)
