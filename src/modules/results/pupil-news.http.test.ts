import { expect, test } from 'vitest'
import { onResultPages, secondaryHouse } from '#test/results.ts'
import { klimboom } from '#test/two-schools.ts'

const house = secondaryHouse()

const { timo } = klimboom
const { send, addTest, enter, resultOf, sees } = onResultPages(house)

test('the page of the day says to the pupil alone that something was marked, without the grade', async () => {
  const id = await addTest()
  await enter(id, { [timo]: '4,1' })
  expect(await sees('timo', 'Nagekeken', '/vandaag')).toBe(false)
  await house().db.setNow('2026-11-23T17:00:00+01:00')
  expect(await sees('timo', 'Nagekeken: Wiskunde, Hoofdstuk 6', '/vandaag')).toBe(true)
  expect(await sees('timo', '4,1', '/vandaag')).toBe(false)
  expect(await sees('selma', 'agekeken', '/vandaag')).toBe(false)
})

test('two of one subject that come at once are told apart', async () => {
  for (const what of ['Hoofdstuk 6', 'Formules']) await enter(await addTest({ what }), { [timo]: '6,4' })
  await house().db.setNow('2026-11-23T17:00:00+01:00')
  for (const what of ['Hoofdstuk 6', 'Formules'])
    expect(await sees('timo', `Nagekeken: Wiskunde, ${what}`, '/vandaag')).toBe(true)
})

test('who wants to tell it is reminded on the last school day before home sees it', async () => {
  const id = await addTest()
  await enter(id, { [timo]: '4,1' })
  await house().db.setNow('2026-11-23T18:00:00+01:00')
  const { id: result } = await resultOf(id)
  expect((await send('timo', `/cijfers/${result}/vertellen`, { choice: 'self' })).status).toBe(303)
  for (const [day, told] of [
    ['2026-11-24', false],
    ['2026-11-25', true],
    ['2026-11-26', true],
  ] as const) {
    await house().db.setNow(`${day}T16:00:00+01:00`)
    expect(await sees('timo', 'Je wilde zelf vertellen: Wiskunde, Hoofdstuk 6', '/vandaag')).toBe(told)
  }
  await house().db.setNow('2026-11-26T17:00:00+01:00')
  expect(await sees('timo', 'Je wilde zelf vertellen: Wiskunde, Hoofdstuk 6', '/vandaag')).toBe(false)
})
