/** Addresses of this module, so that a form and its route cannot part ways. */
export const paths = {
  imports: '/inlezingen',
  /** Posts `format` and `file`. */
  ofSchool: (school: string): string => `/inlezingen?school=${school}`,
  import: (id: string): string => `/inlezingen/${id}`,
  /** A long list of a preview, whole. */
  part: (id: string, part: PreviewPart, page = 1): string =>
    `/inlezingen/${id}/${part}${page === 1 ? '' : `?blad=${page}`}`,
  application: (id: string): string => `/inlezingen/${id}/toepassing`,
  reversal: (id: string): string => `/inlezingen/${id}/terugdraaiing`,
  discarding: (id: string): string => `/inlezingen/${id}/verwerping`,
}

/** The lists of a preview; each is an anchor on its page and a page of its own. */
export const previewParts = ['nieuw', 'gewijzigd', 'weg', 'hersteld', 'geweigerd'] as const
export type PreviewPart = (typeof previewParts)[number]
