import type { Texts } from './texts.nl.ts'

export const tr: Texts = {
  title: 'Konuşmak için',
  to: 'Kime:',
  off: 'Artık soru gösterme',
  on: 'Her gün konuşmak için bir soru',
}
