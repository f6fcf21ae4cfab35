import type { Hono } from 'hono'
import type { AppEnv } from '#platform/http/app-env.ts'
import type { NavEntry } from '#platform/http/frame.ts'
import * as accounts from '#modules/accounts/index.ts'
import * as letters from '#modules/letters/index.ts'
import * as people from '#modules/people/index.ts'
import * as roster from '#modules/roster/index.ts'
import * as school from '#modules/school/index.ts'
import * as timetable from '#modules/timetable/index.ts'
import * as today from '#modules/today/index.ts'

export type Module = { routes: Hono<AppEnv>; nav: readonly NavEntry[] }

/** Every module that has pages, in the order of the menu. */
export const modules: readonly Module[] = [
  today,
  { routes: accounts.routes, nav: [] },
  people,
  letters,
  roster,
  timetable,
  school,
]
