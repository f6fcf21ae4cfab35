import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consent, forgetAgreements, giveSeats, lines, onPages, phones, quiet, wordsOf } from '#test/agreements.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await giveSeats(house)
})
beforeEach(() => forgetAgreements(house))
afterEach(() => house.db.setNow('2026-11-23T09:00:00+01:00'))
afterAll(() => house.drop())

const { agreed, begin, decided, draft, inForce, layingOf, read, send, shown } = onPages(() => house)
const early = { decidedOn: '2-11-2026' }
const told = 'Telefoons op school, voor de hele school'
const averages = { kind: 'averages', 't-shown': 'hidden', ...lines }
const stop = { lastDay: '23-11-2026', why: 'Toch niet' }

/** Everybody whom the law asks says yes, as the school writes it down. */
const answered = async (id: string): Promise<string> => {
  await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-11-2026' })
  const { rows } = await house.db.owner.query<{ id: string }>(
    `select id from app.agreement_laying where agreement_id = '${id}'`,
  )
  for (const { id: laying } of rows) await send('hein', `/afspraken/${id}/besluit`, { laying, ...consent, ...early })
  return id
}

/** One that Timo's class or talk said yes to. */
const met = async (fields: Record<string, string>, people: readonly string[]): Promise<string> => {
  const id = await draft(fields, 'tess')
  await send('tess', `/afspraken/${id}/aanbod`)
  for (const child of people) await send('tess', `/afspraken/${id}/jawoorden`, { [`ja-${child}`]: 'on' })
  return id
}

describe('Stopped before it began', () => {
  test('is told to nobody, says that it never started and why, and stands with what did not go ahead', async () => {
    const id = await decided(phones, early)
    expect(await begin(id, '1-1-2027')).toBe(303)
    expect((await read('selma', '/vandaag')).words).toContain(told)
    expect((await send('hein', `/afspraken/${id}/einde`, stop)).status).toBe(303)
    expect((await read('selma', '/vandaag')).words).not.toContain(told)
    const page = (await read('hein', `/afspraken/${id}`)).words
    expect(page).toContain('Nooit ingegaan. Gestopt op 23 november 2026')
    expect(page).toContain('Toch niet')
    expect(page).toContain('Zou ingaan op')
    expect(page).not.toContain('Gaat nog in')
    expect(page).not.toContain('Geldt vanaf')
    const list = (await read('hein', '/afspraken')).words
    expect(list).toMatch(/Ging niet door[\s\S]*Nooit ingegaan\. Gestopt op 23 november 2026/)
    expect((await read('hein', '/afspraken?zoek=telefoon')).words).toMatch(/1 afspraak gevonden[\s\S]*Nooit ingegaan/)
  })

  test('leaves what it was to replace in force: told as new, and counted', async () => {
    const holds = await inForce()
    const next = await answered(await draft({ ...phones, follows: holds, school: 'Dit komt niet.' }))
    expect(await begin(next, '1-12-2026')).toBe(303)
    await send('hein', `/afspraken/${next}/einde`, stop)
    await house.db.setNow('2026-12-02T09:00:00+01:00')
    expect((await read('selma', '/vandaag')).words).toContain(told)
  })

  test('leaves the counting on that it was to replace', async () => {
    const measuring = { kind: 'measuring', scope: 'school', 't-teachers': '3', ...lines }
    const holds = await answered(await draft(measuring))
    expect(await begin(holds, '2-11-2026')).toBe(303)
    const next = await answered(await draft({ ...measuring, follows: holds, 't-teachers': '5' }))
    expect(await begin(next, '1-12-2026')).toBe(303)
    await send('hein', `/afspraken/${next}/einde`, stop)
    await house.db.setNow('2026-12-02T09:00:00+01:00')
    expect(await shown('/scholen/klimboom/afspraken/gehouden')).not.toContain('Wij tellen dit niet')
    const one = await answered(await draft({ kind: 'events', scope: 'school', 't-days': '14', ...lines }))
    expect(await begin(one, '2-11-2026')).toBe(303)
    await house.db.owner.query(`insert into app.agreement_kept (school_id, agreement_id, month, kept, total, people)
      values ('${klimboom.school}', '${one}', '2026-11-01', 3, 4, 3)`)
    expect(await shown('/scholen/klimboom/afspraken/gehouden')).toContain('november 2026')
    await house.db.owner.query(`insert into app.staff_role (school_id, person_id, role, started_on)
      values ('${klimboom.school}', '${klimboom.tess}', 'team_leader', '2026-08-01')`)
    expect((await read('tess', '/afspraken/open-punten')).words).not.toContain('Dit staat uit')
    const { rows } = await house.db.owner.query(
      `select app.is_agreed('${klimboom.school}', 'measuring', '{}') as holds`,
    )
    expect(rows).toEqual([{ holds: true }])
    await house.db.owner.query(
      `delete from app.staff_role where role = 'team_leader' and person_id = '${klimboom.tess}'`,
    )
  })
})

