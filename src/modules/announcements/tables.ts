import type { Generated, JSONColumnType } from 'kysely'
import type { Hat } from '#platform/access/actor.ts'
import type { TableCards } from '#platform/access/table-cards.ts'
import type { Wish } from './announcement.ts'

interface AnnouncementTable {
  school_id: string
  id: string
  title: string
  body: string
  important: boolean
  shows_from: string
  shows_until: string
  wish: JSONColumnType<Wish>
  signed: string
  written_by: string | null
  written_at: Generated<Date>
}

interface AnnouncementAudienceTable {
  school_id: string
  id: Generated<string>
  announcement_id: string
  group_id: string | null
  for_whom: Hat
}

interface AnnouncementStepTable {
  school_id: string
  id: Generated<string>
  announcement_id: string
  step: 'published' | 'changed' | 'withdrawn'
  taken_at: Generated<Date>
  taken_by: string | null
}

interface AnnouncementAttachmentTable {
  school_id: string
  file_id: string
  announcement_id: string
  position: number
}

export interface AnnouncementTables {
  announcement: AnnouncementTable
  announcement_audience: AnnouncementAudienceTable
  announcement_step: AnnouncementStepTable
  announcement_attachment: AnnouncementAttachmentTable
}

const school = 'key: the school'
const of = 'key: the announcement'
const retention = 'a year after the last day on which it was shown'
const erase = 'with the announcement; its text is the work of the school'

export const tableCards: TableCards<AnnouncementTables> = {
  announcement: {
    scope: 'school',
    retention,
    erase: 'deleted at the end of the term; the name of its writer with the employment',
    columns: {
      school_id: school,
      id: of,
      title: 'school: what it is about',
      body: 'school: what is told; people may be named in it',
      important: 'school: stands on top of the list',
      shows_from: 'school: the first day on which it is read',
      shows_until: 'school: the last day, and the start of the term',
      wish: 'school: for which groups and whom its writer means it',
      signed: 'personal: the name of the writer, under the announcement',
      written_by: 'key: who wrote it and may change it',
      written_at: 'school: when',
    },
  },
  announcement_audience: {
    scope: 'school',
    retention,
    erase,
    columns: {
      school_id: school,
      id: 'key: the row',
      announcement_id: of,
      group_id: 'key: the group, or nothing for the whole school',
      for_whom: 'school: guardians, pupils or staff',
    },
  },
  announcement_step: {
    scope: 'school',
    retention,
    erase,
    columns: {
      school_id: school,
      id: 'key: the step',
      announcement_id: of,
      step: 'school: published, changed or withdrawn',
      taken_at: 'personal: when',
      taken_by: 'key: by whom',
    },
  },
  announcement_attachment: {
    scope: 'school',
    retention,
    erase: 'with the announcement, at its withdrawal, or when the writer takes it off',
    columns: {
      school_id: school,
      file_id: 'key: the file',
      announcement_id: of,
      position: 'school: the order on the page',
    },
  },
}
