import { z } from 'zod'
import { formats } from './roster.ts'
import type { Texts } from './texts.nl.ts'

export const uploadForm = ({ list }: Texts) => z.object({ format: z.enum(formats, list.formatMissing) })
