import { PDFDocument, PDFName, PDFString, StandardFonts, type PDFObject } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../kept-file.ts'
import { telephoneJpeg, secrets } from './metadata.fixtures.ts'
import { readApart } from './read-apart.ts'
import { readPdf } from './read-pdf.ts'

type Change = (pdf: PDFDocument) => void | Promise<void>

const letter = async (change: Change = () => undefined, useObjectStreams = true): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  pdf.setAuthor('Juf Geheim')
  pdf.setTitle('Lindelaan 1')
  const page = pdf.addPage([300, 400])
  page.drawText('Beste ouders', { x: 20, y: 350, font: await pdf.embedFont(StandardFonts.Helvetica) })
  await change(pdf)
  return pdf.save({ useObjectStreams })
}

const read = async (bytes: Uint8Array, how = readPdf): Promise<string | PDFDocument> => {
  const reading = await how(bytes)
  if (!reading.ok) return reading.why
  return PDFDocument.load(reading.file.whole, { updateMetadata: false })
}
const written = async (bytes: Uint8Array): Promise<Buffer> => {
  const reading = await readPdf(bytes)
  if (!reading.ok) throw new Error(reading.why)
  const again = await PDFDocument.load(reading.file.whole, { updateMetadata: false })
  // Without compression every word can be searched for.
  return Buffer.from(await again.save({ useObjectStreams: false, addDefaultPage: false }))
}

const catalogOf = (pdf: PDFDocument) => pdf.catalog
const linkTo = (pdf: PDFDocument, action: Record<string, string | PDFObject>) =>
  pdf
    .getPage(0)
    .node.set(
      PDFName.of('Annots'),
      pdf.context.obj([{ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: action }]),
    )
const act = (pdf: PDFDocument, kind: string, more: Record<string, string> = {}) =>
  pdf.context.obj({ Type: 'Action', S: kind, ...more })

describe('what is kept of a PDF', () => {
  test('Its page, and neither its writer nor its title nor its metadata', async () => {
    const bytes = await letter((pdf) => {
      const stream = pdf.context.stream('<dc:creator>Juf Geheim</dc:creator>', { Type: 'Metadata', Subtype: 'XML' })
      catalogOf(pdf).set(PDFName.of('Metadata'), pdf.context.register(stream))
      catalogOf(pdf).set(PDFName.of('PieceInfo'), pdf.context.obj({ Private: PDFString.of('Juf Geheim') }))
    })
    const after = await read(bytes)
    if (typeof after === 'string') throw new Error(after)
    expect(after.getPageCount()).toBe(1)
    expect([after.getAuthor(), after.getTitle(), after.getProducer()]).toEqual([undefined, undefined, undefined])
    const text = await written(bytes)
    for (const secret of [...secrets, 'Metadata', 'PieceInfo']) expect(text.includes(secret), secret).toBe(false)
  })

  test('The picture in it, without the place where it was taken', async () => {
    const photo = await telephoneJpeg()
    const bytes = await letter(async (pdf) => pdf.getPage(0).drawImage(await pdf.embedJpg(photo)))
    expect(Buffer.from(bytes).includes('Fotograaf')).toBe(true)
    const text = await written(bytes)
    for (const secret of secrets) expect(text.includes(secret), secret).toBe(false)
    expect(text.includes('DCTDecode')).toBe(true)
  })

  test('Nothing of an earlier version of it', async () => {
    const first = Buffer.from(await letter())
    const pdf = await PDFDocument.load(first, { forIncrementalUpdate: true })
    pdf.setAuthor('Meester Anders')
    const later = Buffer.from(await pdf.save({ useObjectStreams: false }))
    for (const name of ['Juf Geheim', 'Meester Anders']) expect((await written(later)).includes(name)).toBe(false)
  })

  test('Where to begin to read and what leads out of the web is left out; a link to a page stays', async () => {
    const bytes = await letter((pdf) => {
      const page = pdf.getPage(0)
      const link = (uri: string) =>
        pdf.context.register(
          pdf.context.obj({
            Type: 'Annot',
            Subtype: 'Link',
            Rect: [0, 0, 9, 9],
            A: { S: 'URI', URI: PDFString.of(uri) },
          }),
        )
      page.node.set(
        PDFName.of('Annots'),
        pdf.context.obj([link('https://school.example/'), link('file:///etc/passwd')]),
      )
      catalogOf(pdf).set(PDFName.of('OpenAction'), pdf.context.obj([page.ref, 'Fit']))
    })
    const text = await written(bytes)
    expect(text.includes('https://school.example/')).toBe(true)
    for (const gone of ['/etc/passwd', 'OpenAction']) expect(text.includes(gone), gone).toBe(false)
  })
})

