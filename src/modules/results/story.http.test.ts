import { afterEach, describe, expect, test } from 'vitest'
import { maths, onResultPages, secondaryHouse, withoutTags } from '#test/results.ts'
import { klimboom, monday } from '#test/two-schools.ts'

const house = secondaryHouse()
afterEach(async () => {
  await house().db.owner.query('delete from app.agreement; delete from app.report_period')
})

const { school, timo, sem } = klimboom
const { open, send, addTest, enter, resultOf, sees } = onResultPages(house)

/** In force since yesterday. */
const agree = (kind: string, terms: object, pupil: string | null = null): Promise<unknown> =>
  house().db.owner
    .query(`with a as (insert into app.agreement (school_id, kind, level, pupil_id, terms, school_line, parents_line, pupils_line)
      values ('${school}', '${kind}', '${pupil === null ? 'school' : 'pupil'}', ${pupil === null ? 'null' : `'${pupil}'`},
        '${JSON.stringify(terms)}', 'a', 'b', 'c') returning school_id, id)
    insert into app.agreement_start (school_id, agreement_id, pupil_id, starts_on, agreed)
      select school_id, id, ${pupil === null ? 'null' : `'${pupil}'`}, '2026-11-22', '[]' from a`)

const addReport = (day: string): Promise<unknown> =>
  house().db.owner
    .query(`insert into app.report_period (school_id, stage, name, starts_on, ends_on, report_on, report_at)
    values ('${school}', 'VO', 'Periode 2', '2026-11-01', '${day}', '${day}', '15:00')`)

describe('A retake', () => {
  test('marked within the window comes home together with the first, and the highest counts', async () => {
    const first = await addTest({ what: 'Hoofdstuk 6', retakable: 'on' })
    await enter(first, { [timo]: '4,8' })
    await house().db.setNow('2026-11-24T12:00:00+01:00')
    const again = await addTest({ what: 'Herkansing hoofdstuk 6', retakeOf: first })
    await enter(again, { [timo]: '6,6' })
    expect((await resultOf(again)).homeDue).toBe('2026-11-27 17:00:00')
    expect((await resultOf(first)).homeDue).toBe('2026-11-27 17:00:00')
    await house().db.setNow('2026-11-26T17:00:00+01:00')
    expect(await sees('selma', '4,8')).toBe(false)
    await house().db.setNow('2026-11-27T17:00:00+01:00')
    const page = withoutTags(await open('selma', '/voortgang'))
    expect(page).toContain('4,8')
    expect(page).toContain('6,6')
    expect(page).toContain('Bij een herkansing telt het hoogste cijfer, één keer.')
    expect(page).toMatch(/\n6,6\n(?:.*\n)*?6,6\n/)
  })

  test('told at home tells the first with it', async () => {
    const first = await addTest()
    await enter(first, { [timo]: '4,8' })
    const again = await addTest({ retakeOf: first, what: 'Herkansing' })
    await enter(again, { [timo]: '6,6' })
    await house().db.setNow('2026-11-23T18:00:00+01:00')
    const { id } = await resultOf(again)
    expect((await open('timo', `/cijfers/${id}`)).html).toContain('allebei de keren')
    expect((await send('timo', `/cijfers/${id}/vertellen`, { choice: 'told' })).status).toBe(303)
    expect(await sees('selma', '6,6')).toBe(true)
    expect(await sees('selma', '4,8')).toBe(true)
    expect((await send('timo', `/cijfers/${id}/vertellen/einde`)).status).toBe(303)
    expect(await sees('selma', '6,6')).toBe(false)
    expect(await sees('selma', '4,8')).toBe(false)
  })

  test('asks no weight, and counts as often as the first', async () => {
    const first = await addTest({ weight: '3' })
    expect((await open('tess', `/toetsen/nieuw?herkansing=${first}`)).html).not.toContain('name="weight"')
    const again = await addTest({ retakeOf: first, what: 'Herkansing', weight: '9', retakable: 'on' })
    expect((await open('tess', `/toetsen/${again}/wijziging`)).html).not.toContain('name="weight"')
    const changed = { ...maths, what: 'Tweede kans', weight: '8' }
    expect((await send('tess', `/toetsen/${again}/wijziging`, changed)).status).toBe(303)
    const { rows } = await house().db.owner.query(
      `select title, weight, retakable from app.assessment where id = '${again}'`,
    )
    expect(rows).toEqual([{ title: 'Tweede kans', weight: 3, retakable: false }])
  })

  test('a fail waits for it where that was agreed with this pupil, and never longer than until the report', async () => {
    await agree('fails', { waits: 'retake' }, timo)
    await addReport('2026-12-18')
    const first = await addTest({ retakable: 'on' })
    await enter(first, { [timo]: '5,4', [sem]: '5,4' })
    expect((await resultOf(first)).homeDue).toBe('2026-12-18 15:00:00')
    expect((await resultOf(first, sem)).homeDue).toBe('2026-11-26 17:00:00')
    const enough = await addTest({ what: 'Anders', retakable: 'on' })
    await enter(enough, { [timo]: '5,5' })
    expect((await resultOf(enough)).homeDue).toBe('2026-11-26 17:00:00')
    await house().db.setNow('2026-12-02T12:00:00+01:00')
    expect(await sees('selma', '5,4')).toBe(false)
    const again = await addTest({ what: 'Herkansing', retakeOf: first })
    await enter(again, { [timo]: '7,0' })
    expect((await resultOf(first)).homeDue).toBe((await resultOf(again)).homeDue)
    expect((await resultOf(first)).homeDue).toBe('2026-12-08 17:00:00')
  })

  test('that does not come after all ends the waiting', async () => {
    await agree('fails', { waits: 'retake' }, timo)
    await addReport('2026-12-18')
    const first = await addTest({ retakable: 'on' })
    await enter(first, { [timo]: '5,4' })
    expect((await send('tess', `/toetsen/${first}/wijziging`, { ...maths, retakable: '' })).status).toBe(303)
    expect((await resultOf(first)).homeDue).toBe('2026-11-26 17:00:00')
  })
})

