import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { judgeEveryPage } from './every-page.ts'
import { expect, expectSound, follow, goTo, phone, press, test, type Open } from './fixtures.ts'
import { takePicture } from './pictures.ts'
import { startProgram, type Program } from './program.ts'
import { CodeApp } from '#test/code-app.ts'

// A school that begins, without the demo: from nobody to its first pupils, parents and lessons. Each test goes on from the one before.
let program: Program
let link = ''
/** The app for codes on Anna's phone, and the browser at her desk, signed in. */
let annasApp: CodeApp
let annasDesk: Awaited<ReturnType<BrowserContext['storageState']>>

const login = 'anna@devlinder.example'
const password = 'vier vlinders op een rij'
const file = (name: string): string => join(import.meta.dirname, 'files', name)

beforeAll(async () => {
  program = await startProgram({ DEMO: '0' })
  program.command('schools', 'add', '--key', 'vlinder', '--name', 'De Vlinder', '--region', 'noord', '--stage', 'BO')
  const who = ['--school', 'vlinder', '--name', 'Anna de Wit', '--role', 'administrator']
  link = /\/aanmelding\/\S+/.exec(program.command('accounts', 'invite', ...who))?.[0] ?? ''
})

afterAll(() => program.stop())

const anna = async (open: Open): Promise<Page> => {
  const page = await open({ base: program.base, storageState: annasDesk })
  await page.goto('/')
  return page
}

const pathOf = (page: Page): string => new URL(page.url()).pathname
const now = (): number => Date.now() / 1000

const readIn = async (page: Page, format: RegExp, name: string): Promise<void> => {
  await page.goto('/inlezingen')
  await page.getByRole('radio', { name: format }).check()
  await page.getByLabel('Bestand', { exact: true }).setInputFiles(file(name))
  await press(page, 'Bekijk wat er verandert')
}

const main = (page: Page): Promise<string> => page.locator('main').innerText()

test('without the demo the door offers nobody to sign in as', async ({ open }) => {
  const page = await open({ base: program.base })
  await page.goto('/')
  expect(await page.locator('button.persona').count()).toBe(0)
  await expectSound(page)
})

test('the first administrator takes the invitation into use, once', async ({ open }) => {
  const page = await open({ base: program.base, ...phone })
  await page.goto(link)
  await page.getByLabel('Inlognaam').fill(login)
  await page.getByLabel('Wachtwoord').fill('kort')
  await press(page, 'Account in gebruik nemen')
  expect(await page.title()).toMatch(/^Fout: /)
  expect(await page.getByLabel('Inlognaam').inputValue()).toBe(login)
  await expectSound(page)
  await page.getByLabel('Wachtwoord').fill(password)
  await press(page, 'Account in gebruik nemen')
  expect(pathOf(page)).toBe('/account/tweede-stap/nieuw')
  const late = await open({ base: program.base })
  expect((await late.goto(link))?.status()).toBe(404)
})

const signIn = async (page: Page): Promise<void> => {
  await page.goto('/inloggen')
  await page.getByLabel('Inlognaam').fill(login)
  await page.getByLabel('Wachtwoord').fill(password)
  await press(page, 'Inloggen')
}

test('at the first sign-in she sets up the second step, and keeps her recovery codes', async ({ open }) => {
  const page = await open({ base: program.base })
  await signIn(page)
  expect(pathOf(page)).toBe('/account/tweede-stap/nieuw')
  await expectSound(page)
  await takePicture(page, 'tweede-stap')
  await page.setViewportSize(phone.viewport)
  await expectSound(page)
  await page.goto('/leerlingen')
  expect(pathOf(page)).toBe('/account/tweede-stap/nieuw')
  annasApp = CodeApp.reading(await page.content())
  await page.getByLabel('Code uit je app').fill('000 000')
  await press(page, 'Tweede stap instellen')
  expect(await page.title()).toMatch(/^Fout: /)
  await expectSound(page)
  await page.getByLabel('Code uit je app').fill(annasApp.codeAt(now()))
  await press(page, 'Tweede stap instellen')
  expect(await page.locator('.codes li').count()).toBe(8)
  await expectSound(page)
  await goTo(page, 'Ik heb ze bewaard')
  expect(pathOf(page)).toBe('/vandaag')
})

test('after that the code is asked each time, and a wrong one says what to do', async ({ open }) => {
  const page = await open({ base: program.base, ...phone })
  await signIn(page)
  expect(pathOf(page)).toBe('/account/tweede-stap')
  await expectSound(page)
  await page.getByText('Telefoon kwijt?').click()
  await expectSound(page)
  await page.getByLabel('Code uit je app').fill('000000')
  await press(page, 'Verder')
  expect(await page.title()).toMatch(/^Fout: /)
  await expectSound(page)
  // The code of this moment was used to set the app up; the next one counts already.
  await page.getByLabel('Code uit je app').fill(annasApp.codeAt(now() + 30))
  await press(page, 'Verder')
  expect(pathOf(page)).toBe('/vandaag')
  annasDesk = await page.context().storageState()
})

test(
  'every page of a school without pupils is sound and says what will come',
  { timeout: 300_000 },
  async ({ open }) => {
    const page = await anna(open)
    const kinds = await judgeEveryPage(page)
    expect(kinds).toEqual(expect.arrayContaining(['/inlezingen', '/klassen', '/leerlingen', '/roosters', '/vandaag']))
    await page.goto('/leerlingen')
    expect(await main(page)).toContain('Er zijn nog geen leerlingen.')
  },
)

