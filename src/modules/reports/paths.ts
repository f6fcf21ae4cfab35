/** Addresses of this module. */
export const paths = {
  reports: '/rapportmomenten',
  /** Posts a period. */
  ofSchool: (school: string): string => `/rapportmomenten?school=${encodeURIComponent(school)}`,
  period: (id: string): string => `/rapportmomenten/${encodeURIComponent(id)}`,
  periodEnd: (id: string): string => `/rapportmomenten/${encodeURIComponent(id)}/einde`,
  rule: (school: string, stage: string): string =>
    `/rapportmomenten/regels/${stage}?school=${encodeURIComponent(school)}`,
}
