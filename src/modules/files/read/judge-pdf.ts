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
  // What a name is may stand in another object, where a reader looks too.
  const [type, subtype, action] = ['Type', 'Subtype', 'S'].map((key) => nameOf(dict.lookup(PDFName.of(key))))
  if (actingKeys.some((key) => dict.has(PDFName.of(key)))) return 'acts'
  if (actions.has(action ?? '') && !isPartOfText(dict, type ?? '')) return 'acts'
  if (moving.has(subtype ?? '') && dict.has(PDFName.of('Rect'))) return 'acts'
  if (holdingKeys.some((key) => dict.has(PDFName.of(key)))) return 'holds-files'
  if (holding.has(type ?? '') || holding.has(subtype ?? '')) return 'holds-files'
  const address = dict.lookup(PDFName.of('URI'))
  if (address !== undefined && !isWebAddress(address)) dict.delete(PDFName.of('URI'))
  return null
}

// What an action says of what it does. Readers run it whatever kind it calls itself.
const ofActions = ['F', 'D', 'Win', 'Mac', 'Unix', 'Fields', 'Next', 'Annotation', 'AN', 'TA', 'OP', 'R', 'SD']

/** A part of the text may be named as an action is; then it has nothing of one. */
const isPartOfText = (dict: PDFDict, type: string): boolean =>
  type === 'StructElem' && !ofActions.some((key) => dict.has(PDFName.of(key)))

const nameOf = (object: PDFObject | undefined): string | null =>
  object instanceof PDFName ? object.decodeText() : null

const isWebAddress = (object: PDFObject): boolean =>
  (object instanceof PDFString || object instanceof PDFHexString) &&
  /^(https?:\/\/|mailto:)[\x21-\x7e]+$/i.test(object.decodeText())
