import type { Texts } from './texts.nl.ts'

export const pl: Texts = {
  title: 'Do rozmowy',
  to: 'Dla:',
  off: 'Nie pokazuj już pytania',
  on: 'Codziennie pytanie do rozmowy',
}
