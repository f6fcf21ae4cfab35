import type { Texts } from './texts.nl.ts'

export const ar: Texts = {
  title: 'للحديث معًا',
  to: 'إلى',
  off: 'لا تعرض سؤالًا بعد الآن',
  on: 'كل يوم سؤال للحديث معًا',
}
