const MILLISECONDS = 86_400_000
// Swedish writes a day as ISO 8601 does.
const iso = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'short' })

// Every reader of one day asks for the same few days.
const known = new Map<string, string>()

/** So many days later, or earlier. Both 'YYYY-MM-DD'. */
export const dayAfter = (day: string, days = 1): string => {
  const key = `${day}${days}`
  const found = known.get(key) ?? iso.format(Date.parse(day) + days * MILLISECONDS)
  if (known.size > 1000) known.clear()
  known.set(key, found)
  return found
}

/** How many days from one to another: 0 for the same. */
export const daysBetween = (day: string, other: string): number => (Date.parse(other) - Date.parse(day)) / MILLISECONDS
