/** Addresses of this module. */
export const paths = {
  homework: '/huiswerk',
  ofChild: (pupil: string): string => `/huiswerk?kind=${pupil}`,
  ofGroup: (group: string): string => `/huiswerk?groep=${group}`,
  week: (group: string, monday: string): string => `/huiswerk?groep=${group}&week=${monday}`,
  add: (group: string): string => `/huiswerk/nieuw?groep=${group}`,
  change: (id: string): string => `/huiswerk/${id}/wijziging`,
  withdraw: (id: string): string => `/huiswerk/${id}/intrekking`,
  tick: (id: string): string => `/huiswerk/${id}/klaar`,
  untick: (id: string): string => `/huiswerk/${id}/klaar/einde`,
  anchor: (id: string): string => `huiswerk-${id}`,
}
