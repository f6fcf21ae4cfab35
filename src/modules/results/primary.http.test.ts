import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { forgetResults, onResultPages, withoutTags } from '#test/results.ts'
import { klimboom, monday, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await house.db.owner
    .query(`insert into app.report_period (school_id, stage, name, starts_on, ends_on, report_on, report_at)
    values ('${school}', 'BO', 'Eerste rapport', '2026-08-31', '2027-01-29', '2027-02-05', '15:00')`)
})
afterEach(async () => {
  await house.db.setNow(`${monday}T09:00:00+01:00`)
  await forgetResults(house)
})
afterAll(() => house.drop())

const { school, timo, sem } = klimboom
const { open, send, addTest, enter, resultOf, sees } = onResultPages(() => house)

const cito = { kind: 'cito', scale: 'roman', subject: 'Rekenen', what: 'Rekenen, midden groep 4', weight: '' }

describe('In primary education', () => {
  test('the child knows when the teacher told it, and only from then on the days for home count', async () => {
    const id = await addTest(cito)
    await enter(id, { [timo]: 'IV', [sem]: 'I+' })
    expect(await resultOf(id)).toMatchObject({ pupilDue: '2027-02-05 15:00:00', homeDue: '2027-02-05 15:00:00' })
    const list = withoutTags(await open('tess', `/toetsen/${id}`))
    expect(list).toContain('leerling uiterlijk bij het rapport')
    expect(list).not.toContain('5 februari')
    const { id: one } = await resultOf(id)
    const page = withoutTags(await open('tess', `/toetsen/${id}/cijfers/${one}`))
    expect(page).toContain('Vertel het aan de leerling, uiterlijk bij het rapport.')
    expect(page).toContain('Thuis is het te zien uiterlijk bij het rapport.')
    await house.db.setNow('2026-12-04T18:00:00+01:00')
    expect([await sees('timo', 'IV'), await sees('selma', 'IV')]).toEqual([false, false])
    const { id: result } = await resultOf(id)
    const marked = await send('tess', `/toetsen/${id}/weten`, { result })
    expect(marked.to).toContain('weten=1')
    expect([await sees('timo', 'IV'), await sees('selma', 'IV')]).toEqual([true, false])
    expect(await resultOf(id)).toMatchObject({ homeDue: '2026-12-09 17:00:00' })
    expect(await resultOf(id, sem)).toMatchObject({ homeDue: '2027-02-05 15:00:00' })
    expect((await send('tess', `/toetsen/${id}/weten`)).to).toContain('weten=1')
    expect((await send('tess', `/toetsen/${id}/weten`)).to).toContain('weten=0')
    await house.db.setNow('2026-12-09T17:00:00+01:00')
    expect(await sees('selma', 'IV')).toBe(true)
    expect(await sees('karim', 'IV')).toBe(false)
  })

  test('there is no exam dossier', async () => {
    expect((await open('hein', '/vandaag')).html).not.toContain('/examendossier')
    expect((await open('hein', '/cijfers')).html).not.toContain('/examendossier')
    const page = withoutTags(await open('tess', '/toetsen/nieuw'))
    expect(page).not.toContain('Examendossier')
    const id = await addTest({ dossier: 'exam' })
    expect(withoutTags(await open('tess', `/toetsen/${id}`))).not.toContain('Examendossier')
  })

  test('a level is told with what it is, is never averaged, drawn or coloured', async () => {
    const id = await addTest(cito)
    await enter(id, { [timo]: 'V' })
    const other = await addTest({ ...cito, scale: 'letters', what: 'Begrijpend lezen' })
    await enter(other, { [timo]: 'E' })
    await house.db.setNow('2027-02-05T15:00:00+01:00')
    for (const who of ['timo', 'selma']) {
      const page = await open(who, who === 'timo' ? '/cijfers' : '/voortgang')
      const words = withoutTags(page)
      expect(words).toContain('\nV\n')
      expect(words).toContain('Een niveau vergelijkt een kind met andere kinderen van die leeftijd.')
      expect(words).not.toContain('Gemiddeld')
      expect(page.html).not.toContain('<svg class="chart')
      expect(page.html).not.toMatch(/class="[^"]*(error|notice|done)[^"]*"[^>]*>\s*(V|E)\s*</)
    }
  })

  test('what a teacher sees is words alone, and comes with the report', async () => {
    const id = await addTest({
      kind: 'observation',
      scale: 'words_only',
      subject: 'Groep',
      what: 'Samen spelen',
      weight: '',
    })
    const { status } = await send('tess', `/toetsen/${id}/cijfers`, {
      [`t-${timo}`]: 'Timo helpt graag.',
      [`v-${timo}`]: '',
    })
    expect(status).toBe(303)
    await house.db.setNow('2027-02-05T14:59:59+01:00')
    expect(await sees('selma', 'Timo helpt graag.')).toBe(false)
    await house.db.setNow('2027-02-05T15:00:00+01:00')
    expect([await sees('timo', 'Timo helpt graag.'), await sees('selma', 'Timo helpt graag.')]).toEqual([true, true])
  })

  test.each([
    ['a weight', { ...cito, weight: '3' }, { weight: 0 }],
    ['the exam dossier', { ...cito, dossier: 'exam' }, { dossier: 'progress' }],
    ['a retake', { ...cito, retakable: 'on' }, { retakable: false }],
  ])('%s of a level is left out', async (_what, fields, kept) => {
    const id = await addTest(fields)
    const { rows } = await house.db.owner.query(
      `select weight, dossier, retakable from app.assessment where id = '${id}'`,
    )
    expect(rows[0]).toMatchObject(kept)
  })

  test('a level that is none of the scale is refused beside its box', async () => {
    const id = await addTest(cito)
    const { status, browser } = await send('tess', `/toetsen/${id}/cijfers`, {
      [`c-${timo}`]: '6,4',
      [`t-${timo}`]: '',
      [`v-${timo}`]: '',
    })
    expect(status).toBe(422)
    expect(withoutTags(browser)).toContain('Timo de Jong: kies uit I+, I, II, III, IV of V.')
  })
})
