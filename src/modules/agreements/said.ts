import { z } from 'zod'

/** What was done just now, as the address says it. */
export const said = z.enum([
  'bewaard',
  'weg',
  'voorgelegd',
  'ontheven',
  'besloten',
  'ingegaan',
  'opgeschreven',
  'gestopt',
  'teruggetrokken',
  'getoond',
  'ja',
  'gelezen',
  'tegengesproken',
  'op-papier',
  'gevraagd',
  'geantwoord',
  'gesprek',
])

export type Said = z.infer<typeof said>
