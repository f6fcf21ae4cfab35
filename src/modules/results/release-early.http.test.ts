import { expect, test } from 'vitest'
import { onResultPages, secondaryHouse } from '#test/results.ts'
import { klimboom } from '#test/two-schools.ts'

const house = secondaryHouse()

const { timo } = klimboom
const { send, addTest, enter, resultOf, sees } = onResultPages(house)
const early = { who: 'home', reason: 'Timo gaat op reis.' }

test('what the clock showed the pupil can be shown at home early, also before a job wrote it down', async () => {
  const id = await addTest()
  await enter(id, { [timo]: '5,4' })
  const { id: result } = await resultOf(id)
  await house().db.setNow('2026-11-23T17:00:00+01:00')
  expect(await sees('timo', '5,4')).toBe(true)
  expect(await sees('selma', '5,4')).toBe(false)
  expect((await send('tess', `/toetsen/${id}/cijfers/${result}/vrijgave`, early)).status).toBe(303)
  expect(await sees('selma', '5,4')).toBe(true)
  expect(await sees('selma', early.reason)).toBe(true)
  expect(await sees('karim', '5,4')).toBe(false)
})

test('a teacher of another group, the office and a guardian show nothing early', async () => {
  const id = await addTest()
  await enter(id, { [timo]: '5,4' })
  const { id: result } = await resultOf(id)
  for (const who of ['pamAsTeacher', 'olga', 'selma'])
    expect((await send(who, `/toetsen/${id}/cijfers/${result}/vrijgave`, early)).status).toBe(404)
  expect(await sees('timo', '5,4')).toBe(false)
  expect(await sees('selma', '5,4')).toBe(false)
})
