import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from '#test/browser.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'
import { calendarOf, event } from './read/calendar.fixtures.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
})
beforeEach(async () => {
  await house.db.owner.query('delete from app.calendar_feed')
})
afterAll(() => house.drop())

const file = (...lines: string[]) =>
  new File([new Uint8Array(calendarOf(...lines))], 'rooster 4B.ics', { type: 'text/calendar' })
const gym = event({
  UID: 'gym',
  SUMMARY: 'Gym',
  DTSTART: ':20261124T134000',
  DTEND: ':20261124T143000',
  LOCATION: '16',
})
const to = (school: string, kind = 'klas') => `/roosters?school=${school}&voor=${kind}`
const wordsOf = (browser: Browser): string => browser.html.replace(/<[^>]+>/g, '\n').replace(/\s*\n\s*/g, '\n')

/** Reads a file in through the page, and opens what follows. */
const readIn = async (browser: Browser, of: string, what: File, path = to(klimboom.school)) => {
  await browser.get(path)
  const answer = await browser.post(path, { of, file: what })
  if (answer.status === 303) await browser.get(answer.headers.get('location') ?? '')
  return answer
}

describe('reading in', () => {
  test('The office reads a class in, sees what was read, and parents see the lesson', async () => {
    const olga = house.as('olga')
    await house.events()
    const broken = event({ UID: 'b', DTEND: ':20261101T000000' })
    const answer = await readIn(
      olga,
      klimboom.groups.g4b,
      file(...gym, ...broken, ...event({ UID: 'c', RRULE: 'Elke week' })),
    )
    expect(answer.status).toBe(303)
    const words = wordsOf(olga)
    expect(words).toContain('Het bestand is ingelezen.')
    expect(words).toContain('Rooster van 4B')
    expect(words).toContain(
      '2 lessen, maandag 2 november 2026 tot en met dinsdag 24 november 2026'.replace(
        'maandag 2 november 2026 tot',
        'maandag 2 tot',
      ),
    )
    expect(words).toContain('Deze les eindigt voor het begin.\n11\n1')
    expect(words).toContain('De herhaling is niet te lezen. Alleen de eerste les is ingelezen.\n17\n1')
    expect(words).toContain('dinsdag 24 november, 13.40 tot 14.30 uur\nGym\n16')
    expect((await house.events()).map(({ event: what, doer_person }) => [what, doer_person])).toEqual([
      ['timetable.feed.read', klimboom.olga],
    ])
    await house.db.setNow('2026-11-24T09:00:00+01:00')
    const selma = house.as('selma')
    await selma.get('/vandaag')
    expect(selma.html).toContain('Gym')
    await house.db.setNow('2026-11-23T09:00:00+01:00')
  })

  test('A newer file for the same class renews its timetable, whichever form it comes through', async () => {
    const olga = house.as('olga')
    await readIn(olga, klimboom.groups.g4b, file(...gym, ...event()))
    await readIn(olga, klimboom.groups.g4b, file(...gym, ...event()))
    const { rows } = await house.db.owner.query<{ id: string }>('select id from app.calendar_feed')
    expect(rows).toHaveLength(1)
    const moved = event({
      UID: 'gym',
      SUMMARY: 'Gym',
      DTSTART: ':20261124T134000',
      DTEND: ':20261124T143000',
      LOCATION: '4',
    })
    const answer = await olga.post(`/roosters/${rows[0]?.id}/bestand`, { file: file(...moved, ...event()) })
    expect(answer.status).toBe(303)
    await olga.get(answer.headers.get('location') ?? '')
    expect(wordsOf(olga)).toContain('Verplaatst of ander lokaal\n1')
  })

  test('A pupil and a member of staff have timetables too, and the list names whose', async () => {
    const olga = house.as('olga')
    await olga.get('/roosters')
    expect(wordsOf(olga)).toContain('Er is nog geen rooster ingelezen.')
    await readIn(olga, klimboom.groups.g4b, file(...gym))
    expect((await readIn(olga, klimboom.timo, file(...gym), to(klimboom.school, 'leerling'))).status).toBe(303)
    expect((await readIn(olga, klimboom.tess, file(...gym), to(klimboom.school, 'medewerker'))).status).toBe(303)
    await olga.get('/roosters')
    expect(wordsOf(olga)).toMatch(
      /4B\nKlas\n1\n24 november 2026[\s\S]*Jong, Timo de\nLeerling[\s\S]*Bakker, Tess\nMedewerker/,
    )
  })

  test('What is missing or cannot be read comes back on the same page, and changes nothing', async () => {
    const olga = house.as('olga')
    for (const [fields, sentence] of [
      [{}, 'Kies een klas'],
      [{ of: klimboom.groups.g4b }, 'Kies een bestand'],
      [{ of: 'x', file: file(...gym) }, 'Kies een klas'],
      [{ of: klimboom.groups.g4b, file: new File(['<html>'], 'a.ics') }, 'Dit is geen agendabestand.'],
      [{ of: klimboom.groups.g4b, file: new File([], 'leeg.ics') }, 'Dit bestand is leeg.'],
      [{ of: klimboom.groups.g4b, file: file() }, 'In dit bestand staat geen les die we kunnen lezen.'],
    ] as const) {
      await olga.get('/roosters')
      const answer = await olga.post(to(klimboom.school), fields)
      expect([sentence, answer.status]).toEqual([sentence, 422])
      expect(wordsOf(olga)).toContain('Fout: ')
      expect(wordsOf(olga)).toContain(sentence)
    }
    expect((await house.db.owner.query('select from app.calendar_feed')).rowCount).toBe(0)
    expect(olga.html).toContain(`<option value="${klimboom.groups.g4b}" selected`)
  })

  test('A timetable is taken away, lessons and all', async () => {
    const olga = house.as('olga')
    await readIn(olga, klimboom.groups.g4b, file(...gym))
    const { rows } = await house.db.owner.query<{ id: string }>('select id from app.calendar_feed')
    await house.events()
    expect((await olga.post(`/roosters/${rows[0]?.id}/einde`)).status).toBe(303)
    expect((await olga.post(`/roosters/${rows[0]?.id}/einde`)).status).toBe(404)
    expect((await house.db.owner.query('select from app.lesson')).rowCount).toBe(0)
    expect((await house.events()).map(({ event: what }) => what)).toEqual(['timetable.feed.removed'])
  })
})

