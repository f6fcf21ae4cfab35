import type { NavEntry } from '#platform/http/frame.ts'
import { mayReadHomework } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

export { homeworkOf } from './homework.ts'
export { jobs } from './jobs.ts'
export { homeworkQuery, ticksQuery } from './queries.ts'
export { paths as homeworkPaths } from './paths.ts'
export { homeworkWords } from './words.ts'
export { openItems } from './open-items.ts'
export { routes } from './routes.tsx'
export { setHomework } from './set-homework.ts'
export { tableCards } from './tables.ts'
export type { Homework, HomeworkRow } from './homework.ts'
export type { NewHomework } from './set-homework.ts'
export type { HomeworkTables } from './tables.ts'

export const nav: readonly NavEntry[] = [
  { href: paths.homework, icon: 'done', label: { nl: nl.nav, en: en.nav }, rule: mayReadHomework, place: 'tab' },
]
