export const nl = {
  title: 'Om over te praten',
  to: 'Aan',
  off: 'Geen vraag meer laten zien',
  on: 'Elke dag een vraag om over te praten',
}

export type Texts = typeof nl
