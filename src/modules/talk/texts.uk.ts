import type { Texts } from './texts.nl.ts'

export const uk: Texts = {
  title: 'Для розмови',
  to: 'Для:',
  off: 'Більше не показувати запитання',
  on: 'Щодня запитання для розмови',
}
