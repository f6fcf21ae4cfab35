export type FileKind = 'picture' | 'pdf'

/** A file as it is kept. */
export type ReadFile =
  | { kind: 'picture'; whole: Uint8Array; small: Uint8Array; width: number; height: number }
  | { kind: 'pdf'; whole: Uint8Array }

/** Why a file is not taken. */
export type FileFault =
  | 'empty'
  | 'too-large'
  | 'heic'
  | 'no-picture'
  | 'unknown'
  | 'broken'
  | 'too-many-pixels'
  | 'too-much'
  | 'locked'
  | 'acts'
  | 'holds-files'

export type FileReading = { ok: true; file: ReadFile } | { ok: false; why: FileFault }

/** What one file may be and cost. */
export const LIMITS = {
  bytes: 15_728_640,
  /** As many as the largest cameras of telephones make. */
  pixels: 50_000_000,
  /** The long side of what is kept, and of the small one. */
  longSide: 2048,
  smallSide: 640,
  smallBytes: 61_440,
  pages: 400,
  milliseconds: 15_000,
  /** Of the whole process that reads it. */
  memory: 900_000_000,
} as const
