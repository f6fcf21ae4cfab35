import type { Hono } from 'hono'
import type { Config } from '#platform/config.ts'
import type { AppEnv } from '#platform/http/app-env.ts'
import type { NavEntry } from '#platform/http/frame.ts'
import type { SpeaksOn } from '#platform/i18n/lang.ts'
import type { AnyJob } from '#platform/jobs/job.ts'
import * as accounts from '#modules/accounts/index.ts'
import * as announcements from '#modules/announcements/index.ts'
import * as files from '#modules/files/index.ts'
import * as homework from '#modules/homework/index.ts'
import * as agenda from '#modules/agenda/index.ts'
import * as calendar from '#modules/calendar/index.ts'
import * as notes from '#modules/notes/index.ts'
import * as letters from '#modules/letters/index.ts'
import * as people from '#modules/people/index.ts'
import * as roster from '#modules/roster/index.ts'
import * as school from '#modules/school/index.ts'
import * as showings from '#modules/showings/index.ts'
import * as talk from '#modules/talk/index.ts'
import * as timetable from '#modules/timetable/index.ts'
import * as today from '#modules/today/index.ts'

export type Module = {
  routes: Hono<AppEnv>
  nav?: readonly NavEntry[]
  /** Left out: Dutch and English. */
  speaks?: SpeaksOn
  /** What is to be done by the calendar. */
  jobs?: (config: Config) => readonly AnyJob[]
}

/** Every module that has pages, in the order of the menu. */
export const modules: readonly Module[] = [
  today,
  agenda,
  homework,
  announcements,
  showings,
  talk,
  notes,
  files,
  accounts,
  people,
  letters,
  roster,
  timetable,
  calendar,
  school,
]

/** Every door in the menu. */
export const nav: readonly NavEntry[] = modules.flatMap((module) => module.nav ?? [])
