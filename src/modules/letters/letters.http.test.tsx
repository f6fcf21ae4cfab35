import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshLetters, hashOf } from '#platform/http/secrets.ts'
import { wrongTries } from '#platform/http/wrong-tries.ts'
import { Browser as Reader, type Browser } from '#test/browser.ts'
import { appFor } from '#test/rig.ts'
import { klimboom as k, twoSchools, vlieger, type TwoSchools } from '#test/two-schools.ts'
import { alphabet, chanceLetters, codeFrom, readCode } from './code.ts'

let house: TwoSchools
let office: Browser
beforeAll(async () => {
  house = await twoSchools()
  office = house.as('olga')
})
afterAll(() => house.drop())
beforeEach(async () => {
  await house.db.owner.query('delete from app.letter_try')
})

const codesOn = (html: string): string[] =>
  [...html.matchAll(/<code>((?:\w{4} ){3}\w{4})<\/code>/g)].map(([, code = '']) => readCode(code) ?? 'no code')

/** A new letter of this relation, made at the counter. */
const letterOf = async (guardianship: string, fields: Record<string, string> = {}, by = office): Promise<string> => {
  await by.get(`/ouderschappen/${guardianship}/brief`)
  const made = await by.post(`/ouderschappen/${guardianship}/brief`, fields)
  expect(made.status).toBe(200)
  const [code = '', ...others] = codesOn(by.html)
  expect(others).toEqual([])
  return code
}

const timosBirthday = { day: '14', month: '5', year: '2018' }
const answer = async (browser: Browser, code: string, fields: Record<string, string> = timosBirthday) => {
  await browser.get(`/brief/${code}`)
  return browser.post(`/brief/${code}`, fields)
}

test('A parent scans the letter, answers one question and sees the own child, and stays in.', async () => {
  const code = await letterOf(k.guardianships.selma)
  const phone = house.stranger()
  const opened = await answer(phone, code)
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/vandaag'])
  expect((await phone.get('/vandaag')).status).toBe(200)
  expect(phone.html).toContain('Timo')
  expect((await phone.get(`/leerlingen/${k.timo}`)).status).toBe(200)
  const { rows } = await house.db.owner.query(
    `select kind, until - created_at > interval '399 days' as year, expires_at - created_at between interval '89 days' and interval '91 days' as quarter
     from app.session where kind = 'letter' order by created_at desc limit 1`,
  )
  expect(rows).toEqual([{ kind: 'letter', year: true, quarter: true }])
})

test('A code works once; looking at it three times, by a machine or a person, uses nothing.', async () => {
  const code = await letterOf(k.guardianships.selma)
  for (let time = 0; time < 3; time += 1) expect((await house.stranger().get(`/brief/${code}`)).status).toBe(200)
  expect((await answer(house.stranger(), code)).status).toBe(303)
  const second = house.stranger()
  expect((await answer(second, code)).status).toBe(422)
  expect(second.html).toContain('Het antwoord klopt niet, of de brief werkt niet meer')
})

test('Who scans the letter again on the same device is in already.', async () => {
  const code = await letterOf(k.guardianships.selma)
  const phone = house.stranger()
  await answer(phone, code)
  expect((await phone.get(`/brief/${code}`)).headers.get('location')).toBe('/')
})

test('Two who answer the same letter at the same moment: one gets in.', async () => {
  const code = await letterOf(k.guardianships.selma)
  const phones = [house.stranger(), house.stranger(), house.stranger()]
  const answers = await Promise.all(phones.map((phone) => answer(phone, code)))
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 422, 422])
})

