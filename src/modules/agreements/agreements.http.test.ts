import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consent, forgetAgreements, giveSeats, lines, onPages, phones, wordsOf } from '#test/agreements.ts'
import { klimboom, twoSchools, type TwoSchools } from '#test/two-schools.ts'

let house: TwoSchools
beforeAll(async () => {
  house = await twoSchools()
  await giveSeats(house)
})
beforeEach(() => forgetAgreements(house))
afterAll(() => house.drop())

const { agreed, draft, inForce, layingOf, read, send, shown } = onPages(() => house)
const events = { kind: 'events', scope: 'school', 't-days': '14', ...lines }

describe('The life of an agreement', () => {
  test('the head drafts, the council consents, it begins, and everybody reads it', async () => {
    const id = await draft()
    // A draft is nobody's but of who keeps the school.
    for (const who of ['selma', 'timo', 'tess', 'karim', 'vliegerOffice'])
      expect((await read(who, `/afspraken/${id}`)).status, who).toBe(404)
    expect(await shown()).not.toContain('sleutel')
    expect(
      (await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-11-2026', answerBy: '1-12-2026' })).status,
    ).toBe(303)
    const council = await read('karim', '/medezeggenschap')
    expect(council.words).toContain('Telefoons')
    expect(council.words).toContain('Nog 8 dagen')
    expect((await read('selma', '/medezeggenschap')).status).toBe(404)
    expect((await read('selma', `/afspraken/${id}`)).status).toBe(404)
    const answer = await send('karim', `/afspraken/${id}/besluit`, { laying: await layingOf(id), ...consent })
    expect(answer.status).toBe(303)
    expect((await send('hein', `/afspraken/${id}/ingang`, { startsOn: '24-11-2026' })).status).toBe(303)
    expect((await house.events()).map(({ event }) => event)).toEqual([
      'agreements.draft.written',
      'agreements.agreement.laid',
      'agreements.agreement.answered',
      'agreements.agreement.begun',
    ])
    const words = await shown()
    expect(words).toContain('Wij geven een kluis, en een sleutel.')
    expect(words).toContain('de medezeggenschapsraad, op 23 november 2026')
    expect(words).toContain('Gaat nog in')
    expect((await read('karim', `/afspraken/${id}`)).words).toContain('Opgeschreven door de raad zelf')
    expect((await read('selma', `/afspraken/${id}`)).status).toBe(200)
    expect((await read('vliegerOffice', `/afspraken/${id}`)).status).toBe(404)
  })

  test('a kind that needs consent does not begin without it, and after a no it never does', async () => {
    const id = await draft()
    const early = await send('hein', `/afspraken/${id}/ingang`, { startsOn: '23-11-2026' })
    expect(early.status).toBe(422)
    expect(wordsOf(early.browser)).toContain('De raad moet eerst besluiten')
    await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-11-2026' })
    const before = await send('hein', `/afspraken/${id}/ingang`, { startsOn: '23-11-2026' })
    expect(before.status).toBe(422)
    await send('karim', `/afspraken/${id}/besluit`, { laying: await layingOf(id), ...consent, outcome: 'no' })
    expect((await send('hein', `/afspraken/${id}/ingang`, { startsOn: '23-11-2026' })).status).toBe(422)
    expect((await read('hein', `/afspraken/${id}`)).words).toContain('De raad stemde niet in')
    const again = await send('karim', `/afspraken/${id}/besluit`, { laying: await layingOf(id), ...consent })
    expect(again.status).toBe(409)
  })

  test('it does not begin before the day on which the council said yes', async () => {
    const id = await draft()
    await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-9-2026' })
    await send('hein', `/afspraken/${id}/besluit`, { laying: await layingOf(id), ...consent, decidedOn: '1-10-2026' })
    const early = await send('hein', `/afspraken/${id}/ingang`, { startsOn: '1-8-2026' })
    expect(early.status).toBe(422)
    expect(wordsOf(early.browser)).toContain('Het besluit viel op 1 oktober 2026')
    expect((await send('hein', `/afspraken/${id}/ingang`, { startsOn: '1-10-2026' })).status).toBe(303)
    // What held for weeks when it was written down here is news to nobody, and the page does not say it was told.
    expect((await read('hein', `/afspraken/${id}`)).words).not.toContain('Wie weet het?')
    expect((await read('selma', '/vandaag')).words).not.toContain('Telefoons op school')
  })

  test('what was laid before the council never changes: not by its form, not by another', async () => {
    const id = await draft()
    expect(
      (await send('hein', `/afspraken/${id}/wijziging`, { ...phones, school: 'Wij geven een kluis en een sleutel.' }))
        .status,
    ).toBe(303)
    await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '1-11-2026' })
    expect((await read('hein', `/afspraken/${id}/wijziging`)).status).toBe(404)
    expect((await send('hein', `/afspraken/${id}/wijziging`, { ...phones, school: 'Iets anders.' })).status).toBe(404)
    expect((await send('hein', `/afspraken/${id}/verwijdering`)).status).toBe(409)
    expect((await read('hein', `/afspraken/${id}`)).words).toContain('Wij geven een kluis en een sleutel.')
  })

  test('the school may hold that the law asks nobody, and everybody reads why', async () => {
    const id = await draft()
    const wrong = await send('hein', `/afspraken/${id}/ontheffing`, { body: 'council', reason: '' })
    expect(wrong.status).toBe(422)
    await send('hein', `/afspraken/${id}/ontheffing`, { body: 'council', reason: 'het stond al in het schoolplan' })
    expect((await send('hein', `/afspraken/${id}/ingang`, { startsOn: '23-11-2026' })).status).toBe(303)
    expect(await shown()).toContain('Volgens ons niet nodig, want: het stond al in het schoolplan')
  })

  test('a new version takes the place of the old one on its day, and a changed comma is seen', async () => {
    const old = await inForce(phones, '23-11-2026')
    const id = await draft({ ...phones, follows: old, school: 'Wij geven een kluis en een sleutel.' })
    await send('hein', `/afspraken/${id}/voorlegging`, { laidOn: '23-11-2026' })
    const page = await read('karim', `/afspraken/${id}`)
    expect(page.browser.html).toMatch(/<del><span class="vh">weg: ?<\/span>,<\/del>/)
    await send('karim', `/afspraken/${id}/besluit`, { laying: await layingOf(id), ...consent })
    const order = await send('hein', `/afspraken/${id}/ingang`, { startsOn: '23-11-2026' })
    expect(order.status).toBe(422)
    expect((await send('hein', `/afspraken/${id}/ingang`, { startsOn: '1-1-2027' })).status).toBe(303)
    const ends = await house.db.owner.query(`select ends_on::text from app.agreement_end where agreement_id = '${old}'`)
    expect(ends.rows).toEqual([{ ends_on: '2026-12-31' }])
    await house.db.setNow('2027-01-04T09:00:00+01:00')
    expect(await shown()).toContain('Wij geven een kluis en een sleutel.')
    expect(await shown('/scholen/klimboom/afspraken/eerder')).toContain('Wij geven een kluis, en een sleutel.')
    await house.db.setNow('2026-11-23T09:00:00+01:00')
  })

  test('two about the same for the same are refused, of two levels the narrower holds', async () => {
    await inForce()
    const other = await draft()
    await send('hein', `/afspraken/${other}/ontheffing`, { body: 'council', reason: 'het is hetzelfde' })
    const crossing = await send('hein', `/afspraken/${other}/ingang`, { startsOn: '1-3-2027' })
    expect(crossing.status).toBe(422)
    expect(wordsOf(crossing.browser)).toContain('Er geldt dan al een afspraak over hetzelfde')
    await inForce({ ...phones, scope: 'year-4', 't-where': 'lesson', 't-place': 'bag' })
    const own = await read('selma', '/afspraken')
    expect(own.words).toContain('groep 4')
    expect(own.words).toContain('Daarom gaat het voor op een bredere afspraak')
    expect(own.words).toContain('Zonder deze afspraak geldt die van de hele school')
  })

  test('an agreement stops on its last day, with a reason that all read', async () => {
    const id = await inForce()
    const past = await send('hein', `/afspraken/${id}/einde`, { lastDay: '22-11-2026', why: 'Het werkte niet' })
    expect(past.status).toBe(422)
    expect(wordsOf(past.browser)).toContain('Kies vandaag of later')
    expect(
      (await send('hein', `/afspraken/${id}/einde`, { lastDay: '23-11-2026', why: 'Het werkte niet' })).status,
    ).toBe(303)
    expect((await send('selma', `/afspraken/${id}/einde`, { lastDay: '24-11-2026', why: 'x' })).status).toBe(404)
    await house.db.setNow('2026-11-24T09:00:00+01:00')
    expect(await shown()).not.toContain('sleutel')
    expect(await shown(`/scholen/klimboom/afspraken/${id}`)).toContain('Het werkte niet')
    await house.db.setNow('2026-11-23T09:00:00+01:00')
  })

  test('wrong parameters are said beside their field, and what was typed is kept', async () => {
    const answer = await send('hein', `/afspraken?school=${klimboom.school}`, {
      ...events,
      't-days': '0',
      parents: '',
      school: 'a'.repeat(601),
      scope: 'year-99',
    })
    expect(answer.status).toBe(422)
    const words = wordsOf(answer.browser)
    for (const said of [
      'Vul een getal in van 1 tot en met 60',
      'Vul deze regel in',
      'Schrijf hoogstens 600 tekens',
      'Kies een van de mogelijkheden',
    ])
      expect(words).toContain(said)
    expect(answer.browser.html).toContain('Je legt je telefoon weg.')
    expect(await house.events()).toEqual([])
  })
})

