import type { Hat, StaffRole } from '#platform/access/actor.ts'
import type { Lang } from './lang.ts'

export const hatWords: Readonly<Record<Lang, Readonly<Record<Hat, string>>>> = {
  nl: { guardian: 'Ouder', staff: 'Medewerker', pupil: 'Leerling' },
  en: { guardian: 'Parent', staff: 'Staff', pupil: 'Pupil' },
  tr: { guardian: 'Veli', staff: 'Okul çalışanı', pupil: 'Öğrenci' },
  ar: { guardian: 'ولي أمر', staff: 'موظف في المدرسة', pupil: 'تلميذ' },
  pl: { guardian: 'Rodzic', staff: 'Pracownik szkoły', pupil: 'Uczeń' },
  uk: { guardian: 'Батьки', staff: 'Працівник школи', pupil: 'Учень' },
}

export const roleWords: Readonly<Record<Lang, Readonly<Record<StaffRole, string>>>> = {
  nl: { administrator: 'Beheerder', office: 'Administratie', head: 'Directeur', teacher: 'Leraar' },
  en: { administrator: 'Administrator', office: 'School office', head: 'Head teacher', teacher: 'Teacher' },
  tr: { administrator: 'Sistem yöneticisi', office: 'Okul idaresi', head: 'Okul müdürü', teacher: 'Öğretmen' },
  ar: { administrator: 'مدير النظام', office: 'إدارة المدرسة', head: 'مدير المدرسة', teacher: 'معلّم' },
  pl: { administrator: 'Administrator', office: 'Sekretariat', head: 'Dyrektor', teacher: 'Nauczyciel' },
  uk: { administrator: 'Адміністратор', office: 'Секретаріат', head: 'Директор', teacher: 'Учитель' },
}
