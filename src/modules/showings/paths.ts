/** Addresses of this module. Posts `line`, `file` and, by a teacher, `of`. */
export const paths = {
  showings: '/laten-zien',
  ofChild: (pupil: string): string => `/laten-zien?kind=${pupil}`,
  end: (id: string): string => `/laten-zien/${id}/einde`,
}
