import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '#test/browser.ts'
import { klimboom, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'
import { addLesson, addReading, tieSecondChild } from '#test/lessons.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await addReading(house.db)
})
afterAll(() => house.drop())

const at = (moment: string) => house.db.setNow(moment)
const clear = () => house.db.owner.query('delete from app.lesson')
const lesson = (changes: Parameters<typeof addLesson>[1] = {}) => addLesson(house.db, changes)

/** The words of the page's main part, one line per element. */
const wordsOf = (browser: Browser): string =>
  (/<main[\s\S]*<\/main>/.exec(browser.html)?.[0] ?? '')
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
/** Reads the page twice: the second time the reach is known, and the questions are asked along with it. */
const read = async (name: string, path = '/vandaag'): Promise<string> => {
  const browser = house.as(name)
  expect((await browser.get(path)).status).toBe(200)
  const words = wordsOf(browser)
  expect((await browser.get(path)).status).toBe(200)
  expect(wordsOf(browser)).toBe(words)
  return words
}

describe('the day', () => {
  beforeAll(async () => {
    await clear()
    await lesson({ starts: '2026-11-23T08:30', ends: '2026-11-23T09:20', title: 'Rekenen', place: '12' })
    await lesson({ starts: '2026-11-23T10:30', ends: '2026-11-23T14:00', title: 'Taal', place: 'aula', teacher: 'BAK' })
    await lesson({ starts: '2026-11-24T08:30', ends: '2026-11-24T14:00', title: 'Gym' })
    await lesson({ starts: '2026-11-30T08:30', ends: '2026-11-30T14:00', title: 'Muziek' })
  })

  test('On a school day a guardian sees the lessons of the child, the class and the school', async () => {
    await at('2026-11-23T09:00:00+01:00')
    const words = await read('selma')
    expect(words).toMatch(/^Maandag 23 november/)
    expect(words).toContain('Timo\n, De Klimboom\n4B')
    expect(words).toContain('8.30\nRekenen\nlokaal 12\n10.30\nTaal\naula, BAK, tot 14.00 uur')
    expect(words).not.toContain('Gym')
    expect(words).not.toContain('Anders dan gewoon')
  })

  test('The day is not over before three, and then the next school day is shown', async () => {
    await at('2026-11-23T14:59:00+01:00')
    expect(await read('selma')).toContain('Rekenen')
    await at('2026-11-23T15:00:00+01:00')
    const words = await read('selma')
    expect(words).toMatch(/^Maandag 23 november\nDe schooldag is voorbij. Morgen is er weer school./)
    expect(words).toContain('Dinsdag 24 november\nTimo')
    expect(words).toContain('Gym')
    expect(words).not.toContain('Rekenen')
  })

  test('As long as a lesson goes on the day goes on', async () => {
    await at('2026-11-24T15:30:00+01:00')
    await lesson({ starts: '2026-11-24T15:00', ends: '2026-11-24T16:00', title: 'Schaken' })
    expect(await read('selma')).toContain('Schaken')
  })

  test('In the weekend the page shows Monday', async () => {
    await at('2026-11-28T10:00:00+01:00')
    const words = await read('selma')
    expect(words).toMatch(/^Zaterdag 28 november\nHet is weekend. Maandag is er weer school./)
    expect(words).toContain('Maandag 30 november\nTimo')
    expect(words).toContain('Muziek')
  })

  test('A lesson in the weekend makes it a school day', async () => {
    await lesson({ starts: '2026-11-28T09:00', ends: '2026-11-28T16:30', title: 'Open dag' })
    expect(await read('selma')).toMatch(
      /^Zaterdag 28 november\n(?!Het is weekend)[\s\S]*Timo\n, De Klimboom\n4B\n9.00\nOpen dag/,
    )
  })

  test('English is spoken to who asks for it', async () => {
    await at('2026-11-22T10:00:00+01:00')
    await house.db.owner.query(`update app.account set language = 'en' where login = 'karim'`)
    expect(await read('karim')).toMatch(/^Sunday 22 November\nIt is the weekend. School is back tomorrow./)
  })
})

