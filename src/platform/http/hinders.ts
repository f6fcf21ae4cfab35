import type { Tx } from '#platform/db/types.ts'
import type { Lang } from '#platform/i18n/lang.ts'

/** What is about to be agreed: the kind, for which stages of which school, with which parameters. */
export type ToAgree = {
  school: string
  kind: string
  stages: readonly string[]
  terms: Readonly<Record<string, number | string | readonly string[]>>
  /** The day from which it would hold, 'YYYY-MM-DD'; null as long as that is not known. */
  startsOn: string | null
}

/** Why it cannot be agreed, in one sentence for the page. */
export type Hinders = (lang: Lang) => string

/** What a module has against an agreement that would begin, or null. */
export type FindHinders = <Tables>(tx: Tx<Tables>, about: ToAgree) => Promise<Hinders | null>