describe('A change', () => {
  test('before anybody knew is never shown as a change', async () => {
    const id = await addTest()
    await enter(id, { [timo]: '4,1' })
    await enter(id, { [timo]: '6,1' })
    await house().db.setNow('2026-11-26T17:00:00+01:00')
    for (const who of ['timo', 'selma']) {
      expect(await sees(who, '6,1')).toBe(true)
      expect(await sees(who, '4,1')).toBe(false)
      expect(await sees(who, 'verbeterd')).toBe(false)
    }
  })

  test('after it was known follows the two clocks again; until then the old one stays, then it says what it was', async () => {
    const id = await addTest()
    await enter(id, { [timo]: '4,1' })
    await house().db.setNow('2026-11-27T09:00:00+01:00')
    await enter(id, { [timo]: '6,1' })
    expect([await sees('timo', '4,1'), await sees('timo', '6,1')]).toEqual([true, false])
    expect([await sees('selma', '4,1'), await sees('selma', '6,1')]).toEqual([true, false])
    await house().db.setNow('2026-11-27T17:00:00+01:00')
    expect(await sees('timo', '6,1')).toBe(true)
    expect(await sees('timo', 'Eerst stond er 4,1.')).toBe(true)
    expect(await sees('selma', '6,1')).toBe(false)
    await house().db.setNow('2026-12-02T17:00:00+01:00')
    expect(await sees('selma', 'Eerst stond er 4,1.')).toBe(true)
  })

  test('between the pupil and home: home gets the new one alone', async () => {
    const id = await addTest()
    await enter(id, { [timo]: '4,1' })
    await house().db.setNow('2026-11-24T09:00:00+01:00')
    await enter(id, { [timo]: '6,1' })
    await house().db.setNow('2026-11-26T17:00:00+01:00')
    expect(await sees('selma', '4,1')).toBe(false)
    await house().db.setNow('2026-11-27T17:00:00+01:00')
    expect([await sees('selma', '4,1'), await sees('selma', '6,1')]).toEqual([false, true])
  })

  test('that is not out yet changes no byte of what the pupil and home read, and what the pupil knows can be told', async () => {
    const id = await addTest()
    await enter(id, { [timo]: '4,1' })
    await house().db.setNow('2026-11-24T09:00:00+01:00')
    const { id: old } = await resultOf(id)
    const read = async () =>
      Promise.all(
        [
          ['timo', '/cijfers'],
          ['timo', `/cijfers/${old}`],
          ['timo', `/cijfers/${old}/hulp`],
          ['timo', '/vandaag'],
          ['selma', '/voortgang'],
          ['selma', '/vandaag'],
        ].map(async ([who = '', path = '']) => withoutTags(await open(who, path))),
      )
    const before = await read()
    expect(before[1]).toContain('4,1')
    await enter(id, { [timo]: '6,1' })
    expect(await read()).toEqual(before)
    expect((await send('timo', `/cijfers/${old}/vertellen`, { choice: 'told' })).status).toBe(303)
    expect([await sees('selma', '4,1'), await sees('selma', '6,1')]).toEqual([true, false])
    await house().db.setNow('2026-11-24T17:00:00+01:00')
    expect((await house().as('timo').get(`/cijfers/${old}`)).status).toBe(404)
    expect(await sees('timo', '6,1')).toBe(true)
  })

  test('a withdrawal is gone everywhere at once, also what it was before', async () => {
    const id = await addTest()
    await enter(id, { [timo]: '4,1' })
    await house().db.setNow('2026-11-27T18:00:00+01:00')
    await enter(id, { [timo]: '6,1' })
    await house().db.setNow('2026-12-04T18:00:00+01:00')
    expect(await sees('selma', '6,1')).toBe(true)
    const { id: result } = await resultOf(id)
    expect((await send('tess', `/toetsen/${id}/cijfers/${result}/intrekking`)).status).toBe(303)
    for (const who of ['timo', 'selma'])
      for (const grade of ['4,1', '6,1', 'Wiskunde']) expect(await sees(who, grade)).toBe(false)
    expect((await house().as('timo').get(`/cijfers/${result}`)).status).toBe(404)
  })

  test('two teachers on one list: the second reads that it was changed, and nothing is written over', async () => {
    const id = await addTest()
    await enter(id, { [timo]: '4,1' })
    const { id: old } = await resultOf(id)
    await enter(id, { [timo]: '6,1' })
    const late = await send('tess', `/toetsen/${id}/cijfers`, {
      [`c-${timo}`]: '8,0',
      [`t-${timo}`]: '',
      [`v-${timo}`]: old,
      [`c-${sem}`]: '7,3',
      [`t-${sem}`]: '',
      [`v-${sem}`]: '',
    })
    expect(late.status).toBe(422)
    expect(withoutTags(late.browser)).toContain('iemand anders wijzigde dit net')
    expect(late.browser.html).toContain('value="7,3"')
    expect(late.browser.html).toContain('value="6,1"')
    await expect(resultOf(id, sem)).rejects.toThrow('nothing was entered')
  })
})

