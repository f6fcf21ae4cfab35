/** Which day of the week a day is, from Monday, 0 to 6. The first of January 1970 was a Thursday. */
export const weekdayOf = (day: string): number => (Date.parse(day) / 86_400_000 + 3) % 7