describe('holidays', () => {
  beforeAll(async () => {
    await clear()
    for (const day of ['2026-10-19', '2026-10-26', '2026-12-03', '2026-12-04', '2027-01-04'])
      await lesson({ starts: `${day}T08:30`, ends: `${day}T14:00`, title: `Les van ${day}` })
  })

  test('A holiday is said so, and stops the lessons of a timetable that does not know it', async () => {
    await at('2026-10-19T08:00:00+02:00')
    const words = await read('selma')
    expect(words).toMatch(/^Maandag 19 oktober\nVandaag is het herfstvakantie. Maandag 26 oktober is er weer school./)
    expect(words).not.toContain('Les van 2026-10-19')
    expect(words).toContain('Maandag 26 oktober\nTimo')
    expect(words).toContain('Les van 2026-10-26')
  })

  test('On the day the clocks go back, which closes the holiday, Monday is tomorrow', async () => {
    for (const moment of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T22:59:00Z']) {
      await at(moment)
      expect(await read('selma')).toMatch(
        /^Zondag 25 oktober\nVandaag is het herfstvakantie. Morgen is er weer school./,
      )
    }
    await at('2026-10-25T23:00:00Z')
    expect(await read('selma')).toMatch(/^Maandag 26 oktober\nTimo/)
  })

  test('On the day the clocks go forward it is Sunday until midnight here', async () => {
    await at('2027-03-27T23:30:00Z')
    expect(await read('selma')).toMatch(/^Zondag 28 maart\nHet is weekend. Dinsdag is er weer school./)
    await at('2027-03-28T21:59:00Z')
    expect(await read('selma')).toMatch(/^Zondag 28 maart/)
    await at('2027-03-28T22:00:00Z')
    expect(await read('selma')).toMatch(/^Maandag 29 maart/)
  })

  test('Over the year the holiday goes on, and January is named', async () => {
    await at('2026-12-31T22:59:00Z')
    expect(await read('selma')).toMatch(
      /^Donderdag 31 december\nVandaag is het kerstvakantie. Maandag is er weer school./,
    )
    await at('2026-12-31T23:00:00Z')
    const words = await read('selma')
    expect(words).toMatch(/^Vrijdag 1 januari\nVandaag is het kerstvakantie. Maandag is er weer school./)
    expect(words).toContain('Les van 2027-01-04')
  })

  test('A day off is told beforehand, and on the day itself', async () => {
    await at('2026-12-02T09:00:00+01:00')
    expect(await read('selma')).toContain('Anders dan gewoon\nT\nTimo\n, 4B\nmorgen\nStudiedag: Timo is vrij')
    await at('2026-12-03T09:00:00+01:00')
    const words = await read('selma')
    expect(words).toMatch(/^Donderdag 3 december\nVandaag is er geen school: Studiedag. Morgen is er weer school./)
    expect(words).not.toContain('Les van 2026-12-03')
  })

  test('A holiday is told a week ahead', async () => {
    await at('2026-12-14T09:00:00+01:00')
    expect(await read('selma')).toContain(
      'zaterdag\nKerstvakantie\nzaterdag 19 december 2026 tot en met zondag 3 januari 2027',
    )
  })
})

