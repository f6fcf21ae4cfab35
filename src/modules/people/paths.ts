/** Addresses of this module, so that a form and its route cannot part ways. */
export const paths = {
  pupils: '/leerlingen',
  pupil: (id: string): string => `/leerlingen/${id}`,
  leaving: (id: string): string => `/leerlingen/${id}/uitschrijving`,
  guardians: (pupil: string): string => `/leerlingen/${pupil}/ouders`,
  guardianshipEnd: (id: string): string => `/ouderschappen/${id}/einde`,
  guardian: (id: string): string => `/ouders/${id}`,
  contact: (person: string): string => `/personen/${person}/contact`,
  invitation: (person: string): string => `/personen/${person}/uitnodiging`,
  counterCode: (person: string): string => `/personen/${person}/herstelcode`,
  stepEnd: (id: string): string => `/medewerkers/${id}/tweede-stap/einde`,
  /** The letter of a guardian about a child, and a pupil's own: pages of the module letters. */
  letter: (guardianship: string): string => `/ouderschappen/${guardianship}/brief`,
  pupilLetter: (pupil: string): string => `/leerlingen/${pupil}/brief`,
  staff: '/medewerkers',
  newStaff: '/medewerkers/nieuw',
  staffMember: (id: string): string => `/medewerkers/${id}`,
  roles: (person: string): string => `/medewerkers/${person}/rollen`,
  roleEnd: (id: string): string => `/rollen/${id}/einde`,
  relation: (guardianship: string): string => `/ouderschappen/${guardianship}`,
  authority: (guardianship: string): string => `/ouderschappen/${guardianship}/gezag`,
  home: (guardianship: string): string => `/ouderschappen/${guardianship}/woonplek`,
  reviews: '/gezag',
  birthdays: '/verjaardagen',
  birthDate: (pupil: string): string => `/leerlingen/${pupil}/geboortedatum`,
  looking: '/meekijken',
  letLook: (guardianship: string): string => `/meekijken/${guardianship}`,
  stopLook: (guardianship: string): string => `/meekijken/${guardianship}/einde`,
  functions: '/functies',
  newFunction: '/functies/nieuw',
  functionsOf: (person: string): string => `/personen/${person}/functies`,
  functionEnd: (id: string): string => `/functies/${id}/einde`,
  substitutes: '/invallers',
  substituteEnd: (id: string): string => `/invallers/${id}/einde`,
  staffEnd: (person: string): string => `/medewerkers/${person}/einde`,
  groups: '/klassen',
  group: (id: string): string => `/klassen/${id}`,
}

/** An address with what was chosen behind it; what is empty is left out. */
export const withQuery = (path: string, query: Readonly<Record<string, string | number | undefined>>): string => {
  const chosen = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen)}`
}