test('Unknown, used, old, replaced and wrong look the same, byte by byte, before and after the answer.', async () => {
  const wrong = await letterOf(k.guardianships.karim)
  const replaced = await letterOf(k.guardianships.selma)
  const used = await letterOf(k.guardianships.selma)
  await answer(house.stranger(), used)
  const old = await letterOf(k.guardianships.bas)
  await house.db.owner.query(
    `update app.letter set expires_at = app.now() - interval '1 minute' where person_id = '${k.bas}'`,
  )
  const unknown = '2222222222222227'
  expect(readCode(unknown) ?? unknown).toBe(unknown)
  const known = readCode(unknown) === null ? 'AAAAAAAAAAAAAAA' : unknown
  const codes = [wrong, replaced, used, old, ...(readCode(known) === null ? [] : [known])]
  const pages = await Promise.all(
    codes.map(async (code) => {
      const phone = house.stranger()
      const looked = await phone.get(`/brief/${code}`)
      const before = phone.html
      const answered = await phone.post(`/brief/${code}`, timosBirthday)
      return [looked.status, before, answered.status, phone.html]
        .join()
        .replaceAll(code, '…')
        .replace(/value="[\w-]{43}"/g, '')
        .replaceAll(/nonce="[\w-]+"/g, '')
    }),
  )
  expect(new Set(pages).size).toBe(1)
  expect(pages[0]).toContain('422')
})

test('The date is understood as people type it, and what is no date costs no try.', async () => {
  const ways = [
    { day: '14-5-2018' },
    { day: '14/05/18' },
    { day: '14052018' },
    { day: '14', month: '05', year: '18' },
    { day: ' 14 . 5 . 2018 ' },
  ]
  for (const way of ways) {
    const code = await letterOf(k.guardianships.selma)
    expect((await answer(house.stranger(), code, way)).status).toBe(303)
  }
  const code = await letterOf(k.guardianships.selma)
  const phone = house.stranger()
  for (const way of [
    { day: '31', month: '2', year: '2018' },
    { day: 'mei' },
    { day: '14', month: '5', year: '2199' },
    {},
  ])
    expect((await answer(phone, code, way)).status).toBe(422)
  expect((await house.db.owner.query('select from app.letter_try')).rowCount).toBe(0)
})

test('Wrong answers wait longer and longer, and the tenth makes the letter void, for a code that is not there alike.', async () => {
  const code = await letterOf(k.guardianships.selma)
  const wrong = { day: '1', month: '1', year: '2018' }
  for (const shown of [code, '23456789ABCDEFG'.padEnd(15, 'A')].map((one) => readCode(one) ?? code)) {
    const phone = house.stranger()
    for (let time = 0; time < 3; time += 1) expect((await answer(phone, shown, wrong)).status).toBe(422)
    expect((await answer(phone, shown)).status).toBe(429)
    expect(phone.html).toMatch(/Wacht \d+ seconden/)
    await house.db.owner.query('delete from app.letter_try')
  }
  await house.db.owner.query(
    `insert into app.letter_try (code_hash, tried_at) select $1, app.now() - interval '1 hour' from generate_series(1, 10)`,
    [hashOf(code)],
  )
  const phone = house.stranger()
  expect((await answer(phone, code)).status).toBe(422)
})

test('A flood of wrong answers from one address waits for the rest of its minute, and shuts the door for nobody else.', async () => {
  const shared = wrongTries(() => 0, 12)
  const at = (address: string) => new Reader(appFor(house.db, { addressOf: () => address, wrongTries: shared }))
  const code = await letterOf(k.guardianships.selma)
  for (let time = 0; time < 12; time += 1) {
    const invented = readCode(codeFrom(freshLetters(alphabet, chanceLetters))) ?? ''
    expect((await answer(at('192.0.2.1'), invented)).status).toBe(422)
  }
  expect((await answer(at('192.0.2.1'), code)).status).toBe(429)
  const slip = at('192.0.2.1')
  await slip.get('/inlogbriefje')
  const typed = { login: 'noa.o@klimboom', firstPassword: 'AAAA AAAA AAAA', password: 'vijf rode trommels' }
  expect((await slip.post('/inlogbriefje', typed)).status).toBe(429)
  expect((await answer(at('192.0.2.2'), code)).status).toBe(303)
})

