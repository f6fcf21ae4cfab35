import type { Hono } from 'hono'
import type { AppEnv } from '#platform/http/app-env.ts'
import type { NavEntry } from '#platform/http/frame.ts'
import type { AnyJob } from '#platform/jobs/job.ts'
import * as accounts from '#modules/accounts/index.ts'
import * as announcements from '#modules/announcements/index.ts'
import * as files from '#modules/files/index.ts'
import * as people from '#modules/people/index.ts'
import * as roster from '#modules/roster/index.ts'
import * as school from '#modules/school/index.ts'
import * as showings from '#modules/showings/index.ts'
import * as timetable from '#modules/timetable/index.ts'
import * as today from '#modules/today/index.ts'

export type Module = { routes: Hono<AppEnv>; nav: readonly NavEntry[]; purgeJob?: AnyJob }

/** Every module that has pages, in the order of the menu; and what it clears by the calendar. */
export const modules: readonly Module[] = [
  today,
  announcements,
  showings,
  { routes: files.routes, nav: [], purgeJob: files.purgeJob },
  { routes: accounts.routes, nav: [], purgeJob: accounts.purgeJob },
  people,
  roster,
  timetable,
  school,
]
