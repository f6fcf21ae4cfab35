import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetAgreements, giveSeats, lines, onPages, phones, quiet, wordsOf } from '#test/agreements.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await giveSeats(house)
})
beforeEach(() => forgetAgreements(house))
afterAll(() => house.drop())

const { agreed, draft, inForce, read, send, shown } = onPages(() => house)
const events = { kind: 'events', scope: 'school', 't-days': '14', ...lines }

describe('Together', () => {
  test('a class agrees in its meeting: with a tap, or through the mentor', async () => {
    await agreed(quiet)
    const id = await draft({ ...quiet, scope: `class-${klimboom.groups.g4b}` }, 'tess')
    expect((await read('timo', `/afspraken/${id}`)).status).toBe(404)
    await send('tess', `/afspraken/${id}/aanbod`)
    const nobody = await send('tess', `/afspraken/${id}/ingang`, { startsOn: '23-11-2026', endsOn: '31-7-2027' })
    expect(nobody.status).toBe(422)
    expect((await read('timo', '/vandaag')).words).toContain('Zeg je ja tegen de afspraak')
    expect((await send('timo', `/afspraken/${id}/ja`)).status).toBe(303)
    expect((await read('timo', '/vandaag')).words).not.toContain('Zeg je ja tegen')
    // A neighbour of another class finds nothing, and the mentor writes down nobody from there.
    expect((await send('karim', `/afspraken/${id}/ja`)).status).toBe(404)
    expect((await send('tess', `/afspraken/${id}/jawoorden`, { [`ja-${klimboom.noor}`]: 'on' })).status).toBe(404)
    expect((await send('tess', `/afspraken/${id}/jawoorden`, {})).status).toBe(422)
    expect((await send('tess', `/afspraken/${id}/jawoorden`, { [`ja-${klimboom.sem}`]: 'on' })).status).toBe(303)
    const open = await send('tess', `/afspraken/${id}/ingang`, { startsOn: '23-11-2026' })
    expect(wordsOf(open.browser)).toContain('hoogstens het einde van het schooljaar')
    expect(
      (await send('tess', `/afspraken/${id}/ingang`, { startsOn: '23-11-2026', endsOn: '31-7-2027' })).status,
    ).toBe(303)
    expect(await shown()).toContain('2 van de 2 in de klas')
  })

  test('a teacher drafts for the own class alone', async () => {
    for (const scope of ['school', `class-${klimboom.groups.g5a}`, `pupil-${klimboom.noor}`]) {
      const answer = await send('tess', `/afspraken?school=${klimboom.school}`, {
        kind: 'averages',
        scope,
        't-shown': 'hidden',
        ...lines,
      })
      expect(answer.status, scope).toBe(422)
    }
    expect((await send('selma', `/afspraken?school=${klimboom.school}`, phones)).status).toBe(404)
  })

  test('a section asks its people one question, and only numbers are kept', async () => {
    const id = await draft()
    await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-11-2026' })
    expect((await send('selma', `/afspraken/${id}/peiling`, { question: 'Wat?', closesOn: '1-12-2026' })).status).toBe(
      404,
    )
    expect((await send('karim', `/afspraken/${id}/peiling`, { question: '', closesOn: '23-11-2026' })).status).toBe(422)
    expect(
      (await send('karim', `/afspraken/${id}/peiling`, { question: 'Is een kluis goed?', closesOn: '1-12-2026' }))
        .status,
    ).toBe(303)
    const mother = await read('selma', '/vandaag')
    expect(mother.words).toContain('De medezeggenschapsraad vraagt je mening')
    // She is asked about it, so to her it is no draft.
    expect((await read('selma', `/afspraken/${id}`)).words).toMatch(
      /Ligt bij de medezeggenschapsraad(?![\s\S]*concept)/i,
    )
    const poll = (await house.db.owner.query(`select id from app.agreement_poll`)).rows[0]?.id
    expect((await send('timo', `/peilingen/${poll}`, { answer: 'yes' })).status).toBe(404)
    expect((await send('selma', `/peilingen/${poll}`, {})).status).toBe(422)
    await house.events()
    expect((await send('selma', `/peilingen/${poll}`, { answer: 'no' })).status).toBe(303)
    expect((await send('selma', `/peilingen/${poll}`, { answer: 'yes' })).status).toBe(409)
    expect(await house.events()).toEqual([])
    const counts = await house.db.owner.query('select answer, number from app.agreement_poll_count order by answer')
    expect(counts.rows).toEqual([
      { answer: 'no', number: 1 },
      { answer: 'unsure', number: 0 },
      { answer: 'yes', number: 0 },
    ])
    expect((await read('selma', '/vandaag')).words).not.toContain('vraagt je mening')
    await house.db.setNow('2026-12-02T09:00:00+01:00')
    expect((await read('karim', `/afspraken/${id}`)).words).toContain('Minder dan 10 mensen gaven antwoord')
    await house.db.owner.query(`update app.agreement_poll_count set number = 6 where answer <> 'unsure'`)
    const outcome = await read('karim', `/afspraken/${id}`)
    expect(outcome.words).toContain('12 antwoorden')
    expect(outcome.words).toContain('open peiling')
    expect((await read('selma', `/afspraken/${id}`)).status).toBe(404)
    await house.db.setNow('2026-11-23T09:00:00+01:00')
  })
})

