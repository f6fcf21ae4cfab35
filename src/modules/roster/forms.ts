import { z } from 'zod'
import { formats } from './roster.ts'
import type { Texts } from './texts.nl.ts'

export const uploadForm = ({ list }: Texts) => z.object({ format: z.enum(formats, list.formatMissing) })

/** The name of an uploaded file without its folders, as it is told back. */
export const fileNameOf = (name: string): string =>
  (name.split(/[/\\]/u).at(-1) ?? '')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200) || 'bestand'
