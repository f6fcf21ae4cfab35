import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asTask } from '#platform/db/context.ts'
import { asSecondary } from '#test/results.ts'
import { klimboom, monday, twoSchools, type TwoSchools } from '#test/two-schools.ts'
import { releaseDue } from './deeds/release-due.ts'
import type { ResultTables } from './tables.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await asSecondary(house)
  await house.db.owner
    .query(`insert into app.assessment (school_id, id, group_id, stage, subject, title, kind, scale, weight, made_on, set_by, retake_of)
    select '${school}', id::uuid, '${klimboom.groups.g4b}', 'VO', 'Wiskunde', 'Toets', 'written', 'tenths', 1, '2026-11-20', '${klimboom.tess}', of::uuid
    from (values ('${tests[0]}', null), ('${tests[1]}', null), ('${tests[2]}', '${tests[0]}')) as t (id, of)`)
})
afterAll(() => house.drop())

const { school, timo } = klimboom
const tests = [1, 2, 3].map((at) => `00000000-0000-4000-8000-00000000b00${at}`)

type Command =
  | { do: 'enter'; test: number; tenths: number; rule: string; later: number }
  | { do: 'withdraw'; test: number }
  | { do: 'tell'; test: number }
  | { do: 'early'; test: number }
  | { do: 'wait'; hours: number }
  | { do: 'job' }
  | { do: 'shut'; days: number }
  | { do: 'pause'; days: number }

const test_ = fc.integer({ min: 0, max: 2 })
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('enter' as const),
      test: test_,
      tenths: fc.integer({ min: 10, max: 100 }),
      rule: fc.constantFrom('direct', 'school_days', 'mon_thu', 'report', 'child_first'),
      later: fc.integer({ min: 0, max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), test: test_ }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('tell' as const), test: test_ }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('early' as const), test: test_ }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('job' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('shut' as const), days: fc.integer({ min: 0, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), days: fc.integer({ min: 0, max: 6 }) }) },
)

/** Which versions the policies show to somebody. */
const seenBy = async (who: string): Promise<ReadonlySet<string>> =>
  house.db.app.transaction().execute(async (tx) => {
    const token = createHash('sha256').update(who.padEnd(43, '-')).digest()
    await sql`select app.enter(${token})`.execute(tx)
    const { rows } = await sql<{ id: string }>`select id from app.result`.execute(tx)
    return new Set(rows.map(({ id }) => id))
  })

const run = async (step: Command, clock: { at: number }): Promise<void> => {
  const { owner, setNow, app } = house.db
  const current = (at: number) => `assessment_id = '${tests[at]}' and ended_at is null`
  switch (step.do) {
    case 'enter':
      await owner.query(
        `update app.result set ended_at = app.now(), ended_by = '${klimboom.tess}', ended_why = 'changed' where ${current(step.test)}`,
      )
      await owner.query(`insert into app.result (school_id, assessment_id, group_id, dossier, pupil_id, tenths, rule, at_time, later, counted, entered_by)
        values ('${school}', '${tests[step.test]}', '${klimboom.groups.g4b}', 'progress', '${timo}', ${step.tenths}, '${step.rule}', '17:00',
          ${step.rule === 'direct' ? 0 : step.later}, 'school_days', '${klimboom.tess}')`)
      await owner.query(`select app.time_again('${school}', array['${timo}'::uuid])`)
      return
    case 'withdraw':
      await owner.query(`update app.result set ended_at = coalesce(ended_at, app.now()), ended_by = '${klimboom.tess}', ended_why = 'withdrawn'
        where assessment_id = '${tests[step.test]}'`)
      return
    case 'tell':
    case 'early': {
      const readers = step.do === 'tell' ? `('guardian')` : `('pupil'), ('guardian')`
      const known =
        step.do === 'tell' ? 'and app.known_by_pupil(r.school_id, r.id, r.pupil_due, r.ended_at, r.ended_why)' : ''
      await owner.query(`insert into app.result_release (school_id, result_id, reader, pupil_id, released_by)
        select r.school_id, r.id, x.reader, r.pupil_id, '${timo}' from app.result r, (values ${readers}) as x (reader)
        where ${current(step.test)} ${known} on conflict do nothing`)
      return
    }
    case 'wait':
      clock.at += step.hours * 3_600_000
      await setNow(new Date(clock.at).toISOString())
      return
    case 'job':
      await asTask(app as Kysely<ResultTables>, 'release', school, (tx) => releaseDue(tx, school, null))
      return
    case 'shut':
      await owner.query(
        `insert into app.day_off (school_id, starts_on, ends_on, name) values ('${school}', app.today(), app.today() + ${step.days}, 'dicht')`,
      )
      return
    case 'pause':
      await owner.query(
        `insert into app.result_pause (school_id, pupil_id, on_until, paused_by) values ('${school}', '${timo}', app.today() + ${step.days}, '${klimboom.tess}')`,
      )
      await owner.query(`select app.time_again('${school}', array['${timo}'::uuid])`)
  }
}

type Row = { id: string; home: boolean; due: boolean; gone: boolean; replaced: boolean }

const rowsNow = async (): Promise<Map<string, Row>> => {
  const { rows } = await house.db.owner
    .query<Row>(`select r.id, r.guardian_due <= app.now() as due, r.ended_why = 'withdrawn' as gone,
      r.ended_why = 'changed' as replaced, exists (select from app.result_release x where x.result_id = r.id and x.reader = 'guardian') as home
    from app.result r`)
  return new Map(rows.map((row) => [row.id, row]))
}

test('home never knows before the pupil, never before its moment, and forgets nothing that was not withdrawn', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 20 }), async (steps) => {
      const { owner, setNow } = house.db
      await owner.query(
        `delete from app.result; delete from app.result_pause; delete from app.day_off where name = 'dicht'`,
      )
      const clock = { at: Date.parse(`${monday}T09:00:00+01:00`) }
      await setNow(new Date(clock.at).toISOString())
      let [pupil, home]: ReadonlySet<string>[] = [new Set(), new Set()]
      for (const step of steps) {
        await run(step, clock)
        const rows = await rowsNow()
        const [pupilNow, homeNow] = [await seenBy('timo'), await seenBy('selma')]
        expect([...homeNow].filter((id) => !pupilNow.has(id))).toEqual([])
        expect([...homeNow].filter((id) => !(rows.get(id)?.due || rows.get(id)?.home))).toEqual([])
        expect([...homeNow].filter((id) => rows.get(id)?.gone)).toEqual([])
        for (const [before, now] of [
          [home ?? new Set(), homeNow],
          [pupil ?? new Set(), pupilNow],
        ] as const)
          expect([...before].filter((id) => !now.has(id) && !rows.get(id)?.gone)).toEqual([])
        ;[pupil, home] = [pupilNow, homeNow]
      }
      expect(await seenBy('bas')).toEqual(home)
      expect((await seenBy('karim')).size).toBe(0)
      // Set back ten minutes, nothing that was written down is hidden.
      await run({ do: 'job' }, clock)
      const seen = await seenBy('selma')
      await setNow(new Date(clock.at - 600_000).toISOString())
      expect([...seen].filter((id) => !pupil?.has(id))).toEqual([])
      expect(await seenBy('selma')).toEqual(seen)
    }),
    { numRuns: 30 },
  )
}, 120_000)