test('Where the birth date is not known the word of the week opens, and nothing else does.', async () => {
  await house.db.owner.query(`update app.person set birth_date = null where id = '${k.noor}'`)
  const code = await letterOf(k.guardianships.karim)
  expect(office.html).toContain('Vraag de school om het woord van deze week')
  expect((await answer(house.stranger(), code, { word: 'groene fiets' })).status).toBe(422)
  await office.get('/brieven')
  expect((await office.post('/brieven/woord', { word: 'Groene Fiets' })).status).toBe(303)
  await office.get('/brieven')
  expect(office.html).toContain('groene fiets')
  const phone = house.stranger()
  expect((await answer(phone, code, { day: '1', month: '2', year: '2017' })).status).toBe(422)
  expect((await answer(phone, code, { word: ' groene FIETS ' })).status).toBe(303)
  await phone.get('/vandaag')
  expect(phone.html).toContain('Noor')
  const timos = await letterOf(k.guardianships.selma)
  expect((await answer(house.stranger(), timos, { word: 'groene fiets' })).status).toBe(422)
  await house.db.owner.query(`update app.letter_word set set_at = app.now() - interval '8 days'`)
  expect((await answer(house.stranger(), await letterOf(k.guardianships.karim), { word: 'groene fiets' })).status).toBe(
    422,
  )
  await house.db.owner.query(`update app.person set birth_date = '2017-02-01' where id = '${k.noor}'`)
})

test('A session of a letter sees that child alone; a second letter of the same parent adds the other, also that of another school.', async () => {
  await house.db.owner.query(`insert into app.guardianship (school_id, id, pupil_id, guardian_id, relation, started_on)
    values ('${k.school}', '00000000-0000-4000-8000-00000000aa01', '${k.sem}', '${k.selma}', 'other', '2024-08-01')`)
  const phone = house.stranger()
  await answer(phone, await letterOf(k.guardianships.selma))
  await phone.get('/vandaag')
  expect(phone.html).toContain('Timo')
  expect(phone.html).not.toContain('Sem')
  expect((await phone.get(`/leerlingen/${k.sem}`)).status).toBe(404)
  const second = await letterOf('00000000-0000-4000-8000-00000000aa01')
  expect((await answer(phone, second, { day: '30', month: '9', year: '2018' })).status).toBe(303)
  expect((await phone.get(`/leerlingen/${k.sem}`)).status).toBe(200)
  expect((await phone.get(`/leerlingen/${k.timo}`)).status).toBe(200)
  const elsewhere = await letterOf(vlieger.guardianship, {}, house.as('vliegerOffice'))
  expect((await answer(phone, elsewhere)).status).toBe(303)
  await phone.get('/vandaag')
  for (const name of ['Timo', 'Sem', 'Bo']) expect(phone.html).toContain(name)
})

test('The letter of the other home begins a session of its own, on the same telephone too.', async () => {
  const phone = house.stranger()
  await answer(phone, await letterOf(k.guardianships.selma))
  await answer(phone, await letterOf(k.guardianships.bas))
  await phone.get('/account')
  expect(phone.html).toContain('Bas Vermeer')
  expect(phone.html).not.toContain('Selma')
})

test('Who came with a letter changes no name, password or other session, and finds the page to choose a password.', async () => {
  const phone = house.stranger()
  await answer(phone, await letterOf(k.guardianships.karim), { day: '1', month: '2', year: '2017' })
  await phone.get('/account')
  expect(phone.html).not.toContain('type="password"')
  // Karim signs in with an account as well: there is nothing to choose, and his other device is out of sight.
  expect(phone.html).not.toContain('/account/sessies/')
  expect(phone.html).not.toContain('kies een nieuw wachtwoord')
  const own = { password: 'een heel goed woord', newPassword: 'een nog beter woord' }
  expect((await phone.post('/account/wachtwoord', own)).status).toBe(404)
  expect((await phone.post('/account/sessies/einde')).status).toBe(404)
  expect((await phone.get('/account/eigen-wachtwoord')).status).toBe(404)
  expect((await phone.post('/personen/' + k.karim + '/contact', { email: 'x@y.example' })).status).toBe(404)
  expect((await phone.post('/sessie/einde')).status).toBe(303)
})

