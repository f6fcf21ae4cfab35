import type { FileKind } from './kept-file.ts'
import { fileAddress, smallAddress } from './paths.ts'

/** A file as a page shows it: where it is served, and for a picture the small one with the measures of the large one. */
export type ShownFile = {
  id: string
  kind: FileKind
  name: string
  href: string
  small?: { href: string; width: number; height: number }
}

type KnownFile = { id: string; kind: FileKind; name: string; width: number | null; height: number | null }

export const shownFiles = (files: readonly KnownFile[]): ShownFile[] =>
  files.map(({ id, kind, name, width, height }) => ({
    id,
    kind,
    name,
    href: fileAddress(id),
    ...(width !== null && height !== null ? { small: { href: smallAddress(id), width, height } } : {}),
  }))
