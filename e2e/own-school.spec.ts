import { afterAll, beforeAll } from 'vitest'
import { judgeEveryPage } from './every-page.ts'
import { expect, expectSound, phone, press, test } from './fixtures.ts'
import { startProgram, type Program } from './program.ts'

// A school that begins: no demo, nobody in it yet.
let program: Program
let link = ''

beforeAll(async () => {
  program = await startProgram({ DEMO: '0' })
  program.command('schools', 'add', '--key', 'vlinder', '--name', 'De Vlinder', '--region', 'noord', '--stage', 'BO')
  const said = program.command(
    'accounts',
    'invite',
    '--school',
    'vlinder',
    '--name',
    'Anna de Wit',
    '--role',
    'administrator',
  )
  link = /\/aanmelding\/\S+/.exec(said)?.[0] ?? ''
})

afterAll(() => program.stop())

const password = 'vier vlinders op een rij'

test('without the demo the door offers nobody to sign in as', async ({ open }) => {
  const page = await open({ base: program.base })
  await page.goto('/')
  expect(await page.locator('button.persona').count()).toBe(0)
  await expectSound(page)
})

test('the first administrator takes the invitation into use, once', async ({ open }) => {
  const page = await open({ base: program.base, ...phone })
  await page.goto(link)
  await expectSound(page)
  await page.getByLabel('Inlognaam').fill('anna@devlinder.example')
  await page.getByLabel('Wachtwoord').fill('kort')
  await press(page, 'Account in gebruik nemen')
  expect(await page.title()).toMatch(/^Fout: /)
  expect(await page.getByLabel('Inlognaam').inputValue()).toBe('anna@devlinder.example')
  await expectSound(page)
  await page.getByLabel('Wachtwoord').fill(password)
  await press(page, 'Account in gebruik nemen')
  expect(new URL(page.url()).pathname).toBe('/vandaag')
  const late = await open({ base: program.base })
  expect((await late.goto(link))?.status()).toBe(404)
  await expectSound(late)
})

const signIn = async (page: import('playwright-core').Page): Promise<void> => {
  await page.goto('/inloggen')
  await page.getByLabel('Inlognaam').fill('anna@devlinder.example')
  await page.getByLabel('Wachtwoord').fill(password)
  await press(page, 'Inloggen')
}

test('every page of an empty school is sound and says what will come', async ({ open }) => {
  const page = await open({ base: program.base })
  await signIn(page)
  const kinds = await judgeEveryPage(page, open)
  console.log(kinds)
})
