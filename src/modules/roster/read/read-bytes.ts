import { gatherFile } from '../normalise/gather-file.ts'
import type { Format, ReadContext, ReadOutcome, RosterFile } from '../roster.ts'
import { isBlank } from './blank.ts'
import type { Caps } from './caps.ts'
import { decode, findCharset, type Charsetting } from './charset.ts'
import { readCsv } from './csv.ts'
import { readEdexml } from './edexml.ts'
import { ReadFault } from './fault.ts'
import { withinMemory, withShortTags } from './guarded.ts'
import { checkProlog, declaredEncoding } from './prolog.ts'

/**
 * Reads and normalises a file that lies in memory. Nothing outside the bytes is opened.
 * @returns the file, or why it is refused whole; it never throws on account of the bytes
 */
export const readBytes = async (
  format: Format,
  bytes: Uint8Array,
  context: ReadContext,
  caps: Caps,
): Promise<ReadOutcome> => {
  try {
    if (bytes.length > caps.bytes)
      throw new ReadFault({ code: 'tooLarge', wanted: String(Math.floor(caps.bytes / 1024 / 1024)) })
    if (isBlank(bytes)) throw new ReadFault({ code: 'empty' })
    return { ok: true, file: await readFormat(format, bytes, context, caps) }
  } catch (error) {
    if (error instanceof ReadFault) return { ok: false, fault: error.fault }
    throw error
  }
}

const readFormat = async (format: Format, bytes: Uint8Array, context: ReadContext, caps: Caps): Promise<RosterFile> => {
  const into = gatherFile(format, context, caps)
  const charset = findCharset(bytes, format === 'edexml' ? declaredEncoding(bytes) : null)
  if (charset.wrong) into.repair({ line: 1, kind: 'file', code: 'encoding', field: 'file', becomes: charset.charset })
  if (charset.cutOff) into.repair({ line: 1, kind: 'file', code: 'cutOff', field: 'file' })
  if (format !== 'edexml') return readCsv(withinMemory(decode(bytes, charset), caps), format, into)
  if (bytes.subarray(0, 2).join() === '80,75') throw new ReadFault({ code: 'wrongRoot', found: 'zip' })
  return readEdexml(withShortTags(withinMemory(checked(bytes, charset), caps)), into, caps)
}

/** The pieces of an XML file, held back until its start is known to be harmless. */
function* checked(bytes: Uint8Array, charset: Charsetting): Generator<string> {
  let held = ''
  let clear = false
  for (const piece of decode(bytes, charset)) {
    if (clear) yield piece
    else {
      held += piece
      clear = checkProlog(held, false)
      if (clear) yield held
    }
  }
  if (!clear) {
    checkProlog(held, true)
    yield held
  }
}
