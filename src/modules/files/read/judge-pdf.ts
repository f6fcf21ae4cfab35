import { type PDFDict, PDFHexString, PDFName, PDFString, type PDFObject } from '@cantoo/pdf-lib'
import type { FileFault } from '../kept-file.ts'

/** Actions that run a program, send what was filled in, or open another file. */
const actions = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
  'Rendition',
  'Movie',
  'Sound',
  'RichMediaExecute',
  'GoTo3DView',
  'Trans3D',
])
const moving = new Set(['RichMedia', 'Movie', 'Sound', 'Screen', '3D'])
const actingKeys = ['JavaScript', 'JS', 'XFA', 'Launch', 'RichMedia', 'RichMediaContent']
const holdingKeys = ['EmbeddedFiles', 'EF', 'Collection']
const holding = new Set(['EmbeddedFile', 'FileAttachment'])

/** What is wrong with one dictionary of a PDF. A link to a page of the web is kept; any other address is taken off. */
export const faultOfDict = (dict: PDFDict): FileFault | null => {
  const [type, subtype, action] = ['Type', 'Subtype', 'S'].map((key) => nameOf(dict.get(PDFName.of(key))))
  if (actingKeys.some((key) => dict.has(PDFName.of(key)))) return 'acts'
  if (actions.has(action ?? '') && type !== 'StructElem') return 'acts'
  if (moving.has(subtype ?? '') && dict.has(PDFName.of('Rect'))) return 'acts'
  if (holdingKeys.some((key) => dict.has(PDFName.of(key)))) return 'holds-files'
  if (holding.has(type ?? '') || holding.has(subtype ?? '')) return 'holds-files'
  const address = dict.lookup(PDFName.of('URI'))
  if (address !== undefined && !isWebAddress(address)) dict.delete(PDFName.of('URI'))
  return null
}

const nameOf = (object: PDFObject | undefined): string | null =>
  object instanceof PDFName ? object.decodeText() : null

const isWebAddress = (object: PDFObject): boolean =>
  (object instanceof PDFString || object instanceof PDFHexString) &&
  /^(https?:\/\/|mailto:)[\x21-\x7e]+$/i.test(object.decodeText())
