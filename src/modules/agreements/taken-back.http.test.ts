import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consent, forgetAgreements, giveSeats, lines, onPages, phones, quiet, wordsOf } from '#test/agreements.ts'
import { bySql, klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await giveSeats(house)
})
beforeEach(() => forgetAgreements(house))
afterAll(() => house.drop())

const { agreed, begin, draft, inForce, layingOf, read, send, shown } = onPages(() => house)
const reason = 'De raad vroeg om een andere tekst.'
const laid = async (): Promise<string> => {
  const id = await draft()
  expect(
    (await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-11-2026', answerBy: '1-12-2026' })).status,
  ).toBe(303)
  return id
}

describe('Taken back before it began', () => {
  test('the council reads that it was taken back and why, and nobody decides about it any more', async () => {
    const id = await laid()
    expect((await read('karim', '/medezeggenschap')).words).toContain('Nog 8 dagen')
    const empty = await send('hein', `/afspraken/${id}/intrekking`, { reason: ' ' })
    expect(empty.status).toBe(422)
    expect(wordsOf(empty.browser)).toContain('Schrijf op waarom')
    expect((await send('hein', `/afspraken/${id}/intrekking`, { reason })).status).toBe(303)
    const page = await read('karim', `/afspraken/${id}`)
    expect(page.words).toContain('Teruggetrokken op 23 november 2026')
    expect(page.words).toContain(reason)
    expect(page.words).not.toContain('Besluit van')
    const council = await read('karim', '/medezeggenschap')
    expect(council.words).toContain('Teruggetrokken op 23 november 2026')
    expect(council.words).not.toContain('Nog 8 dagen')
    const laying = await layingOf(id)
    for (const [who, path, fields] of [
      ['karim', 'besluit', { laying, ...consent }],
      ['hein', 'besluit', { laying, ...consent }],
      ['hein', 'ingang', { startsOn: '24-11-2026' }],
      ['hein', 'voorlegging', { laidOn: '2-11-2026' }],
      ['hein', 'ontheffing', { body: 'parents', reason }],
      ['hein', 'intrekking', { reason }],
      ['karim', 'peiling', { question: 'Is dit goed?', closesOn: '1-12-2026' }],
    ] as const)
      expect((await send(who, `/afspraken/${id}/${path}`, fields)).status, `${who} ${path}`).toBe(409)
    expect((await house.events()).filter(({ event }) => event === 'agreements.agreement.withdrawn')).toHaveLength(1)
  })

  test('a new version takes its place, and begins', async () => {
    const first = await inForce()
    const second = await draft({ ...phones, follows: first, school: 'Een andere tekst.' })
    await send('hein', `/afspraken/${second}/voorlegging`, { laidOn: '1-11-2026' })
    await send('hein', `/afspraken/${second}/intrekking`, { reason })
    const third = await draft({ ...phones, follows: second, school: 'Nog een andere tekst.' })
    await send('hein', `/afspraken/${third}/voorlegging`, { laidOn: '2-11-2026' })
    await send('hein', `/afspraken/${third}/besluit`, { laying: await layingOf(third), ...consent })
    expect(await begin(third, '1-12-2026')).toBe(303)
    await house.db.setNow('2026-12-01T09:00:00+01:00')
    const page = await shown()
    expect(page).toContain('Nog een andere tekst.')
    expect(page).not.toContain('Een andere tekst.\n')
    await house.db.setNow('2026-11-23T09:00:00+01:00')
  })

  test('a draft, and what began, is not taken back', async () => {
    expect((await send('hein', `/afspraken/${await draft()}/intrekking`, { reason })).status).toBe(409)
    await forgetAgreements(house)
    expect((await send('hein', `/afspraken/${await inForce()}/intrekking`, { reason })).status).toBe(409)
  })

  test('a class is no longer asked, and reads why', async () => {
    const id = await draft({ ...quiet, scope: `class-${klimboom.groups.g4b}` }, 'tess')
    await send('tess', `/afspraken/${id}/aanbod`)
    await send('timo', `/afspraken/${id}/ja`)
    // Another family does not find it, and no family takes it back.
    expect((await send('karim', `/afspraken/${id}/intrekking`, { reason })).status).toBe(404)
    expect((await send('timo', `/afspraken/${id}/intrekking`, { reason })).status).toBe(404)
    expect((await send('tess', `/afspraken/${id}/intrekking`, { reason })).status).toBe(303)
    expect((await read('timo', `/afspraken/${id}`)).words).toContain(reason)
    expect((await read('timo', '/afspraken')).words).not.toContain('Zeg je ja')
    expect((await read('tess', `/afspraken/${id}`)).words).not.toContain('Wie zei ja')
    expect((await send('timo', `/afspraken/${id}/ja`)).status).toBe(409)
  })

  test('what somebody was asked in a question ends with it', async () => {
    const id = await laid()
    await send('karim', `/afspraken/${id}/peiling`, { question: 'Is een kluis goed?', closesOn: '1-12-2026' })
    expect((await read('selma', '/vandaag')).words).toContain('vraagt je mening')
    const poll = (await house.db.owner.query(`select id from app.agreement_poll`)).rows[0]?.id
    await send('hein', `/afspraken/${id}/intrekking`, { reason })
    expect((await read('selma', '/vandaag')).words).not.toContain('vraagt je mening')
    expect((await send('selma', `/peilingen/${poll}`, { answer: 'yes' })).status).toBe(409)
  })

  test('the database begins nothing that was taken back, is undecided, or is told otherwise than it was decided', async () => {
    const id = await laid()
    const insert = (agreed: string) =>
      bySql(
        house,
        'hein',
        sql`insert into agreement_start (school_id, agreement_id, starts_on, agreed, started_by) values
          (${klimboom.school}::uuid, ${id}::uuid, '2026-12-01',
            ${agreed === 'as it was' ? sql`app.laid_of(${klimboom.school}::uuid, ${id}::uuid)` : sql`${agreed}::jsonb`},
            ${klimboom.hein}::uuid)`,
      )
    const refused = /row-level security/
    expect(await insert('as it was'), 'undecided').toMatch(refused)
    await send('hein', `/afspraken/${id}/besluit`, { laying: await layingOf(id), ...consent })
    expect(await insert('as it was')).toBe(1)
    expect(await insert('[]'), 'told otherwise').toMatch(refused)
    await send('hein', `/afspraken/${id}/intrekking`, { reason })
    expect(await insert('as it was'), 'taken back').toMatch(refused)
  })
})

describe('Told to whom it concerns', () => {
  test('a teacher of the class is told what it agreed, and no other teacher', async () => {
    await agreed(quiet)
    const id = await draft({ ...quiet, scope: `class-${klimboom.groups.g4b}` }, 'tess')
    await send('tess', `/afspraken/${id}/aanbod`)
    for (const child of [klimboom.timo, klimboom.sem])
      await send('tess', `/afspraken/${id}/jawoorden`, { [`ja-${child}`]: 'on' })
    expect(await begin(id, '23-11-2026', { endsOn: '31-7-2027' }, 'hein')).toBe(303)
    expect((await read('tess', '/vandaag')).words).toContain('voor klas 4B')
    expect((await read('pamAsTeacher', '/vandaag')).words).not.toContain('voor klas 4B')
    expect((await read('timo', '/vandaag')).words).toContain('voor klas 4B')
  })

  test('what is for one stage is told to the families of that stage', async () => {
    await house.db.owner.query(
      `insert into app.school_stage values ('${klimboom.school}', 'VO') on conflict do nothing`,
    )
    await house.db.owner.query(`update app.pupil set year_group = '11' where person_id = '${klimboom.noor}'`)
    await agreed({ ...phones, scope: 'stage-VO' }, '23-11-2026')
    expect((await read('karim', '/vandaag')).words).toContain('Telefoons op school')
    expect((await read('timo', '/vandaag')).words).not.toContain('Telefoons op school')
    expect((await read('tess', '/vandaag')).words).toContain('Telefoons op school')
    await house.db.owner.query(`update app.pupil set year_group = '5' where person_id = '${klimboom.noor}'`)
  })

  test('more than three are told as a number, and all of them on the page of the agreements', async () => {
    for (const kind of [
      phones,
      { kind: 'events', scope: 'school', 't-days': '14', ...lines },
      { kind: 'contact', scope: 'school', 't-from': '8.00', 't-until': '16.30', 't-days': '2', ...lines },
      { kind: 'averages', scope: 'school', 't-shown': 'hidden', ...lines },
      { ...quiet, scope: 'school' },
    ])
      await agreed(kind, '23-11-2026')
    const words = (await read('selma', '/vandaag')).words
    expect(words.match(/voor de hele school/g)).toHaveLength(3)
    expect(words).toContain('Nog 2 berichten over afspraken')
    expect((await read('selma', '/afspraken')).words.match(/, voor de hele school/g)?.length).toBe(5)
  })
})
