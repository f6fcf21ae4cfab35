import jsQr from 'jsqr'
import { expect, expectSound, follow, phone, press, signInAs, test } from './fixtures.ts'
import { takePicture } from './pictures.ts'

test('the office prints the letters of a class; a parent scans one, answers one question and sees the child, without a password', async ({
  atDesk: office,
  open,
}) => {
  await signInAs(office, 'Anouk Verbeek')
  await office.goto('/brieven')
  await expectSound(office)
  await takePicture(office, 'brieven')
  await follow(office, office.locator('#klassen tbody a', { hasText: '4B' }))
  await expectSound(office)
  // The letters of this class are out already: new ones take their place.
  await office.getByLabel('Ook voor wie al een brief heeft').check()
  await press(office, 'Brieven maken en printen')
  await expectSound(office)
  const sheets = await office.locator('.sheet-a4').count()
  expect(sheets).toBeGreaterThan(20)
  // One letter, one sheet of A4.
  const pdf = (await office.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(sheets)
  await takePicture(office, 'brief')

  const sheet = office.locator('.sheet-a4', { hasText: 'schooldag van Fien' }).filter({ hasText: 'de Wit' })
  const code = (await sheet.locator('.sheet-letters code').innerText()).replaceAll(' ', '')
  const link = await readQr((await sheet.locator('.qr path').getAttribute('d')) ?? '')
  expect(new URL(link).pathname).toBe(`/brief/${code}`)
  await office.goto('/leerlingen?zoek=fien')
  await follow(office, office.locator('tbody a', { hasText: 'Wit, Fien de' }))
  await expectSound(office)
  await takePicture(office, 'leerling')
  const born = await office.locator('dt', { hasText: 'Geboren' }).locator('xpath=following-sibling::dd[1]').innerText()
  const [day = '', month = '', year = ''] = born.split(' ')

  const parent = await open({ ...phone, javaScriptEnabled: false })
  await parent.goto(link)
  await takePicture(parent, 'brief-vraag')
  await parent.getByLabel('Dag').fill('1')
  await parent.getByLabel('Maand').fill('1')
  await parent.getByLabel('Jaar').fill('2001')
  await press(parent, 'Open')
  expect(await parent.locator('main').innerText()).toContain('Het antwoord klopt niet')
  await parent.getByLabel('Dag').fill(day)
  await parent.getByLabel('Maand').fill(String(months.indexOf(month) + 1))
  await parent.getByLabel('Jaar').fill(year.slice(2))
  await press(parent, 'Open')
  expect(new URL(parent.url()).pathname).toBe('/vandaag')
  expect(await parent.locator('main').innerText()).toContain('Fien')

  const other = await open(phone)
  await other.goto('/brief')
  await expectSound(other)
  await other.getByLabel('Code op de brief').fill(code.toLowerCase())
  await press(other, 'Verder')
  await expectSound(other)
  await other.getByLabel('Dag').fill(`${day}-${months.indexOf(month) + 1}-${year}`)
  await press(other, 'Open')
  expect(await other.locator('main').innerText()).toContain('de brief werkt niet meer')
  await expectSound(other)
})

const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

/** What a telephone reads in the drawn code. */
const readQr = async (path: string): Promise<string> => {
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number))
  const scale = 4
  const width = (Math.max(...runs.map(([x = 0, , wide = 0]) => x + wide)) + 8) * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [x = 0, y = 0, wide = 0] of runs)
    for (let row = 0; row < scale; row += 1) {
      const at = (((y + 4) * scale + row) * width + (x + 4) * scale) * 4
      for (let dot = 0; dot < wide * scale; dot += 1) pixels.fill(0, at + dot * 4, at + dot * 4 + 3)
    }
  return jsQr.default(pixels, width, width)?.data ?? ''
}