describe('Told and found', () => {
  test('a new agreement stands on Vandaag until it is confirmed, and the head sees how many did', async () => {
    const id = await inForce()
    for (const who of ['selma', 'timo', 'tess'])
      expect((await read(who, '/vandaag')).words, who).toContain('Telefoons op school, voor de hele school')
    expect((await read('hein', `/afspraken/${id}`)).words).toContain('Nog niemand zei dat te hebben gelezen')
    expect((await send('selma', `/afspraken/${id}/gelezen`)).status).toBe(303)
    expect((await send('selma', `/afspraken/${id}/gelezen`)).status).toBe(303)
    expect((await house.events()).filter(({ event }) => event === 'agreements.agreement.confirmed')).toHaveLength(1)
    expect((await read('selma', '/vandaag')).words).not.toContain('Telefoons op school, voor de hele school')
    expect((await read('bas', '/vandaag')).words).toContain('Telefoons op school, voor de hele school')
    expect((await read('hein', `/afspraken/${id}`)).words).toContain('1 van hen zei dat te hebben gelezen')
    await house.db.setNow('2026-12-08T09:00:00+01:00')
    expect((await read('bas', '/vandaag')).words).not.toContain('Telefoons op school, voor de hele school')
    await house.db.setNow('2026-11-23T09:00:00+01:00')
  })

  test('where homework must be possible on paper, it is not set on a screen alone', async () => {
    await inForce({ kind: 'on-paper', scope: 'school', 't-homework': 'always', 't-timetable': 'screen', ...lines })
    const teacher = house.as('tess')
    await teacher.get(`/huiswerk/nieuw?groep=${klimboom.groups.g4b}`)
    expect(wordsOf(teacher)).toContain('Lees de hele afspraak')
    const fields = {
      group: klimboom.groups.g4b,
      kind: 'homework',
      what: 'Taak 3',
      otherSubject: 'Rekenen',
      due: '2026-11-24',
      minutes: '20',
    }
    const refused = await teacher.post('/huiswerk', { ...fields, way: 'screen' })
    expect(refused.status).toBe(422)
    expect(wordsOf(teacher)).toContain('Hier is afgesproken dat huiswerk altijd op papier kan')
    await teacher.get(`/huiswerk/nieuw?groep=${klimboom.groups.g4b}`)
    expect((await teacher.post('/huiswerk', { ...fields, way: 'either' })).status).toBe(303)
  })

  test('an event that comes later than was agreed is told so to who adds it', async () => {
    await inForce(events)
    const office = house.as('olga')
    await office.get('/school/kalender')
    expect(wordsOf(office)).toContain('Lees de hele afspraak')
    const late = await office.post('/school/kalender', { kind: 'sports', firstDay: '30-11-2026', whom: 'school' })
    expect(late.headers.get('location')).toContain('gedaan=erbij-laat')
    await office.get('/school/kalender')
    const early = await office.post('/school/kalender', { kind: 'parents', firstDay: '7-12-2026', whom: 'school' })
    expect(early.headers.get('location')).toMatch(/gedaan=erbij$/)
  })
})