test('what began thirteen days ago stands on Vandaag for two weeks from the day it was put in force', async () => {
  const id = await decided(phones, { decidedOn: '9-11-2026' })
  expect(await begin(id, '10-11-2026')).toBe(303)
  for (const day of ['2026-11-23', '2026-11-24', '2026-12-06']) {
    await house.db.setNow(`${day}T09:00:00+01:00`)
    expect((await read('selma', '/vandaag')).words, day).toContain(told)
  }
  await house.db.setNow('2026-12-08T09:00:00+01:00')
  expect((await read('selma', '/vandaag')).words).not.toContain(told)
})

test('who puts in force what held long before is told that it is written down, and not that it is told', async () => {
  const id = await decided(phones, early)
  const answer = await send('hein', `/afspraken/${id}/ingang`, { startsOn: '2-11-2026' })
  expect((await read('hein', answer.headers.get('location') ?? '')).words).toContain('De afspraak is opgeschreven.')
  expect((await read('hein', `/afspraken/${id}`)).words).toContain('Hier opgeschreven\n23 november 2026')
})

describe('Versions', () => {
  test('the public chain passes over what was refused, and the council reads its draft beside what holds', async () => {
    const first = await decided({ ...phones, school: 'Dit gold eerst.' }, early)
    expect(await begin(first, '12-11-2026')).toBe(303)
    const no = { ...early, outcome: 'no' }
    const refused = await decided({ ...phones, follows: first, school: 'Dit wil niemand.' }, no)
    const next = await draft({ ...phones, follows: refused, school: 'Dit wil iedereen.' })
    await send('hein', `/afspraken/${next}/voorlegging`, { laidOn: '1-11-2026', answerBy: '24-12-2026' })
    const council = await read('karim', `/afspraken/${next}`)
    expect(council.words).toContain('Geldt nu, sinds 12 november 2026')
    expect(council.words).toContain('Voorstel van 23 november 2026')
    expect(council.words).toContain('Antwoord gevraagd tot en met 24 december 2026')
    expect(council.browser.html).toMatch(/<del>[^<]*<span class="vh">weg: ?<\/span>gold eerst<\/del>/)
    await send('hein', `/afspraken/${next}/besluit`, { laying: await layingOf(next), ...consent })
    expect(await begin(next, '1-1-2027')).toBe(303)
    expect(await shown(`/scholen/klimboom/afspraken/${next}`)).toContain('Naast de versie van 12 november 2026')
    expect(await shown(`/scholen/klimboom/afspraken/${first}`)).toContain(
      'Vanaf 1 januari 2027 geldt een nieuwe versie',
    )
  })

  test('the public page says when it was brought up to date: put in force or stopped, not drafted', async () => {
    const id = await decided(phones, early)
    await house.db.setNow('2026-11-25T09:00:00+01:00')
    expect(await begin(id, '25-11-2026')).toBe(303)
    expect(await shown()).toContain('Bijgewerkt op 25 november 2026')
    await house.db.setNow('2026-11-27T09:00:00+01:00')
    await send('hein', `/afspraken/${id}/einde`, { lastDay: '1-12-2026', why: 'Klaar' })
    expect(await shown()).toContain('Bijgewerkt op 27 november 2026')
  })
})

describe('Found', () => {
  test('in a question in plain words, the best first; and a short word is that word alone', async () => {
    await inForce()
    await begin(await answered(await draft({ ...averages, scope: 'school' })), '23-11-2026')
    const contact = { kind: 'contact', scope: 'school', 't-from': '8.00', 't-until': '16.30', 't-days': '2', ...lines }
    await begin(await answered(await draft(contact)), '23-11-2026')
    const page = '/scholen/klimboom/afspraken?zoek='
    expect(await shown(`${page}mag+mijn+kind+een+smartphone+mee`)).toContain('1 afspraak gevonden')
    expect(await shown(`${page}ai`)).toContain('Geen afspraak gevonden')
    expect(await shown(`${page}gemiddeldes`)).toContain('1 afspraak gevonden')
    for (const asked of ['mail+smartphone+horloge', 'horloge+smartphone+mail'])
      expect(await shown(`${page}${asked}`)).toMatch(
        /2 afspraken gevonden[\s\S]*\nTelefoons op school\n[\s\S]*\nContact met de leraar\n/,
      )
  })

  test('a family finds what its page shows, and all of it again for the same child', async () => {
    await inForce()
    await inForce({ ...phones, scope: 'year-4', 't-where': 'lesson', 't-place': 'bag' })
    const found = await read('selma', `/afspraken?kind=${klimboom.timo}&zoek=smartphone`)
    expect(found.words).toContain('1 afspraak gevonden')
    expect(found.browser.html).toContain(`href="/afspraken?kind=${klimboom.timo}">Toon alles`)
    expect((await read('hein', `/afspraken?school=${klimboom.school}&zoek=x`)).browser.html).toContain(
      `href="/afspraken?school=${klimboom.school}">Toon alles`,
    )
  })
})