describe('what is refused', () => {
  const withCatalog = (key: string, value: (pdf: PDFDocument) => Parameters<PDFDocument['catalog']['set']>[1]) =>
    letter((pdf) => catalogOf(pdf).set(PDFName.of(key), value(pdf)))
  test.each<[string, () => Promise<Uint8Array>, string]>([
    ['a program at opening', () => withCatalog('OpenAction', (pdf) => act(pdf, 'JavaScript', { JS: 'x' })), 'acts'],
    ['a program with a veiled name', () => withCatalog('OpenAction', (pdf) => act(pdf, 'Java#53cript')), 'acts'],
    ['a program of the whole', () => letter((pdf) => pdf.addJavaScript('x', 'app.alert(1)')), 'acts'],
    ['another program that is started', () => withCatalog('AA', (pdf) => act(pdf, 'Launch')), 'acts'],
    ['what sends a form', () => withCatalog('AA', (pdf) => act(pdf, 'SubmitForm')), 'acts'],
    [
      'a program that is started by what calls itself a part of the text',
      () => letter((pdf) => linkTo(pdf, { Type: 'StructElem', S: 'Launch', F: PDFString.of('calc.exe') })),
      'acts',
    ],
    [
      'a file elsewhere, opened by what calls itself a part of the text',
      () => letter((pdf) => linkTo(pdf, { Type: 'StructElem', S: 'GoToR', F: PDFString.of('\\\\host\\share') })),
      'acts',
    ],
    [
      'a program that is started, of which the kind stands elsewhere',
      () =>
        letter((pdf) => linkTo(pdf, { S: pdf.context.register(PDFName.of('Launch')), F: PDFString.of('calc.exe') })),
      'acts',
    ],
    ['a form that is a program', () => withCatalog('AcroForm', (pdf) => pdf.context.obj({ XFA: [] })), 'acts'],
    [
      'a program that no page asks for',
      () => letter((pdf) => void pdf.context.register(act(pdf, 'JavaScript'))),
      'acts',
    ],
    ['a file inside', () => letter((pdf) => pdf.attach(new Uint8Array([1, 2, 3]), 'x.exe')), 'holds-files'],
    ['one without pages', () => PDFDocument.create().then((pdf) => pdf.save({ addDefaultPage: false })), 'broken'],
    ['one that breaks off', async () => (await letter()).subarray(0, 600), 'broken'],
    ['a page that calls itself a PDF', async () => Buffer.from('%PDF-1.7\n<script>alert(1)</script>\n%%EOF'), 'broken'],
  ])('%s', async (_what, make, why) => {
    expect(await read(await make())).toBe(why)
  })

  test('A picture before a PDF, and too many bytes, are refused before anything is read', async () => {
    expect(await read(Buffer.concat([Buffer.from('GIF89a'), await letter()]), readApart)).toBe('unknown')
    expect(await read(Buffer.concat([await letter(), Buffer.alloc(LIMITS.bytes)]), readApart)).toBe('too-large')
  })

  test('One with a password', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    pdf.encrypt({ userPassword: 'geheim', ownerPassword: 'geheim' })
    expect(await read(await pdf.save())).toBe('locked')
  })

  test('Lists within lists without end', async () => {
    const deep = `%PDF-1.4\n1 0 obj\n${'['.repeat(200_000)}\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF`
    expect(['broken', 'too-much']).toContain(await read(Buffer.from(deep), readApart))
  })
})
