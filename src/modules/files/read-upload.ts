import { cleanName } from './file-name.ts'
import { LIMITS, type FileFault, type ReadFile } from './kept-file.ts'
import { readApart } from './read/read-apart.ts'

/** A file that may be kept, with its name for the download. */
export type TakenFile = ReadFile & { name: string }
export type Taking = { ok: true; file: TakenFile } | { ok: false; why: FileFault }

/** Judges a file from a form by its bytes, and writes it anew. */
export const readUpload = async (file: File): Promise<Taking> => {
  if (file.size > LIMITS.bytes) return { ok: false, why: 'too-large' }
  const reading = await readApart(new Uint8Array(await file.arrayBuffer()))
  return reading.ok
    ? { ok: true, file: { ...reading.file, name: cleanName(file.name, reading.file.kind) } }
    : { ok: false, why: reading.why }
}
