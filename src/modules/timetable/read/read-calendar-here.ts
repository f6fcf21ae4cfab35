import type { CalendarReading } from './calendar.ts'

/** Reads a calendar file that this program made itself, without a thread of its own. The library is loaded when it is needed. */
export const readCalendarHere = async (file: Uint8Array, today: string): Promise<CalendarReading> => {
  const { readCalendar } = await import('./read-calendar.ts')
  return readCalendar(file, today)
}