describe('what differs', () => {
  beforeAll(async () => {
    await clear()
    await at('2026-11-23T08:00:00+01:00')
    await lesson({ starts: '2026-11-23T08:30', ends: '2026-11-23T09:20', title: 'Lezen', cancelled: true })
    await lesson({
      starts: '2026-11-23T09:20',
      ends: '2026-11-23T10:10',
      title: 'Wiskunde',
      place: '4',
      wasPlace: '16',
    })
    await lesson({ starts: '2026-11-23T10:30', ends: '2026-11-23T11:20', title: 'Engels', vanished: true })
    await lesson({ starts: '2026-11-23T11:20', ends: '2026-11-23T12:10', title: 'Taal', was: '2026-11-24T13:00' })
    await lesson({ starts: '2026-11-26T10:30', ends: '2026-11-26T11:20', title: 'Tekenen', was: '2026-11-23T12:40' })
    await lesson({ starts: '2026-11-23T13:40', ends: '2026-11-23T14:30', title: 'Gym', cancelled: true })
    await lesson({ starts: '2026-11-24T08:30', ends: '2026-11-24T09:20', title: 'Biologie', cancelled: true })
    await lesson({ starts: '2026-11-24T09:30', ends: '2026-11-24T10:20', title: 'Frans' })
  })

  test('It comes first, in order of time, with what follows from it', async () => {
    const words = (await read('selma')).split('\n')
    const told = words.slice(words.indexOf('Anders dan gewoon'), words.indexOf('4B'))
    const sentences = told.filter((line) => / /.test(line) && !line.startsWith(','))
    expect(sentences).toEqual([
      'Anders dan gewoon',
      'Lezen om 8.30 uur vervalt',
      'Timo begint om 9.20 uur.',
      'Wiskunde is in lokaal 4',
      'Dat was lokaal 16.',
      'Engels om 10.30 uur vervalt misschien',
      'Deze les staat niet meer in het rooster van de school.',
      'Taal is om 11.20 uur',
      'Dat was op dinsdag 24 november om 13.00 uur.',
      'Tekenen van 12.40 uur is verplaatst',
      'Naar donderdag om 10.30 uur.',
      'Gym om 13.40 uur vervalt',
      'Timo is om 12.10 uur klaar.',
      'Biologie om 8.30 uur vervalt',
      'Timo begint om 9.30 uur.',
    ])
  })

  test('In the list a cancelled lesson is struck through and says so, another room says which it was', async () => {
    const browser = house.as('selma')
    await browser.get('/vandaag')
    expect(browser.html).toMatch(
      /<li class="off"><time datetime="08:30">8\.30<\/time>[\s\S]*?<span class="tag tag-notice">vervalt<\/span><\/li>/,
    )
    expect(wordsOf(browser)).toContain('Wiskunde\nlokaal 4, was 16\nander lokaal')
    expect(wordsOf(browser)).toContain('11.20\nTaal\ntot 12.10 uur\nandere tijd')
  })

  test('When all lessons are cancelled it is said once', async () => {
    await clear()
    await lesson({ starts: '2026-11-23T08:30', ends: '2026-11-23T09:20', title: 'Lezen', cancelled: true })
    await lesson({ starts: '2026-11-23T09:30', ends: '2026-11-23T10:20', title: 'Taal', cancelled: true })
    expect(await read('selma')).toContain('vandaag\nAlle lessen vervallen')
  })

  test('A lesson in two timetables, or twice in one, is one lesson; whole days come first', async () => {
    await clear()
    for (const boundTo of [klimboom.groups.g4b, klimboom.groups.g4b, klimboom.timo])
      await lesson({ boundTo, starts: '2026-11-23T08:30', ends: '2026-11-23T09:20', title: 'Lezen' })
    await lesson({ starts: '2026-11-22T00:00', ends: '2026-11-25T00:00', title: 'Kamp', wholeDay: true })
    const words = await read('selma')
    expect(words.match(/Lezen/g)).toHaveLength(1)
    expect(words).toMatch(/dag\nKamp[\s\S]*Lezen/)
  })

  test('Long names, signs and missing titles do no harm', async () => {
    await clear()
    await lesson({ starts: '2026-11-23T08:30', ends: '2026-11-23T09:20', title: `<b>${'Wiskunde'.repeat(20)}` })
    await lesson({ starts: '2026-11-23T09:30', ends: '2026-11-23T09:30', title: '' })
    const browser = house.as('selma')
    await browser.get('/vandaag')
    expect(browser.html).toContain('&lt;b&gt;Wiskunde')
    expect(wordsOf(browser)).toContain('9.30\nLes')
  })
})

