import type { Lang } from '#ui/layout/frame.ts'

/** The attributes of what a school, its families and its council wrote themselves: in Dutch, as far as is known. */
export const written = (around: Lang): { lang?: Lang; dir: 'auto' } =>
  around === 'nl' ? { dir: 'auto' } : { lang: 'nl', dir: 'auto' }
