import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { asTask } from '#platform/db/context.ts'
import { onResultPages, secondaryHouse } from '#test/results.ts'
import { klimboom } from '#test/two-schools.ts'
import { releaseDue } from './deeds/release-due.ts'
import { purgeResults } from './jobs.ts'
import type { ResultTables } from './tables.ts'

const house = secondaryHouse()

const { school, timo, sem } = klimboom
const { addTest, enter, resultOf } = onResultPages(house)
const release = (): Promise<number> =>
  asTask(house().db.app as Kysely<ResultTables>, 'release', school, (tx) => releaseDue(tx, school, '2 days'))
const released = async (): Promise<string[]> =>
  (await house().db.owner.query<{ reader: string }>('select reader from app.result_release order by reader')).rows.map(
    ({ reader }) => reader,
  )

test('what became known is written down once, as one row of the ledger a batch, and nothing else is', async () => {
  const id = await addTest()
  await enter(id, { [timo]: '5,4', [sem]: '7,0' })
  expect(await release()).toBe(0)
  await house().db.setNow('2026-11-23T17:00:00+01:00')
  await house().events()
  expect(await release()).toBe(2)
  expect(await release()).toBe(0)
  expect(await released()).toEqual(['pupil', 'pupil'])
  const events = await house().events()
  expect(events.map(({ event, payload, doer_hat }) => ({ event, payload, doer_hat }))).toEqual([
    { event: 'results.grades.released', payload: { pupil: 2, guardian: 0 }, doer_hat: 'task' },
  ])
  await house().db.setNow('2026-11-26T17:00:00+01:00')
  expect(await release()).toBe(2)
  expect(await released()).toEqual(['guardian', 'guardian', 'pupil', 'pupil'])
})

test('what was replaced before its moment or withdrawn is never written down as known', async () => {
  const id = await addTest()
  await enter(id, { [timo]: '5,4', [sem]: '7,0' })
  await enter(id, { [timo]: '6,4' })
  const { id: result } = await resultOf(id, sem)
  await house().db.owner.query(
    `update app.result set ended_at = app.now(), ended_why = 'withdrawn' where id = '${result}'`,
  )
  await house().db.setNow('2026-11-26T18:00:00+01:00')
  await asTask(house().db.app as Kysely<ResultTables>, 'release', school, (tx) => releaseDue(tx, school, null))
  const { rows } = await house().db.owner.query<{ tenths: number }>(
    'select distinct r.tenths from app.result_release x join app.result r on r.id = x.result_id',
  )
  expect(rows).toEqual([{ tenths: 64 }])
})

test('the results of who left two years ago go, with the tests of which none is left', async () => {
  const [shared, alone] = [await addTest({ what: 'Samen' }), await addTest({ what: 'Alleen' })]
  await enter(shared, { [timo]: '5,4', [sem]: '7,0' })
  await enter(alone, { [timo]: '5,4' })
  await house().db.owner.query(`update app.pupil set left_on = '2026-11-20' where person_id = '${timo}'`)
  const left = async (): Promise<string[]> =>
    (
      await house().db.owner.query<{ title: string }>(
        'select distinct a.title from app.assessment a left join app.result r on r.assessment_id = a.id order by 1',
      )
    ).rows.map(({ title }) => title)
  await house().db.setNow('2028-11-19T04:00:00+01:00')
  await asTask(house().db.app as Kysely<ResultTables>, 'purge', null, purgeResults)
  expect(await left()).toEqual(['Alleen', 'Samen'])
  await house().db.setNow('2028-11-20T04:00:00+01:00')
  await asTask(house().db.app as Kysely<ResultTables>, 'purge', null, purgeResults)
  expect(await left()).toEqual(['Samen'])
  const { rows } = await house().db.owner.query<{ pupil: string }>('select pupil_id as pupil from app.result')
  expect(rows).toEqual([{ pupil: sem }])
  await house().db.owner.query(`update app.pupil set left_on = null where person_id = '${timo}'`)
})
