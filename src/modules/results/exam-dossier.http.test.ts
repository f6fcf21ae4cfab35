import { describe, expect, test } from 'vitest'
import { onResultPages, secondaryHouse, withoutTags } from '#test/results.ts'
import { klimboom } from '#test/two-schools.ts'

const house = secondaryHouse()

const { timo } = klimboom
const { open, send, addTest, enter, resultOf, sees } = onResultPages(house)

describe('The exam dossier', () => {
  test('a letter is asked for where letters are given', async () => {
    const id = await addTest({ dossier: 'exam', scale: 'words' })
    await enter(id, { [timo]: 'V' })
    const { id: result } = await resultOf(id)
    const path = `/toetsen/${id}/cijfers/${result}/voorstel`
    const { status, browser } = await send('tess', path, { grade: '6,4', examReason: 'Telfout' })
    expect(status).toBe(422)
    expect(withoutTags(browser)).toContain('Kies uit ZG, G, V, RV, M, O, U, Vr of Inh.')
  })

  test('who leads the school finds it with the results', async () => {
    expect((await open('hein', '/cijfers')).html).toContain('href="/examendossier"')
  })

  test('what stands there is changed by two people only', async () => {
    const id = await addTest({ dossier: 'exam' })
    await enter(id, { [timo]: '5,4' })
    const { id: result } = await resultOf(id)
    const over = await send('tess', `/toetsen/${id}/cijfers`, {
      [`c-${timo}`]: '6,4',
      [`t-${timo}`]: '',
      [`v-${timo}`]: result,
    })
    expect(over.status).toBe(409)
    expect((await send('tess', `/toetsen/${id}/cijfers/${result}/intrekking`)).status).toBe(409)
    const path = `/toetsen/${id}/cijfers/${result}/voorstel`
    const wrong = await send('tess', path, { grade: '12', examReason: 'Telfout' })
    expect(wrong.status).toBe(422)
    expect(withoutTags(wrong.browser)).toContain('Typ een cijfer van 1,0 tot 10,0, of Vr of Inh.')
    expect((await send('tess', path, { grade: '6,4', examReason: 'Telfout' })).status).toBe(303)
    expect((await send('tess', path, { grade: '7,4', examReason: 'Telfout' })).status).toBe(409)
    const page = await open('hein', '/examendossier')
    expect(withoutTags(page)).toContain('Van 5,4 naar 6,4')
    const proposal = /\/examendossier\/([0-9a-f-]{36})\/besluit/.exec(page.html)?.[1] ?? ''
    expect((await send('tess', `/examendossier/${proposal}/besluit`, { says: 'yes' })).status).toBe(404)
    expect((await resultOf(id)).id).toBe(result)
    expect((await send('hein', `/examendossier/${proposal}/besluit`, { says: 'yes' })).status).toBe(303)
    await house().db.setNow('2026-11-27T18:00:00+01:00')
    expect([await sees('timo', '5,4'), await sees('timo', '6,4')]).toEqual([false, true])
  })
})
