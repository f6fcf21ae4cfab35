import type { NavEntry } from '#platform/http/frame.ts'
import { mayReadAnnouncements } from './access.ts'
import { paths } from './paths.ts'
import { en } from './texts.en.ts'
import { nl } from './texts.nl.ts'

export { changeAnnouncement } from './change-announcement.ts'
export { currentAlong, findCurrent } from './current-queries.ts'
export { jobs } from './jobs.ts'
export { paths as announcementPaths } from './paths.ts'
export { publishAnnouncement } from './publish-announcement.ts'
export { routes } from './routes.tsx'
export { withdrawAnnouncement } from './withdraw-announcement.ts'
export { writeAnnouncement } from './write-announcement.ts'
export type { Content, Wish } from './announcement.ts'
export type { CurrentAnnouncement } from './current-queries.ts'
export type { AnnouncementTables } from './tables.ts'

export const nav: readonly NavEntry[] = [
  {
    href: paths.announcements,
    icon: 'message',
    label: { nl: nl.nav, en: en.nav },
    rule: mayReadAnnouncements,
    place: 'menu',
  },
]
