/** Rows of text as lines with aligned columns; a column of numbers is aligned to the right. */
export const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const columns = (rows[0] ?? []).map((_, at) => {
    const cells = rows.map((row) => row[at] ?? '')
    return {
      width: Math.max(...cells.map((cell) => cell.length)),
      right: cells.slice(1).every((cell) => /^\d+$/.test(cell)),
    }
  })
  return rows.map((row) =>
    columns
      .map(({ width, right }, at) => (right ? (row[at] ?? '').padStart(width) : (row[at] ?? '').padEnd(width)))
      .join('  ')
      .trimEnd(),
  )
}