test('the office reads a file in: the preview says what will change, and nothing changes before the deed', async ({
  open,
}) => {
  const page = await anna(open)
  await page.goto('/inlezingen')
  await takePicture(page, 'inlezen')
  await readIn(page, /^EDEXML/, 'vlinder.xml')
  expect(await main(page)).toContain('Er is nog niets veranderd.')
  expect(await main(page)).toContain('Geweigerd: 2 regels')
  await expectSound(page)
  await takePicture(page, 'inlezen-proef')
  const elsewhere = await page.context().newPage()
  await elsewhere.goto('/leerlingen')
  expect(await main(elsewhere)).toContain('Er zijn nog geen leerlingen.')
  await follow(page, page.getByRole('button', { name: /^Lees .* in$/ }))
  expect(await main(page)).toContain('Het bestand is ingelezen.')
  await expectSound(page)
  await takePicture(page, 'ingelezen')
  await elsewhere.reload()
  expect(await elsewhere.locator('tbody tr').count()).toBe(12)
})

test('a later file moves, adds and ends, and all of it is taken back', async ({ open }) => {
  const page = await anna(open)
  await readIn(page, /^EDEXML/, 'vlinder-later.xml')
  await expectSound(page)
  await page.getByLabel('Allemaal uitschrijven').check()
  await follow(page, page.getByRole('button', { name: /^Lees .* in$/ }))
  expect(await page.title()).toMatch(/^Fout: /)
  expect(await page.getByLabel('Allemaal uitschrijven').isChecked()).toBe(true)
  await expectSound(page)
  await page.getByLabel('Eerste dag niet meer op school').fill('1-8-2090')
  await follow(page, page.getByRole('button', { name: /^Lees .* in$/ }))
  await page.goto('/leerlingen?zoek=dekker')
  expect(await page.locator('tbody tr').count()).toBe(1)
  await page.goto('/inlezingen')
  await follow(page, page.locator('tbody a').first())
  await press(page, 'Draai dit terug')
  expect(await main(page)).toContain('Teruggedraaid op')
  await expectSound(page)
  await page.goto('/leerlingen?zoek=dekker')
  expect(await main(page)).toContain('Niemand gevonden')
})

test('parents are read in, and who has the longest name fits every page', async ({ open }) => {
  const page = await anna(open)
  await readIn(page, /^Lijst van ouders/, 'vlinder-ouders.csv')
  expect(await main(page)).toContain('Er is geen leerling met dit nummer.')
  await expectSound(page)
  await follow(page, page.getByRole('button', { name: /^Lees .* in$/ }))
  await goTo(page, 'Leerlingen')
  await expectSound(page)
  await follow(page, page.locator('tbody a', { hasText: 'Aalderinck' }))
  await expectSound(page)
  await follow(page, page.getByRole('link', { name: /^Maximiliaan-Alexander/ }).first())
  await expectSound(page)
  await page.setViewportSize(phone.viewport)
  await expectSound(page)
})

test('a timetable is read in; a file that is none is refused in words', async ({ open }) => {
  const page = await anna(open)
  await goTo(page, 'Roosters')
  await page.getByLabel('Welke klas').selectOption('4A')
  await page.getByLabel('Agendabestand').setInputFiles(file('vlinder-ouders.csv'))
  await press(page, 'Inlezen')
  expect(await main(page)).toContain('Dit is geen agendabestand.')
  expect(await page.getByLabel('Welke klas').locator('option:checked').innerText()).toBe('4A')
  await expectSound(page)
  await page.getByLabel('Agendabestand').setInputFiles(file('vlinder-4a.ics'))
  await press(page, 'Inlezen')
  expect(await main(page)).toContain('Het bestand is ingelezen.')
  await expectSound(page)
  await takePicture(page, 'rooster')
})

test('a parent of that class comes in with a letter and has a Vandaag with its timetable', async ({ open }) => {
  const page = await anna(open)
  await page.goto('/leerlingen?zoek=ruiter')
  await follow(page, page.locator('tbody a').first())
  await goTo(page, 'Trijntje de Ruiter')
  await follow(page, page.getByRole('link', { name: /^Brief over Daan/ }))
  await expectSound(page)
  await press(page, 'Nieuwe brief maken')
  const code = (await page.locator('.sheet-letters code').innerText()).replaceAll(' ', '')
  const parent = await open({ base: program.base, ...phone })
  await parent.goto(`/brief/${code}`)
  await parent.getByLabel('Dag').fill('9-9-2018')
  await press(parent, 'Open')
  expect(await main(parent)).toContain('Daan')
  expect(await main(parent)).not.toContain('Er is nog geen rooster')
  await expectSound(parent)
})

const forms = {
  '/inlezingen': 'Bekijk wat er verandert',
  '/medewerkers/nieuw': 'Medewerker toevoegen',
  '/roosters': 'Inlezen',
  '/school': 'Vrije dag toevoegen',
  '/account': 'Wachtwoord wijzigen',
}

test('each form that is sent empty comes back with what is missing, in the summary and beside the field', async ({
  open,
}) => {
  const page = await anna(open)
  for (const [path, button] of Object.entries(forms)) {
    await page.goto(path)
    await press(page, button)
    expect(await page.title(), path).toMatch(/^Fout: /)
    expect(await page.locator('.wrong-box li').count(), path).toBeGreaterThan(0)
    expect(await page.locator('.msg-wrong').count(), path).toBeGreaterThan(0)
    await expectSound(page)
  }
})
