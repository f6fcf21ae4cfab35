import type { Hono } from 'hono'
import type { Config } from '#platform/config.ts'
import type { SpeaksOn } from '#platform/i18n/lang.ts'
import type { AnyJob } from '#platform/jobs/job.ts'
import type { AppEnv } from './app-env.ts'
import type { NavEntry } from './frame.ts'
import type { FindHinders } from './hinders.ts'
import type { FindOpenItems } from './open-item.ts'

/** What a module brings to the program. */
export type Module = {
  routes: Hono<AppEnv>
  nav?: readonly NavEntry[]
  /** Left out: Dutch and English. */
  speaks?: SpeaksOn
  /** What is to be done by the calendar. */
  jobs?: (config: Config) => readonly AnyJob[]
  /** What is still open there under what a school agreed. */
  openItems?: FindOpenItems
  /** What it may have against an agreement that would begin. */
  hinders?: FindHinders
}

/** What all of them bring to the program: every door in the menu, what is still open, and what may stand against an agreement. */
export const bringTogether = (modules: readonly Module[]) => ({
  nav: modules.flatMap(({ nav = [] }) => nav),
  openItems: modules.flatMap(({ openItems = [] }) => openItems),
  hinders: modules.flatMap(({ hinders = [] }) => hinders),
})