describe('True for each reader', () => {
  test('who is shown no child is not told that nothing is agreed', async () => {
    await inForce()
    await house.db.owner.query(`insert into app.guardianship_authority
      (school_id, guardianship_id, guardian_id, pupil_id, state, started_on)
      values ('${klimboom.school}', '${klimboom.guardianships.bas}', '${klimboom.bas}', '${klimboom.timo}', 'on_request', '2026-11-01')`)
    const page = await read('bas', '/afspraken')
    expect(page.words).toContain('Wij laten hier geen kind zien.')
    expect(page.browser.html).toContain('href="/scholen/klimboom/afspraken"')
    await house.db.owner.query('delete from app.guardianship_authority where guardian_id = $1', [klimboom.bas])
  })

  test('for the whole school is for whom nothing else is agreed, and of one subject for who has it', async () => {
    await inForce()
    const ai = { kind: 'ai', 't-use': 'asked', 't-told': 'lesson', scope: 'subject', subject: 'wiskunde', ...lines }
    expect(await begin(await answered(await draft(ai)), '23-11-2026')).toBe(303)
    const own = (await read('selma', '/afspraken')).words
    expect(own).toContain('Dit geldt voor iedereen op school voor wie niets anders is afgesproken.')
    expect(own).toContain('Alleen bij het vak wiskunde, voor wie dat vak heeft.')
  })

  test('the public page says what is for some alone, and what holds only later', async () => {
    await agreed({ ...quiet, scope: 'year-4' })
    const group = { kind: 'group-rule', scope: 'school', 't-subjects-lost': 'on', 't-photos': 'none', ...lines }
    const later = await answered(await draft({ ...group, 't-chatter': 'nowhere' }))
    expect(await begin(later, '1-1-2027')).toBe(303)
    const words = await shown()
    expect(words).toContain('Hierover is nog niets afgesproken voor de hele school: ‘Stille uren’.')
    expect(words).toMatch(/Hierover geldt nu nog niets: ‘[^’]+’\. De afspraak gaat nog in\./)
  })

  test('a parent is told about a child by its name', async () => {
    await agreed(averages)
    const id = await met({ ...averages, scope: `pupil-${klimboom.timo}` }, [])
    await send('selma', `/afspraken/${id}/ja`)
    expect(await begin(id, '23-11-2026', { endsOn: '31-7-2027' }, 'tess')).toBe(303)
    expect((await read('selma', '/vandaag')).words).toMatch(/, voor Timo\n/)
    expect((await read('karim', '/vandaag')).words).not.toContain('voor Timo')
  })

  test('a teacher whose class meets another is not sent to change what is of that one', async () => {
    await agreed(quiet)
    await house.db.owner.query(`insert into app.agreement (school_id, kind, level, group_id, class_name, terms,
        school_line, parents_line, pupils_line)
      values ('${klimboom.school}', 'quiet-hours', 'class', '${klimboom.groups.mixed}', 'Plusgroep',
        '{"from": "19:00", "until": "07:00", "weekend": "quiet"}', 'x', 'x', 'x');
      insert into app.agreement_start (school_id, agreement_id, starts_on)
        select school_id, id, '2026-11-04' from app.agreement where level = 'class'`)
    const id = await met({ ...quiet, scope: `class-${klimboom.groups.g4b}` }, [klimboom.timo, klimboom.sem])
    const answer = await send('tess', `/afspraken/${id}/ingang`, {
      startsOn: '23-11-2026',
      endsOn: '31-7-2027',
    })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.browser)).toContain('klas Plusgroep, vanaf 4 november 2026. Dat is niet jouw klas.')
    expect(wordsOf(answer.browser)).not.toContain('Maak een nieuwe versie van die afspraak')
  })

  test('what the school wrote is Dutch on an English page too', async () => {
    await inForce()
    const reader = house.stranger()
    await reader.get('/inloggen')
    await reader.post('/taal', { lang: 'en', back: '/scholen/klimboom/afspraken' })
    await reader.get('/scholen/klimboom/afspraken')
    expect(reader.html).toContain(`<dd lang="nl" dir="auto">${lines.school}</dd>`)
  })
})