describe('A wrong list', () => {
  test('says beside the box what is wrong, keeps all that was typed, and writes nothing', async () => {
    const id = await addTest()
    const answer = await send('tess', `/toetsen/${id}/cijfers`, {
      [`c-${timo}`]: '11',
      [`t-${timo}`]: 'Mooi gedaan',
      [`v-${timo}`]: '',
      [`c-${sem}`]: '7,3',
      [`t-${sem}`]: '',
      [`v-${sem}`]: '',
    })
    expect(answer.status).toBe(422)
    const words = withoutTags(answer.browser)
    expect(words).toContain('Timo de Jong: typ een cijfer van 1,0 tot 10,0, of Vr of Inh.')
    expect(answer.browser.html).toContain('value="11"')
    expect(answer.browser.html).toContain('value="7,3"')
    expect(answer.browser.html).toContain('Mooi gedaan')
    await expect(resultOf(id, sem)).rejects.toThrow('nothing was entered')
  })

  test('a pupil of another group is no row of it, whatever is sent', async () => {
    const id = await addTest()
    const { browser, status } = await send('tess', `/toetsen/${id}/cijfers`, {
      [`c-${klimboom.noor}`]: '7,3',
      [`v-${klimboom.noor}`]: '',
    })
    expect(status).toBe(422)
    expect(browser.html).toContain('staat niet meer in deze groep')
    await expect(resultOf(id, klimboom.noor)).rejects.toThrow('nothing was entered')
  })
})