describe('The public page', () => {
  test('says openly what is not agreed, and what holds meanwhile', async () => {
    expect(await shown()).toContain('Deze school heeft hier nog geen afspraken opgeschreven.')
    const wrong = await send('hein', `/afspraken/onderwerpen/ai?school=${klimboom.school}`, { meanwhile: '' })
    expect(wrong.status).toBe(422)
    const said = await send('hein', `/afspraken/onderwerpen/ai?school=${klimboom.school}`, {
      meanwhile: 'Elke leraar vertelt het vooraf.',
      body: 'council',
      talkedOn: '21-5-2027',
    })
    expect(said.status).toBe(303)
    const words = await shown()
    expect(words).toContain('Elke leraar vertelt het vooraf.')
    expect(words).toContain('vrijdag 21 mei 2027')
    expect((await send('tess', `/afspraken/onderwerpen/ai?school=${klimboom.school}`, {})).status).toBe(404)
    await send('hein', `/afspraken/onderwerpen/ai/einde?school=${klimboom.school}`)
    expect(await shown()).not.toContain('Elke leraar vertelt het vooraf.')
  })

  test('is found in plain words, and a school that is not there is like any address', async () => {
    await inForce()
    expect(await shown('/scholen/klimboom/afspraken?zoek=mobieltje+kluis')).toContain('1 afspraak gevonden')
    expect(await shown('/scholen/klimboom/afspraken?zoek=zwemles')).toContain('Geen afspraak gevonden')
    const [none, other] = [house.stranger(), house.stranger()]
    const [first, second] = [await none.get('/scholen/bestaat-niet/afspraken'), await other.get('/niets')]
    expect([first.status, first.headers.get('location')]).toEqual([second.status, second.headers.get('location')])
  })

  test('never shows what was agreed about one pupil', async () => {
    await agreed({ kind: 'averages', 't-shown': 'shown', ...lines, school: 'Voor iedereen.' })
    const id = await draft({ kind: 'averages', scope: `pupil-${klimboom.timo}`, 't-shown': 'hidden', ...lines }, 'tess')
    await send('tess', `/afspraken/${id}/aanbod`)
    expect((await send('selma', `/afspraken/${id}/ja`)).status).toBe(303)
    expect(
      (await send('tess', `/afspraken/${id}/ingang`, { startsOn: '23-11-2026', endsOn: '31-7-2027' })).status,
    ).toBe(303)
    expect(await shown()).not.toContain('sleutel')
    expect((await house.stranger().get(`/scholen/klimboom/afspraken/${id}`)).status).toBe(303)
    expect((await read('selma', `/afspraken/${id}`)).status).toBe(200)
    expect((await read('timo', `/afspraken/${id}`)).status).toBe(200)
    for (const who of ['karim', 'pamAsTeacher', 'pamAsParent', 'vliegerOffice'])
      expect((await read(who, `/afspraken/${id}`)).status, who).toBe(404)
    expect((await read('selma', '/afspraken')).words).toContain('Dit is in een gesprek afgesproken')
  })

  test('of another school is copied as a draft by who keeps one', async () => {
    const id = await inForce()
    const other = house.as('vliegerOffice')
    await other.get(`/scholen/klimboom/afspraken/${id}`)
    expect(other.html).toContain(`/afspraken/nieuw?van=klimboom&amp;kopie=${id}`)
    await other.get(`/afspraken/nieuw?van=klimboom&kopie=${id}`)
    expect(other.html).toContain('Wij geven een kluis, en een sleutel.')
    const [mother] = [house.as('selma')]
    await mother.get(`/scholen/klimboom/afspraken/${id}`)
    expect(mother.html).not.toContain('kopie=')
    expect((await mother.get(`/afspraken/nieuw?van=klimboom&kopie=${id}`)).status).toBe(404)
  })
})
