import type { Hat, Role } from '#platform/access/actor.ts'
import type { Lang } from './lang.ts'

export const hatWords: Readonly<Record<Lang, Readonly<Record<Hat, string>>>> = {
  nl: { guardian: 'Ouder', staff: 'Medewerker', pupil: 'Leerling' },
  en: { guardian: 'Parent', staff: 'Staff', pupil: 'Pupil' },
}

/** In the order in which a page names somebody who has several. */
export const roleWords: Readonly<Record<Lang, Readonly<Record<Role, string>>>> = {
  nl: {
    administrator: 'Beheerder',
    office: 'Administratie',
    head: 'Directeur',
    deputy: 'Adjunct-directeur',
    team_leader: 'Teamleider',
    teacher: 'Leraar',
    substitute: 'Invaller',
    care_coordinator: 'Zorgcoördinator',
    exam_secretary: 'Examensecretaris',
    privacy_officer: 'Privacyfunctionaris',
    confidential_adviser: 'Vertrouwenspersoon',
    anti_bullying: 'Aanspreekpunt pesten',
    council_staff: 'Medezeggenschapsraad, personeel',
    panel_manager: 'Panelbeheerder',
    class_parent: 'Klassenouder',
    council_parents: 'Medezeggenschapsraad, ouders',
    council_pupils: 'Medezeggenschapsraad, leerlingen',
    board_member: 'Bestuurslid',
    attendance_officer: 'Leerplichtambtenaar',
  },
  en: {
    administrator: 'Administrator',
    office: 'School office',
    head: 'Head teacher',
    deputy: 'Deputy head',
    team_leader: 'Team leader',
    teacher: 'Teacher',
    substitute: 'Substitute',
    care_coordinator: 'Care coordinator',
    exam_secretary: 'Exam secretary',
    privacy_officer: 'Privacy officer',
    confidential_adviser: 'Confidential adviser',
    anti_bullying: 'Contact for bullying',
    council_staff: 'Participation council, staff',
    panel_manager: 'Panel manager',
    class_parent: 'Class parent',
    council_parents: 'Participation council, parents',
    council_pupils: 'Participation council, pupils',
    board_member: 'Board member',
    attendance_officer: 'Attendance officer',
  },
}
