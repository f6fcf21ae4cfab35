import { describe, expect, test } from 'vitest'
import { onResultPages, secondaryHouse } from '#test/results.ts'
import { klimboom } from '#test/two-schools.ts'

const house = secondaryHouse()

const { timo } = klimboom
const { open, send, addTest, enter, resultOf, sees } = onResultPages(house)

describe('Two clocks', () => {
  test('nothing is agreed: the pupil sees it at 17.00, home three school days later', async () => {
    const id = await addTest()
    await enter(id, { [timo]: '5,4' })
    expect(await resultOf(id)).toMatchObject({ pupilDue: '2026-11-23 17:00:00', homeDue: '2026-11-26 17:00:00' })
    expect(await sees('timo', '5,4')).toBe(false)
    expect(await sees('selma', '5,4')).toBe(false)
    await house().db.setNow('2026-11-23T17:00:00+01:00')
    expect(await sees('timo', '5,4')).toBe(true)
    expect(await sees('selma', '5,4')).toBe(false)
    await house().db.setNow('2026-11-26T16:59:59+01:00')
    expect(await sees('selma', '5,4')).toBe(false)
    await house().db.setNow('2026-11-26T17:00:00+01:00')
    expect(await sees('selma', '5,4')).toBe(true)
    expect(await sees('bas', '5,4')).toBe(true)
    expect(await sees('karim', '5,4')).toBe(false)
  })

  test('the pupil tells it: all guardians see it at once, and ten minutes long it can be taken back', async () => {
    const id = await addTest()
    await enter(id, { [timo]: '5,4' })
    await house().db.setNow('2026-11-23T18:00:00+01:00')
    const { id: result } = await resultOf(id)
    const page = await open('timo', `/cijfers/${result}`)
    expect(page.html).toContain('Dan zien al je ouders het meteen')
    expect((await send('timo', `/cijfers/${result}/vertellen`, { choice: 'told' })).status).toBe(303)
    expect(await sees('selma', '5,4')).toBe(true)
    expect(await sees('bas', '5,4')).toBe(true)
    await house().db.setNow('2026-11-23T18:09:59+01:00')
    expect((await send('timo', `/cijfers/${result}/vertellen/einde`)).status).toBe(303)
    expect(await sees('selma', '5,4')).toBe(false)
    expect((await send('timo', `/cijfers/${result}/vertellen`, { choice: 'told' })).status).toBe(303)
    await house().db.setNow('2026-11-23T18:20:00+01:00')
    expect((await send('timo', `/cijfers/${result}/vertellen/einde`)).status).toBe(409)
    expect(await sees('selma', '5,4')).toBe(true)
  })
})