describe('who', () => {
  test('Only who keeps a school has these pages', async () => {
    for (const name of ['olga', 'ada'])
      expect([name, (await house.as(name).get('/roosters')).status]).toEqual([name, 200])
    for (const name of ['selma', 'timo', 'tess', 'hein', 'pamAsTeacher', 'leftStaff'])
      expect([name, (await house.as(name).get('/roosters')).status]).toEqual([name, 404])
    expect((await house.stranger().get('/roosters')).headers.get('location')).toBe('/inloggen')
  })

  test('Another school and its classes, pupils and timetables are not there', async () => {
    const [olga, otto] = [house.as('olga'), house.as('vliegerOffice')]
    await readIn(otto, vlieger.group, file(...gym), to(vlieger.school))
    const { rows } = await house.db.owner.query<{ id: string }>('select id from app.calendar_feed')
    const theirs = rows[0]?.id
    expect((await olga.get(to(vlieger.school))).status).toBe(404)
    await olga.get('/roosters')
    expect(olga.html).not.toContain('Rood')
    expect((await olga.post(to(vlieger.school), { of: vlieger.group, file: file(...gym) })).status).toBe(404)
    expect((await olga.post(to(klimboom.school), { of: vlieger.group, file: file(...gym) })).status).toBe(404)
    expect((await olga.post(to(klimboom.school), { of: klimboom.timo, file: file(...gym) })).status).toBe(404)
    for (const path of [`/roosters/${theirs}`, `/roosters/${klimboom.school}`, '/roosters/x'])
      expect((await olga.get(path)).status).toBe(404)
    await olga.get('/roosters')
    expect((await olga.post(`/roosters/${theirs}/bestand`, { file: file(...gym) })).status).toBe(404)
    expect((await olga.post(`/roosters/${theirs}/einde`)).status).toBe(404)
    expect((await house.db.owner.query('select from app.lesson where school_id = $1', [vlieger.school])).rowCount).toBe(
      1,
    )
  })
})
