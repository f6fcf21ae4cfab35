import { parse } from 'parse5'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { elementsOf, textOf } from './elements-of.ts'
import { hostileTexts, payloads } from './hostile-names.ts'
import { goodCell, goodCellOf, routesOf } from './good-requests.ts'
import { actorNamed, closeHouse, httpHouse, type HttpHouse } from './http-cast.ts'
import { readerOf } from './reader.ts'
import { requestOf } from './route-cells.ts'
import { watchTables } from './watch-tables.ts'

// Hundreds of requests in a test; a busy machine gets the time it needs.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let house: HttpHouse
beforeAll(async () => {
  house = await httpHouse()
})
afterAll(() => closeHouse(house))

/** Where a text of somebody's own can come to stand on a page: a column, its length, and a mark to find it by. */
const columns = [
  ['person', 'first_name', 200, 'p1'],
  ['person', 'last_name', 200, 'p2'],
  ['person', 'prefix', 40, 'p3'],
  ['person_contact', 'email', 256, 'c1'],
  ['person_contact', 'phone', 40, 'c2'],
  ['person_contact', 'street', 200, 'c3'],
  ['person_contact', 'postal_code', 32, 'c4'],
  ['person_contact', 'city', 120, 'c5'],
  ['school', 'name', 200, 's1'],
  ['school_group', 'name', 64, 's2'],
  ['day_off', 'name', 120, 's3'],
  ['report_period', 'name', 60, 'e3'],
  ['calendar_event', 'name', 120, 'e1'],
  ['calendar_event', 'line', 500, 'e2'],
  ['child_note_text', 'words', 200, 'n1'],
  ['child_note_text', 'sender', 200, 'n2'],
  ['child_note_hours', 'phone', 40, 'n3'],
  ['sight_request', 'reason', 300, 'z1'],
  ['sight_request', 'sender', 200, 'z2'],
  ['assessment', 'subject', 80, 'u1'],
  ['assessment', 'title', 120, 'u2'],
  ['result', 'words', 1000, 'u3'],
  ['result_release', 'reason', 300, 'u4'],
  ['exam_change', 'reason', 300, 'u5'],
  ['lesson', 'title', 200, 'l1'],
  ['lesson', 'teacher_code', 200, 'l3'],
  ['lesson', 'place', 80, 'l2'],
  ['roster_import', 'file_name', 200, 'r1'],
  ['roster_preview', 'file_name', 200, 'r2'],
  ['announcement', 'title', 120, 'm1'],
  ['announcement', 'signed', 200, 'm2'],
  ['file', 'name', 120, 'f1'],
  ['showing', 'line', 200, 'w1'],
  ['agreement', 'school_line', 600, 'g1'],
  ['agreement', 'parents_line', 600, 'g2'],
  ['agreement', 'pupils_line', 600, 'g3'],
  ['agreement_answer', 'minutes', 600, 'g5'],
  ['agreement_end', 'reason', 600, 'g6'],
  ['agreement_withdrawal', 'reason', 600, 'g4'],
  ['agreement_open_theme', 'meanwhile', 600, 'g7'],
  ['agreement_poll', 'question', 200, 'g8'],
  ['session', 'device', 80, 'a1'],
] as const

/** Gives every text in the database this content, past the forms and the importers. */
const nameEverything = async (text: string): Promise<void> => {
  const { owner } = house.db
  for (const [table, column, longest, mark] of columns)
    await owner.query(`update app.${table} set ${column} = left($1, ${longest})`, [mark + text])
  await owner.query(
    `update app.roster_preview set content = convert_to(replace(convert_from(content, 'UTF8'), $1, $2), 'UTF8')`,
    [inFile, JSON.stringify(`r3${text}`).slice(1, -1)],
  )
  inFile = JSON.stringify(`r3${text}`).slice(1, -1)
}
let inFile = 'Pelle'

const viewers = ['guardian', 'child', 'teacher', 'head', 'office', 'administrator', 'left-staff', 'parent-hat'].map(
  actorNamed,
)

type Shape = { elements: string; words: string }

const links = ['href', 'src', 'action', 'formaction', 'srcset', 'data', 'poster', 'xlink:href', 'content', 'http-equiv']

/** The elements of a page with the names of their attributes, and where they lead; and every word on it. */
const shapeOf = async (answer: Response): Promise<Shape> => {
  const tree = parse(await answer.text())
  const elements = elementsOf(tree)
  return {
    elements: elements
      .map(({ tagName, attrs }) => {
        const names = attrs.map(({ name, value }) => (links.includes(name) ? `${name}=${value}` : name))
        return `${tagName} ${names.join(' ')}`
      })
      .join('\n'),
    words: `${textOf(tree)} ${elements.flatMap(({ attrs }) => attrs.map(({ value }) => value)).join(' ')}`,
  }
}