describe('who', () => {
  beforeAll(async () => {
    await clear()
    await at('2026-11-23T08:00:00+01:00')
    await lesson({ starts: '2026-11-23T08:30', ends: '2026-11-23T09:20', title: 'Les van 4B' })
    await lesson({
      boundTo: klimboom.groups.g5a,
      starts: '2026-11-23T08:30',
      ends: '2026-11-23T09:20',
      title: 'Les van 5A',
    })
    await lesson({ boundTo: klimboom.sem, starts: '2026-11-23T11:30', ends: '2026-11-23T12:20', title: 'Les van Sem' })
    await lesson({
      boundTo: vlieger.group,
      school: vlieger.school,
      starts: '2026-11-23T08:30',
      ends: '2026-11-23T15:30',
      title: 'Les van Rood',
    })
    await tieSecondChild(house.db)
  })

  test('A guardian of two children at two schools sees both, each with its own school', async () => {
    const words = await read('selma')
    expect(words).toContain('Allebei\nB\nBo\nT\nTimo')
    expect(words).toContain('Timo\n, De Klimboom')
    expect(words).toContain('Bo\n, De Vlieger')
    expect(words).toContain('Les van 4B')
    expect(words).toContain('Les van Rood')
    for (const other of ['5A', 'Sem']) expect(words).not.toContain(`Les van ${other}`)
  })

  test('One child can be chosen, of whom alone the page then tells', async () => {
    const words = await read('selma', `/vandaag?kind=${vlieger.bo}`)
    expect(words).toContain('Les van Rood')
    expect(words).not.toContain('Les van 4B')
    expect(words).toContain('Allebei\nB\nBo\nT\nTimo')
  })

  test('When one school is shut and the other is not, the page says whose', async () => {
    await at('2026-12-03T08:00:00+01:00')
    const words = await read('selma')
    expect(words).toMatch(/^Donderdag 3 december\nAllebei/)
    expect(words).toContain('vandaag\nStudiedag: Timo is vrij')
    expect(words).toContain('Vrij: Studiedag. Morgen is er weer school.')
    expect(words).toContain('morgen\nVliegerdag: Bo is vrij')
    await at('2026-11-23T08:00:00+01:00')
  })

  test('Another family, a class and what is no id at all are not there, with the same bytes', async () => {
    const browser = house.as('bas')
    const missing = '00000000-0000-4000-8000-000000009999'
    const bytesOf = async (kind: string) => {
      const response = await browser.get(`/vandaag?kind=${kind}`)
      expect([kind, response.status]).toEqual([kind, 404])
      return (await response.text()).replaceAll(kind, 'x')
    }
    const nowhere = (await bytesOf(missing)).length
    for (const kind of [klimboom.noor, klimboom.sem, vlieger.bo, klimboom.groups.g4b])
      expect((await bytesOf(kind)).length).toBe(nowhere)
    for (const kind of ['x', '', '%27', '%00', `${klimboom.timo}%20`])
      expect((await browser.get(`/vandaag?kind=${kind}`)).status).toBe(404)
    expect((await browser.get(`/vandaag?kind=${klimboom.timo}`)).status).toBe(200)
  })

  test('A class without a timetable says so, a day without lessons says that', async () => {
    await clear()
    expect(await read('bas')).toContain('Er is nog geen rooster voor 4B.')
    await lesson({ starts: '2026-11-25T08:30', ends: '2026-11-25T09:20' })
    expect(await read('bas')).toContain('Er staan geen lessen in het rooster.')
  })

  test('A teacher sees the lessons of her groups, or her own when there is a timetable of her', async () => {
    await lesson({ starts: '2026-11-23T08:30', ends: '2026-11-23T09:20', title: 'Les van 4B' })
    expect(await read('tess')).toMatch(/4B\n, De Klimboom[\s\S]*Les van 4B/)
    await lesson({
      boundTo: klimboom.tess,
      starts: '2026-11-23T10:30',
      ends: '2026-11-23T11:20',
      title: 'Les van Tess',
    })
    const words = await read('tess')
    expect(words).toMatch(/Mijn lessen, De Klimboom[\s\S]*Les van Tess/)
    expect(words).not.toContain('Les van 4B')
  })

  test('A parent who teaches sees own children under one hat and own classes under the other', async () => {
    await lesson({
      boundTo: klimboom.groups.g5a,
      starts: '2026-11-23T08:30',
      ends: '2026-11-23T09:20',
      title: 'Les van 5A',
    })
    expect(await read('pamAsParent')).toMatch(/Sem\n, De Klimboom\n4B[\s\S]*Les van 4B/)
    expect(await read('pamAsTeacher')).toMatch(/5A\n, De Klimboom[\s\S]*Les van 5A/)
  })

  test('A pupil sees the own lessons', async () => {
    expect(await read('timo')).toMatch(/Mijn lessen, De Klimboom\n4B[\s\S]*Les van 4B/)
  })

  test('Who teaches nothing, has no child or no school is told so', async () => {
    expect(await read('hein')).toContain('Je geeft op dit moment aan geen groep les.')
    expect(await read('leftStaff')).toContain('Je hoort op dit moment bij geen school.')
    await house.db.owner.query(`update app.pupil set left_on = '2026-11-01' where person_id = '${klimboom.noor}'`)
    await house.db.owner.query(`update app.account set language = 'nl' where login = 'karim'`)
    expect(await read('karim')).toContain('Er staat op dit moment geen kind op jouw naam.')
  })

  test('The start leads to today, and a stranger to the door', async () => {
    expect((await house.as('selma').get('/')).headers.get('location')).toBe('/vandaag')
    for (const path of ['/', '/vandaag']) {
      const response = await house.stranger().get(path)
      expect([response.status, response.headers.get('location')]).toEqual([303, '/inloggen'])
    }
  })
})

