/** Addresses of this module. */
export const paths = {
  notes: '/boodschappen',
  given: (id: string): string => `/boodschappen/${encodeURIComponent(id)}/gegeven`,
  /** Posts `reason`. */
  notGiven: (id: string): string => `/boodschappen/${encodeURIComponent(id)}/niet-gegeven`,
  takeBack: (id: string): string => `/boodschappen/${encodeURIComponent(id)}/intrekking`,
  /** Posts `until`, `phone`. */
  hours: (school: string): string => `/boodschappen/uren?school=${school}`,
}