/** Every page that each viewer may see, or of these the ones named. */
const everyPage = async (named?: ReadonlySet<string>): Promise<Map<string, Shape>> => {
  const pages = new Map<string, Shape>()
  for (const route of routesOf('GET'))
    for (const viewer of viewers) {
      const cell = goodCellOf(route, viewer)
      if (cell === undefined || named?.has(`${route.path} for ${viewer.name}`) === false) continue
      const answer = await readerOf(house.app, viewer.token).ask(requestOf(cell).path)
      if (answer.headers.get('content-type')?.startsWith('text/html') !== true) continue
      pages.set(`${route.path} for ${viewer.name}`, await shapeOf(answer))
    }
  return pages
}

const differing = (calm: Map<string, Shape>, hostile: Map<string, Shape>): string[] =>
  [...calm].flatMap(([name, { elements }]) => {
    const other = hostile.get(name)?.elements.split('\n') ?? []
    const at = elements.split('\n').findIndex((line, index) => line !== other[index])
    if (at === -1 && other.length === elements.split('\n').length) return []
    return [`${name}: <${elements.split('\n')[at] ?? ''}> became <${other[at] ?? ''}>`]
  })

const marks = [...columns.map(([, , , mark]) => mark), 'r3']

/** Pages on which together every mark stands. */
const showingAll = (pages: Map<string, Shape>, text: string): string[] => {
  const chosen: string[] = []
  const left = new Set(marks)
  for (const [name, { words }] of pages) {
    const shown = [...left].filter((mark) => words.includes(mark + text))
    if (shown.length > 0) chosen.push(name)
    for (const mark of shown) left.delete(mark)
  }
  return chosen
}

const texts = hostileTexts(190)

test('the comparison sees a name that is written as it is, between tags, in an attribute or as an address', async () => {
  const page = (name: string) =>
    new Response(`<title>${name}</title><p title="${name}">${name}<b title='${name}'></b></p><a href="${name}"></a>`)
  const calm = await shapeOf(page('gewoon'))
  const seen = await Promise.all(payloads.map(async (one) => (await shapeOf(page(one))).elements !== calm.elements))
  expect(seen).not.toContain(false)
})

test('whatever people, groups, schools, lessons, days and files are called, every page is built of the same elements', async () => {
  expect(payloads.length).toBeGreaterThan(40)
  await nameEverything('gewoon')
  const calm = await everyPage()
  expect(calm.size).toBeGreaterThan(70)
  const always = showingAll(calm, 'gewoon')
  const found: string[] = []
  for (const [turn, text] of texts.entries()) {
    await nameEverything(text)
    // Each text in each column on a page at least, and each page with every third text.
    const named = new Set([...always, ...[...calm.keys()].filter((_, at) => at % 3 === turn % 3)])
    const hostile = await everyPage(named)
    found.push(...differing(new Map([...calm].filter(([name]) => named.has(name))), hostile))
    const all = [...hostile.values()].map(({ words }) => words).join('\n')
    const [first = ''] = text.split(' ')
    for (const mark of marks)
      if (!all.includes(mark + first.slice(0, 20))) found.push(`${mark} ${first} stands on no page`)
  }
  expect(found).toEqual([])
})

test('whatever is typed in a form or an address, the page that says it again is built of the same elements', async () => {
  await nameEverything('gewoon')
  const watch = await watchTables(house.db.owner)
  const found: string[] = []
  let told = 0
  const answers = async (text: string): Promise<Map<string, Shape>> => {
    const pages = new Map<string, Shape>()
    for (const route of routesOf('POST')) {
      const cell = goodCell(route)
      const { path, fields } = requestOf(cell)
      // A form without its file is read as far, and starts no reader of files.
      const typed = Object.fromEntries(
        Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, text]] : [])),
      )
      const reader = readerOf(house.app, cell.actor.token)
      const answer = await reader.post(path, { ...typed, ...(route.path === '/inloggen' && { password: 'x' }) })
      if (answer.headers.get('content-type')?.startsWith('text/html') === true)
        pages.set(`POST ${route.path} ${answer.status}`, await shapeOf(answer))
      await watch.restore()
    }
    const query = encodeURIComponent(text)
    for (const path of [`/leerlingen?zoek=${query}`, `/vandaag?x=${query}`, `/school?gedaan=${query}`, `/${query}`])
      pages.set(
        path.replace(query, '…'),
        await shapeOf(await readerOf(house.app, actorNamed('office').token).ask(path)),
      )
    return pages
  }
  const addressless = (pages: Map<string, Shape>, text: string): Map<string, Shape> =>
    new Map(
      [...pages].map(([name, { elements, words }]) => [
        name,
        { elements: elements.replaceAll(encodeURIComponent(text), '…'), words },
      ]),
    )
  // As long as each other, so that what is too long for one is so for all.
  const longest = Math.max(...texts.map(({ length }) => length))
  const plain = 'gewoon'.repeat(40).slice(0, longest)
  const calm = addressless(await answers(plain), plain)
  expect(calm.size).toBeGreaterThan(12)
  for (const short of texts) {
    const text = short.padEnd(longest, ' gewoon')
    const hostile = addressless(await answers(text), text)
    found.push(...differing(calm, hostile))
    told += [...hostile.values()].filter(({ words }) => words.includes(text.slice(0, 12))).length
  }
  expect(found).toEqual([])
  expect(told).toBeGreaterThan(texts.length * 5)
})
