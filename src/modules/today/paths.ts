/** Addresses of this module. */
export const paths = {
  today: '/vandaag',
  ofChild: (pupil: string): string => `/vandaag?kind=${pupil}`,
}
