import type { NavEntry } from '#platform/http/frame.ts'

export { QuestionCard } from './pages/question-card.tsx'
export { questionOffQuery } from './queries.ts'
export { routes } from './routes.tsx'
export { tableCards } from './tables.ts'
export { talkQuestion } from './talk-question.ts'
export type { TalkFacts } from './talk-question.ts'
export type { TalkTables } from './tables.ts'

/** It stands on the page of others. */
export const nav: readonly NavEntry[] = []
