import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { giveSeats, forgetAgreements, lines, onPages, wordsOf } from '#test/agreements.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

// What the kinds about results ask before they are kept: for whom which choice is, and at what time.

let house: TwoSchools
const { agreed, draft, send, read } = onPages(() => house)
beforeAll(async () => {
  house = await twoSchools()
  await giveSeats(house)
})
afterAll(() => house.drop())
beforeEach(() => forgetAgreements(house))

const release = {
  kind: 'grade-release',
  scope: 'school',
  't-when': 'child_first',
  't-time': '17.00',
  't-later': '3',
  ...lines,
}
const fails = { kind: 'fails', scope: 'school', ...lines }
const toSchool = `/afspraken?school=${klimboom.school}`

test('Grades come between seven and nine in the evening, and another time comes back with its message.', async () => {
  for (const time of ['6.59', '21.01', '23']) {
    const answer = await send('hein', toSchool, { ...release, 't-time': time })
    expect([time, answer.status]).toEqual([time, 422])
    expect(wordsOf(answer.browser)).toContain('Kies een tijd van 7.00 tot en met 21.00 uur')
  }
  for (const time of ['7.00', '21.00']) await draft({ ...release, 't-time': time })
})

test('Which days are counted may be left out, and then school days are; a version from before says so too.', async () => {
  const id = await draft(release)
  const { rows } = await house.db.owner.query('select terms from app.agreement where id = $1', [id])
  expect(rows).toEqual([{ terms: { when: 'child_first', time: '17:00', later: 3, counted: 'school_days' } }])
  await house.db.owner.query(`update app.agreement set terms = terms - 'counted' where id = $1`, [id])
  expect((await read('hein', `/afspraken/${id}`)).words).toContain(
    'Ouders zien ze 3 schooldagen later op dezelfde tijd.',
  )
  const form = await read('hein', `/afspraken/${id}/wijziging`)
  expect(form.browser.html).toMatch(/name="t-counted" value="school_days" checked/)
  const all = await draft({ ...release, 't-counted': 'calendar_days' })
  expect((await read('hein', `/afspraken/${all}`)).words).toContain('Het weekend en vakanties tellen mee.')
})

test('That a fail waits for the retake is agreed in a talk, and never for the whole school.', async () => {
  const wide = await send('hein', toSchool, { ...fails, 't-waits': 'retake' })
  expect([wide.status, wordsOf(wide.browser)]).toEqual([422, expect.stringContaining('Dit kan niet voor wie je koos.')])
  const narrow = await send('tess', toSchool, { ...fails, scope: `pupil-${klimboom.timo}`, 't-waits': 'talk' })
  expect(narrow.status).toBe(422)
  // Who drafts for a pupil alone is offered what is possible there.
  const form = await read('tess', `/afspraken/nieuw?school=${klimboom.school}&soort=fails&vorm=leeg`)
  expect(form.browser.html).toContain('value="retake"')
  expect(form.browser.html).not.toContain('value="talk"')
})

test('A family lets a fail wait only where the school agreed that a talk may say so.', async () => {
  const inTalk = async (): Promise<{ status: number; words: string }> => {
    const id = await draft({ ...fails, scope: `pupil-${klimboom.timo}`, 't-waits': 'retake' }, 'tess')
    await send('tess', `/afspraken/${id}/aanbod`)
    expect((await send('selma', `/afspraken/${id}/ja`)).status).toBe(303)
    const answer = await send('tess', `/afspraken/${id}/ingang`, { startsOn: '23-11-2026', endsOn: '31-7-2027' })
    return { status: answer.status, words: wordsOf(answer.browser) }
  }
  expect(await inTalk()).toMatchObject({ status: 422, words: expect.stringContaining('nog niets afgesproken') })
  const no = await agreed({ ...fails, 't-waits': 'no' })
  expect(await inTalk()).toMatchObject({
    status: 422,
    words: expect.stringContaining('De afspraak van de school laat dit niet toe.'),
  })
  await send('hein', `/afspraken/${no}/einde`, { lastDay: '23-11-2026', why: 'Anders afgesproken.' })
  await house.db.setNow('2026-11-24T09:00:00+01:00')
  await agreed({ ...fails, 't-waits': 'talk' }, '24-11-2026')
  const id = await draft({ ...fails, scope: `pupil-${klimboom.timo}`, 't-waits': 'retake' }, 'tess')
  await send('tess', `/afspraken/${id}/aanbod`)
  await send('selma', `/afspraken/${id}/ja`)
  const begun = await send('tess', `/afspraken/${id}/ingang`, { startsOn: '24-11-2026', endsOn: '31-7-2027' })
  expect(begun.status).toBe(303)
  expect((await read('selma', '/afspraken')).words).toContain(
    'Een cijfer lager dan een 5,5 blijft bij de leerling tot de herkansing is nagekeken.',
  )
  await house.db.setNow('2026-11-23T09:00:00+01:00')
})
