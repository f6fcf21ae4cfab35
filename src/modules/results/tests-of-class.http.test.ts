import { describe, expect, test } from 'vitest'
import { maths, onResultPages, secondaryHouse, withoutTags } from '#test/results.ts'
import { klimboom } from '#test/two-schools.ts'

const house = secondaryHouse()

const { open, send, addTest } = onResultPages(house)

describe('The tests of a class', () => {
  const folded = (html: string): string => [...html.matchAll(/<details class="fold">.*?<\/details>/gs)].join('\n')

  test('of a subject the newest four stand open, and those before them are folded', async () => {
    for (const day of [16, 17, 18, 19, 20]) await addTest({ what: `Toets van de ${day}e`, madeOn: `${day}-11-2026` })
    const { html } = await open('tess', '/cijfers')
    expect(html).toContain('Toets van de 20e')
    expect(folded(html)).toContain('1 eerdere toets')
    expect(folded(html)).toContain('Toets van de 16e')
    expect(folded(html)).not.toContain('Toets van de 17e')
  })

  test('a subject in which the reader set no test is one line, with how many there are', async () => {
    await addTest()
    await addTest({ what: 'Hoofdstuk 7' })
    const { html } = await open('hein', `/cijfers?groep=${klimboom.groups.g4b}`)
    expect(folded(html)).toContain('Wiskunde, 2 toetsen')
    expect(folded(html)).toContain('Hoofdstuk 7')
    expect(folded((await open('tess', '/cijfers')).html)).toBe('')
  })
})

describe('A test that is typed wrong', () => {
  test.each([
    ['what it is about', { what: '', weight: 'vaak' }, ['Vul in waar de toets over gaat.', 'Vul een heel getal in']],
    ['its kind', { kind: '', weight: '101' }, ['Kies wat voor toets het is.', 'Vul een heel getal in']],
    ['its day', { madeOn: '', scale: 'roman' }, ['Vul de dag in.', 'Dit past niet bij deze soort toets.']],
    ['its scale', { scale: '', weight: '' }, ['Kies waarin je het nakijkt.', 'Vul een heel getal in']],
  ])('says all that is wrong at once: %s', async (_what, fields, said) => {
    const { status, browser } = await send('tess', '/toetsen', { ...maths, ...fields })
    expect(status).toBe(422)
    for (const sentence of said) expect(withoutTags(browser)).toContain(sentence)
  })
})
