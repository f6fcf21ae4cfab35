/** Rows as a CSV file, the header first. */
export const csvFile = (header: readonly string[], rows: readonly (readonly (string | null)[])[]): Uint8Array =>
  new TextEncoder().encode([header, ...rows].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join(''))

const cellOf = (value: string | null): string =>
  value === null ? '' : /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
