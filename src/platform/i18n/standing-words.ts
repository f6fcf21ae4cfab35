import type { Hat, StaffRole } from '#platform/access/actor.ts'
import type { Lang } from './lang.ts'

export const hatWords: Readonly<Record<Lang, Readonly<Record<Hat, string>>>> = {
  nl: { guardian: 'Ouder', staff: 'Medewerker', pupil: 'Leerling' },
  en: { guardian: 'Parent', staff: 'Staff', pupil: 'Pupil' },
}

export const roleWords: Readonly<Record<Lang, Readonly<Record<StaffRole, string>>>> = {
  nl: { administrator: 'Beheerder', office: 'Administratie', head: 'Directeur', teacher: 'Leraar' },
  en: { administrator: 'Administrator', office: 'School office', head: 'Head teacher', teacher: 'Teacher' },
}
