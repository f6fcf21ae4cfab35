import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { LIMITS, type FileFault, type FileReading } from '../kept-file.ts'
import { faultOfDict } from './judge-pdf.ts'
import { stripJp2 } from './strip-jp2.ts'
import { stripJpeg } from './strip-jpeg.ts'

/** What says who made the file, when and with what, and what a reader would do by itself on opening it. */
const dropped = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'AA', 'OpenAction', 'AF', 'SourceModified']
/** Of a remark in the margin: who made it, and when. */
const ofRemark = ['T', 'M', 'CreationDate', 'Subj']

/**
 * Takes a PDF apart and puts it together again out of what its pages need: no earlier versions, no information about its
 * maker, no metadata in its pictures. One that is locked, acts or holds other files is refused, wherever that stands in it.
 */
export const readPdf = async (bytes: Uint8Array): Promise<FileReading> => {
  if (!Buffer.from(bytes.subarray(-2048)).toString('latin1').includes('%%EOF')) return { ok: false, why: 'broken' }
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true, preserveXFA: true })
    const why = faultOf(pdf)
    if (why !== null) return { ok: false, why }
    const needed = cleanReachable(pdf)
    for (const [ref] of pdf.context.enumerateIndirectObjects()) if (!needed.has(ref.toString())) pdf.context.delete(ref)
    delete pdf.context.trailerInfo.Info
    delete pdf.context.trailerInfo.ID
    const whole = await pdf.save({ addDefaultPage: false, updateFieldAppearances: false })
    return whole.length > LIMITS.bytes ? { ok: false, why: 'too-large' } : { ok: true, file: { kind: 'pdf', whole } }
  } catch {
    // What is locked cannot even be parsed; that it is locked stands in the open.
    return { ok: false, why: Buffer.from(bytes).includes('/Encrypt') ? 'locked' : 'broken' }
  }
}

/** Looks at every object, those in compressed streams and those that no page needs included. */
const faultOf = (pdf: PDFDocument): FileFault | null => {
  if (pdf.isEncrypted || pdf.context.trailerInfo.Encrypt !== undefined) return 'locked'
  for (const [, object] of pdf.context.enumerateIndirectObjects())
    for (const dict of dictsIn(object)) {
      const why = faultOfDict(dict)
      if (why !== null) return why
    }
  const pages = pdf.getPageCount()
  return pages === 0 ? 'broken' : pages > LIMITS.pages ? 'too-large' : null
}

/** The dictionaries that stand in an object itself, not those it refers to. */
const dictsIn = (object: PDFObject): PDFDict[] => {
  if (object instanceof PDFStream) return dictsIn(object.dict)
  if (object instanceof PDFArray) return object.asArray().flatMap(dictsIn)
  return object instanceof PDFDict ? [object, ...object.values().flatMap(dictsIn)] : []
}

const cleanReachable = ({ context }: PDFDocument): ReadonlySet<string> => {
  const seen = new Set<string>()
  const waiting: PDFObject[] = context.trailerInfo.Root === undefined ? [] : [context.trailerInfo.Root]
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (seen.has(object.toString())) continue
      seen.add(object.toString())
      const there = context.lookup(object)
      if (there !== undefined) waiting.push(there)
    } else if (object instanceof PDFArray) waiting.push(...object.asArray())
    else if (object instanceof PDFStream) {
      if (object instanceof PDFRawStream) cleanPicture(object)
      waiting.push(object.dict)
    } else if (object instanceof PDFDict) {
      cleanDict(object)
      waiting.push(...object.values())
    }
  }
  return seen
}

const cleanDict = (dict: PDFDict): void => {
  const subtype = dict.lookup(PDFName.of('Subtype'))
  const isRemark = dict.has(PDFName.of('Rect')) && !(subtype === PDFName.of('Widget') || subtype === PDFName.of('Link'))
  for (const name of isRemark ? [...dropped, ...ofRemark] : dropped) dict.delete(PDFName.of(name))
}

/** Pictures inside are files of their own, with all that a camera wrote in them. */
const cleanPicture = (stream: PDFRawStream): void => {
  const { dict } = stream
  const filter = dict.lookup(PDFName.of('Filter'))
  const filters = filter instanceof PDFArray ? filter.asArray() : filter === undefined ? [] : [filter]
  const last = filters.at(-1)
  const strip = last === PDFName.of('DCTDecode') ? stripJpeg : last === PDFName.of('JPXDecode') ? stripJp2 : null
  if (strip === null || last === undefined) return
  const picture = strip(filters.length === 1 ? stream.contents : unwrapped(stream, filters.slice(0, -1)))
  if (picture === null) throw new Error('a picture that cannot be followed')
  if (filters.length > 1) dict.delete(PDFName.of('DecodeParms'))
  dict.set(PDFName.of('Filter'), last)
  stream.updateContents(picture)
}

const unwrapped = (stream: PDFRawStream, filters: readonly PDFObject[]): Uint8Array => {
  const dict = stream.dict.clone()
  const outer = PDFArray.withContext(dict.context)
  for (const one of filters) outer.push(one)
  dict.set(PDFName.of('Filter'), outer)
  return decodePDFRawStream(PDFRawStream.of(dict, stream.contents)).decode()
}
