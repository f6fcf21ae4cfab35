/** The name of a file without its folders, as it is told back. */
export const fileNameOf = (name: string): string =>
  (name.split(/[/\\]/u).at(-1) ?? '')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200) || 'bestand'