describe('what waits for who keeps the school', () => {
  test('The office reads what waits, each with the way to it, and nobody else does', async () => {
    const { owner } = house.db
    await owner.query(`update app.person set birth_date = null where id = '${klimboom.timo}';
      insert into app.person (school_id, id, first_name, last_name)
        values ('${klimboom.school}', '00000000-0000-4000-8000-0000000009f1', 'Oma', 'Nieuw');
      insert into app.guardianship (school_id, pupil_id, guardian_id, relation, started_on)
        values ('${klimboom.school}', '${klimboom.timo}', '00000000-0000-4000-8000-0000000009f1', 'other', '2026-01-01')`)
    const olga = await read('olga')
    expect(olga).toContain('Wat nog wacht')
    expect(olga).toMatch(/\d+ geboortedatums? onbekend/)
    expect(olga).toMatch(/\d+ (brief|brieven) te maken voor wie nog niet binnen is/)
    const browser = house.as('olga')
    await browser.get('/vandaag')
    for (const path of ['/verjaardagen', '/brieven']) {
      expect(browser.html).toMatch(new RegExp(`id="wat-wacht"[^]*href="${path}"`))
      expect((await browser.get(path)).status).toBe(200)
      await browser.get('/vandaag')
    }
    for (const name of ['tess', 'hein', 'selma', 'timo']) expect(await read(name)).not.toContain('Wat nog wacht')
  })

  test('Once nothing waits, that is said', async () => {
    const { owner } = house.db
    await owner.query(`update app.person set birth_date = '2019-03-01' where school_id = '${klimboom.school}' and birth_date is null;
      update app.guardianship set started_on = '2020-01-01', ended_on = '2020-02-01' where school_id = '${klimboom.school}'`)
    expect(await read('olga')).toContain('Wat nog wacht\nEr wacht nu niets op je.')
  })
})