test('When a relation ends, its letter opens nothing, and what it opened is shut.', async () => {
  const phone = house.stranger()
  await answer(phone, await letterOf(k.guardianships.selma))
  const later = await letterOf(k.guardianships.selma)
  await house.db.owner.query(
    `update app.guardianship set ended_on = '2026-11-01' where id = '${k.guardianships.selma}'`,
  )
  expect((await phone.get(`/leerlingen/${k.timo}`)).status).toBe(404)
  expect((await answer(house.stranger(), later)).status).toBe(422)
  await house.db.owner.query(`update app.guardianship set ended_on = null where id = '${k.guardianships.selma}'`)
})

test('A new letter ends the old one, and when asked the devices that came with it; another parent keeps theirs.', async () => {
  const [phone, tablet, bas] = [house.stranger(), house.stranger(), house.stranger()]
  await answer(phone, await letterOf(k.guardianships.selma))
  await answer(bas, await letterOf(k.guardianships.bas))
  const open = await letterOf(k.guardianships.selma)
  expect((await phone.get('/vandaag')).status).toBe(200)
  const newest = await letterOf(k.guardianships.selma, { devices: 'on' })
  expect((await answer(tablet, open)).status).toBe(422)
  expect((await phone.get('/vandaag')).headers.get('location')).toBe('/inloggen')
  expect((await bas.get('/vandaag')).status).toBe(200)
  expect((await answer(tablet, newest)).status).toBe(303)
})

test('A form from elsewhere answers nothing.', async () => {
  const code = await letterOf(k.guardianships.selma)
  const phone = house.stranger()
  await phone.get(`/brief/${code}`)
  expect((await phone.post(`/brief/${code}`, { ...timosBirthday, _form: '' })).status).toBe(403)
  const body = new URLSearchParams({ ...timosBirthday, _form: phone.token() })
  const sent = await phone.send(`/brief/${code}`, {
    method: 'POST',
    body,
    headers: { origin: 'https://elders.example' },
  })
  expect(sent.status).toBe(403)
  expect((await answer(phone, code)).status).toBe(303)
})

test('The code is typed with small letters and blanks; a slip of the finger is said at once.', async () => {
  const code = await letterOf(k.guardianships.selma)
  const phone = house.stranger()
  await phone.get('/brief')
  const typed = code.toLowerCase().replace(/(.{4})/g, '$1 ')
  const sent = await phone.post('/brief', { code: typed })
  expect(sent.headers.get('location')).toBe(`/brief/${code}`)
  // Any one wrong letter is noticed, whatever the code; of other slips one in thirty makes a code that could be.
  const wrong = alphabet[(alphabet.indexOf(code.slice(0, 1)) + 1) % alphabet.length] ?? ''
  for (const bad of ['', code.slice(1), `${code.slice(0, 4)}0${code.slice(5)}`, wrong + code.slice(1)]) {
    await phone.get('/brief')
    expect((await phone.post('/brief', { code: bad })).status).toBe(422)
    expect(phone.html).toContain('Fout:')
  }
})