describe('Earlier and later', () => {
  test('a teacher shows it earlier with a reason, which who sees it reads', async () => {
    const id = await addTest()
    await enter(id, { [timo]: '4,1' })
    const { id: result } = await resultOf(id)
    const path = `/toetsen/${id}/cijfers/${result}/vrijgave`
    expect((await send('tess', path, { who: 'pupil', reason: '' })).status).toBe(422)
    expect((await send('tess', path, { who: 'pupil', reason: 'We bespraken het in de les.' })).status).toBe(303)
    expect(await sees('timo', '4,1')).toBe(true)
    expect(await sees('selma', '4,1')).toBe(false)
    expect((await open('timo', `/cijfers/${result}`)).html).toContain('We bespraken het in de les.')
    expect((await resultOf(id)).homeDue).toBe('2026-11-26 17:00:00')
    expect((await send('tess', path, { who: 'home', reason: 'Timo vroeg ons dit.' })).status).toBe(303)
    expect(await sees('selma', '4,1')).toBe(true)
    expect(await sees('selma', 'Timo vroeg ons dit.')).toBe(true)
  })

  test('days on which the pupil is ill do not count for home, until the report', async () => {
    const id = await addTest()
    await enter(id, { [timo]: '4,1' })
    const pause = `/leerlingen/${timo}/pauze`
    expect((await send('tess', pause, { until: '1-12-2027' })).status).toBe(422)
    expect((await send('tess', pause, { until: '30-11-2026' })).status).toBe(303)
    expect((await resultOf(id)).homeDue).toBe('2026-12-04 17:00:00')
    await house().db.setNow('2026-11-25T09:00:00+01:00')
    expect((await send('tess', `${pause}/einde`)).status).toBe(303)
    expect((await resultOf(id)).homeDue).toBe('2026-11-27 17:00:00')
    await addReport('2026-11-26')
    expect((await resultOf(id)).homeDue).toBe('2026-11-26 15:00:00')
  })

  test.each(['child_first', 'direct'])(
    'home reads the same whether a fail waits, the pupil is ill, or neither, and no promise: %s',
    async (when) => {
      const later = when === 'direct' ? 0 : 3
      await agree('grade-release', { when, time: '17:00', later, counted: 'school_days' })
      await agree('fails', { waits: 'retake' }, timo)
      const at = '2026-12-02T18:00:00+01:00'
      await house().db.setNow(at)
      const before = withoutTags(await open('selma', '/voortgang'))
      await house().db.setNow(`${monday}T09:00:00+01:00`)
      await enter(await addTest({ retakable: 'on' }), { [timo]: '4,1' })
      expect((await send('tess', `/leerlingen/${timo}/pauze`, { until: '4-12-2026' })).status).toBe(303)
      await house().db.setNow(at)
      expect(await sees('timo', '4,1')).toBe(true)
      const page = withoutTags(await open('selma', '/voortgang'))
      expect(page).toBe(before)
      expect(page).toContain('kan ook later komen, uiterlijk bij het rapport')
      expect(page).not.toMatch(/tot en met|wacht|meteen, tegelijk/)
    },
  )

  test('a pause that was a mistake ends on the day it began, and never was', async () => {
    const id = await addTest()
    await enter(id, { [timo]: '4,1' })
    const { homeDue } = await resultOf(id)
    const pause = `/leerlingen/${timo}/pauze`
    expect((await send('tess', pause, { until: '30-11-2026' })).status).toBe(303)
    expect((await resultOf(id)).homeDue).not.toBe(homeDue)
    expect((await send('tess', `${pause}/einde`)).status).toBe(303)
    expect((await resultOf(id)).homeDue).toBe(homeDue)
  })

  test('a comment without a grade is refused with what is missing, and stays in the box', async () => {
    const id = await addTest()
    const said = await send('tess', `/toetsen/${id}/cijfers`, { [`c-${timo}`]: '', [`t-${timo}`]: 'Goed geleerd' })
    expect(said.status).toBe(422)
    expect(withoutTags(said.browser)).toContain('vul ook in wat de leerling kreeg')
    expect(said.browser.html).toContain('Goed geleerd')
  })

  test('a pupil who wants to talk first is on the page of the teacher, and home sees nothing of it', async () => {
    const id = await addTest()
    await enter(id, { [timo]: '4,1' })
    await house().db.setNow('2026-11-23T18:00:00+01:00')
    const { id: result } = await resultOf(id)
    const before = withoutTags(await open('selma', '/voortgang'))
    expect((await send('timo', `/cijfers/${result}/vertellen`, { choice: 'mentor' })).status).toBe(303)
    const page = await open('tess', '/cijfers')
    expect(withoutTags(page)).toContain('Timo wil praten over Wiskunde, Hoofdstuk 6.')
    const talk = /\/gesprekken\/([0-9a-f-]{36})\/gevoerd/.exec(page.html)?.[1] ?? ''
    expect((await send('pamAsTeacher', `/gesprekken/${talk}/gevoerd`)).status).toBe(404)
    expect((await send('tess', `/gesprekken/${talk}/gevoerd`)).status).toBe(303)
    expect(withoutTags(await open('tess', '/cijfers'))).not.toContain('wil praten over')
    expect(withoutTags(await open('selma', '/voortgang'))).toBe(before)
  })
})

describe('A calendar that changes', () => {
  test('moves what is still to come, and nothing that was seen', async () => {
    const id = await addTest()
    await enter(id, { [timo]: '4,1' })
    await house().db.owner.query(
      `insert into app.day_off (school_id, starts_on, ends_on, name) values ('${school}', '2026-11-23', '2026-11-23', 'IJsvrij')`,
    )
    expect(await resultOf(id)).toMatchObject({ pupilDue: '2026-11-24 17:00:00', homeDue: '2026-11-27 17:00:00' })
    await house().db.setNow('2026-11-24T17:30:00+01:00')
    await house().db.owner.query(`update app.day_off set ends_on = '2026-11-25' where name = 'IJsvrij'`)
    expect(await resultOf(id)).toMatchObject({ pupilDue: '2026-11-24 17:00:00', homeDue: '2026-11-30 17:00:00' })
    await house().db.owner.query(`delete from app.day_off where name = 'IJsvrij'`)
    expect(await resultOf(id)).toMatchObject({ pupilDue: '2026-11-24 17:00:00', homeDue: '2026-11-27 17:00:00' })
  })
})
