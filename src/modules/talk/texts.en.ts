import type { Texts } from './texts.nl.ts'

export const en: Texts = {
  title: 'To talk about',
  to: 'To',
  off: 'Show no question any more',
  on: 'A question to talk about every day',
}
