const MILLISECONDS = 86_400_000
// Swedish writes a day as ISO 8601 does.
const iso = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'short' })

/** So many days later, or earlier. Both 'YYYY-MM-DD'. */
export const dayAfter = (day: string, days = 1): string => iso.format(Date.parse(day) + days * MILLISECONDS)

/** How many days from one to another: 0 for the same. */
export const daysBetween = (day: string, other: string): number => (Date.parse(other) - Date.parse(day)) / MILLISECONDS
