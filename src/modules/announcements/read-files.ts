import { readUpload, type FileFault, type TakenFile } from '#modules/files/index.ts'

export type FormFiles = { ok: true; files: TakenFile[] } | { ok: false; field: string; why: FileFault }

/** Reads the files of a form one after the other; the first that is not taken is told by its field. */
export const readFiles = async (chosen: readonly (readonly [field: string, file: File])[]): Promise<FormFiles> => {
  const files: TakenFile[] = []
  for (const [field, file] of chosen) {
    const taken = await readUpload(file)
    if (!taken.ok) return { ok: false, field, why: taken.why }
    files.push(taken.file)
  }
  return { ok: true, files }
}
