/** Addresses of this module. */
export const fileAddress = (id: string): string => `/bestanden/${id}`
export const smallAddress = (id: string): string => `/bestanden/${id}/klein`