test('Letters are made for who is not in, by class and for the school; each on a sheet, and no sheet names the other home.', async () => {
  await house.db.owner.query(`delete from app.letter_use; delete from app.letter_end; delete from app.letter`)
  // Everybody of the cast signs in with an account already.
  const fresh = { a: '00000000-0000-4000-8000-00000000ab01', b: '00000000-0000-4000-8000-00000000ab02' }
  for (const [at, id] of Object.values(fresh).entries())
    await house.db.owner
      .query(`insert into app.person (school_id, id, first_name, last_name) values ('${k.school}', '${id}', 'Nieuw${at}', 'Ouder');
      insert into app.person_contact (school_id, person_id, street, city, language) values ('${k.school}', '${id}', 'Straat${at} 1', 'Utrecht', '${at === 0 ? 'en' : 'nl'}');
      insert into app.guardianship (school_id, pupil_id, guardian_id, relation, started_on) values ('${k.school}', '${k.sem}', '${id}', 'other', '2024-08-01')`)
  await office.get(`/brieven/klassen/${k.groups.g4b}`)
  expect(office.html).toContain('2 brieven voor wie nog niet binnen is')
  expect(office.html).toContain('PUBLIC_URL')
  const made = await office.post('/brieven', { group: k.groups.g4b })
  expect(made.status).toBe(200)
  const sheets = office.html.split('<article').slice(1)
  expect(sheets).toHaveLength(2)
  expect(codesOn(office.html)).toHaveLength(2)
  for (const [at, sheet] of sheets.entries()) {
    expect(sheet).toContain(`Nieuw${at} Ouder`)
    expect(sheet).toContain(`Straat${at} 1`)
    expect(sheet).not.toContain(`Straat${1 - at}`)
    expect(sheet).not.toContain(`Nieuw${1 - at}`)
    expect(sheet).toContain('Sem')
    expect(sheet).not.toContain('Aarts')
    expect(sheet.includes('How to see Sem&#39;s school day')).toBe(at === 0)
  }
  await office.get('/brieven')
  expect((await office.post('/brieven', {})).status).toBe(422)
  expect((await office.post('/brieven', { again: 'on' })).status).toBe(200)
  await office.get(`/brieven/klassen/${k.groups.g4b}`)
  expect(office.html).toContain('brief gemaakt op 23 november 2026, werkt tot en met 22 januari 2027')
  await house.db.owner
    .query(`insert into app.letter_try (code_hash) select l.code_hash from app.letter l, generate_series(1, 10)
    where l.person_id = '${fresh.a}' and not exists (select from app.letter_end e where e.letter_id = l.id)`)
  await office.get(`/brieven/klassen/${k.groups.g4b}`)
  expect(office.html).toContain('te vaak een fout antwoord')
  await house.db.owner.query(`update app.letter set expires_at = '2026-11-01' where person_id = '${fresh.b}'`)
  await office.get(`/brieven/klassen/${k.groups.g4b}`)
  expect(office.html).toContain('werkt niet meer sinds 1 november 2026')
  expect((await house.events()).map(({ event }) => event)).toContain('letters.letters.made')
})

test('Who is not in yet is for the office alone, and a letter for its own school alone.', async () => {
  for (const name of ['tess', 'hein', 'selma', 'timo', 'pamAsParent', 'exTess']) {
    const reader = house.as(name)
    await reader.get('/account')
    for (const path of [
      '/brieven',
      `/brieven/klassen/${k.groups.g4b}`,
      `/ouderschappen/${k.guardianships.selma}/brief`,
      `/leerlingen/${k.timo}/brief`,
    ])
      expect((await reader.get(path)).status, `${name} ${path}`).toBe(404)
    await reader.get('/account')
    expect((await reader.post('/brieven', {})).status).toBe(404)
    expect((await reader.post(`/ouderschappen/${k.guardianships.selma}/brief`)).status).toBe(404)
  }
  await office.get('/brieven')
  expect((await office.get(`/ouderschappen/${vlieger.guardianship}/brief`)).status).toBe(404)
  await office.get('/brieven')
  expect((await office.post(`/ouderschappen/${vlieger.guardianship}/brief`)).status).toBe(404)
  expect((await office.post('/brieven', { group: vlieger.group })).status).toBe(404)
})

test('A pupil of primary school has no account, and no route makes one.', async () => {
  expect((await office.get(`/leerlingen/${k.timo}/brief`)).status).toBe(200)
  expect(office.html).toContain('hebben geen account')
  expect((await office.post(`/leerlingen/${k.timo}/brief`)).status).toBe(404)
  await office.get(`/brieven/klassen/${k.groups.g4b}`)
  await office.post(`/brieven/klassen/${k.groups.g4b}/inlogbriefjes`)
  expect(office.html).not.toContain('@klimboom')
})

test('What stands in the database is no code, and the ledger names nobody.', async () => {
  const code = await letterOf(k.guardianships.selma)
  const { rows } = await house.db.owner.query(
    `select string_agg(t.row, ' ') as all from (select l::text as row from app.letter l union all select e::text from app.ledger_entry e
      union all select p::text from app.ledger_payload p union all select j::text from pgboss.job j) t`,
  )
  expect(rows[0]?.all).not.toContain(code)
  expect(rows[0]?.all).not.toContain('Selma')
})
