import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { onResultPages, secondaryHouse, withoutTags } from '#test/results.ts'
import { bySql, klimboom } from '#test/two-schools.ts'

const house = secondaryHouse()
afterEach(async () => {
  await house().db.owner.query(`delete from app.day_off where name = 'Dicht'`)
})

const { timo, school } = klimboom
const { open, send, addTest, enter, resultOf } = onResultPages(house)

test('a day off that comes in between leaves a retake and the first time together', async () => {
  const first = await addTest({ retakable: 'on' })
  await enter(first, { [timo]: '4,8' })
  await house().db.setNow('2026-11-24T12:00:00+01:00')
  const again = await addTest({ what: 'Herkansing', retakeOf: first })
  await enter(again, { [timo]: '6,6' })
  await house().db.owner.query(
    `insert into app.day_off (school_id, starts_on, ends_on, name) values ('${school}', '2026-11-25', '2026-11-25', 'Dicht')`,
  )
  expect((await resultOf(again)).homeDue).toBe('2026-11-30 17:00:00')
  expect((await resultOf(first)).homeDue).toBe('2026-11-30 17:00:00')
})

test('a retake of a retake is no test, also when the form is forged', async () => {
  const first = await addTest()
  const again = await addTest({ retakeOf: first })
  const { status } = await send('tess', '/toetsen', {
    group: klimboom.groups.g4b,
    kind: 'written',
    subject: 'Wiskunde',
    what: 'Nog eens',
    weight: '1',
    madeOn: '20-11-2026',
    retakeOf: again,
  })
  expect(status).toBe(404)
})

test('a pupil who taps twice at once tells once', async () => {
  const id = await addTest()
  await enter(id, { [timo]: '5,4' })
  await house().db.setNow('2026-11-23T18:00:00+01:00')
  const { id: result } = await resultOf(id)
  const tap = () => send('timo', `/cijfers/${result}/vertellen`, { choice: 'told' })
  const answers = await Promise.all([tap(), tap(), tap()])
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
})

test('what was withdrawn is no talk on the list of the teacher', async () => {
  const id = await addTest()
  await enter(id, { [timo]: '5,4' })
  await house().db.setNow('2026-11-23T18:00:00+01:00')
  const { id: result } = await resultOf(id)
  await send('timo', `/cijfers/${result}/vertellen`, { choice: 'mentor' })
  expect(withoutTags(await open('tess', '/cijfers'))).toContain('wil praten over')
  await send('tess', `/toetsen/${id}/cijfers/${result}/intrekking`)
  expect(withoutTags(await open('tess', '/cijfers'))).not.toContain('wil praten over')
})

test('the pupil types no moment by which the ten minutes never end', async () => {
  const id = await addTest()
  await enter(id, { [timo]: '5,4' })
  await house().db.setNow('2026-11-23T18:00:00+01:00')
  const { id: result } = await resultOf(id)
  const { rows } = await house().db.owner.query(
    `insert into app.result_release (school_id, result_id, reader, pupil_id, released_by, released_at)
     values ('${school}', '${result}', 'guardian', '${timo}', '${timo}', '2099-01-01') returning released_at <= app.now() as stamped`,
  )
  expect(rows).toEqual([{ stamped: true }])
})

test('nobody who decides on the exam dossier ends a version alone', async () => {
  const id = await addTest({ dossier: 'exam' })
  await enter(id, { [timo]: '5,4' })
  const end = sql`update app.result set ended_at = app.now(), ended_by = ${klimboom.hein}, ended_why = 'withdrawn'
    where assessment_id = ${id}`
  expect(await bySql(house(), 'hein', end)).toBe(0)
})

test('two who decide at once on one proposal decide once', async () => {
  await house().db.owner.query(`insert into app.staff_role (school_id, person_id, role, started_on)
    values ('${school}', '${klimboom.olga}', 'exam_secretary', '2020-08-01')`)
  for (let round = 0; round < 3; round++) {
    const id = await addTest({ dossier: 'exam', what: `SE ${round}` })
    await enter(id, { [timo]: '5,4' })
    const { id: result } = await resultOf(id)
    const wish = { grade: '5,6', examReason: 'Verteld.' }
    expect((await send('tess', `/toetsen/${id}/cijfers/${result}/voorstel`, wish)).status).toBe(303)
    const [, proposal = ''] =
      /\/examendossier\/([0-9a-f-]{36})\/besluit/.exec((await open('hein', '/examendossier')).html) ?? []
    const answers = await Promise.all(
      [
        ['hein', 'no'],
        ['olga', 'yes'],
      ].map(([who = '', says = '']) => send(who, `/examendossier/${proposal}/besluit`, { says })),
    )
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 409])
  }
})

test('an unreleased retake changes no byte of what the pupil reads', async () => {
  const first = await addTest({ retakable: 'on' })
  await enter(first, { [timo]: '4,8' })
  await house().db.setNow('2026-11-24T12:00:00+01:00')
  const again = await addTest({ what: 'Herkansing', retakeOf: first })
  const before = withoutTags(await open('timo', '/cijfers'))
  await enter(again, { [timo]: '6,6' })
  expect(withoutTags(await open('timo', '/cijfers'))).toBe(before)
})
