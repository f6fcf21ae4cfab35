import type { Asks } from './asks.ts'

/** The oldest release of each major version that has no known hole we must refuse. */
const OLDEST = new Map([
  [15, 14],
  [16, 10],
  [17, 6],
  [18, 0],
])
const WANTED = '15.14, 16.10, 17.6 or 18, or a later release of these'

export type ServerVersion = { readonly major: number; readonly minor: number; readonly unfinished: boolean }

/** Reads `server_version`, such as "15.14 (Debian 15.14-0+deb12u1)", "18.4" or "17beta1". */
export const parseServerVersion = (text: string): ServerVersion | null => {
  const found = /^(\d+)(?:\.(\d+))?(?:\.\d+)*(devel|alpha\d*|beta\d*|rc\d*)?(?![\w.])/.exec(text.trim())
  if (found === null) return null
  return { major: Number(found[1]), minor: Number(found[2] ?? 0), unfinished: found[3] !== undefined }
}

/** The sentence with which this version is refused, or null. A major version after 18 is let in. */
export const refuseVersion = (text: string): string | null => {
  const version = parseServerVersion(text)
  const named = text.trim().slice(0, 60)
  if (version === null)
    return `The server calls itself ${JSON.stringify(named)}, which is no PostgreSQL version; wanted is ${WANTED}.`
  const oldest = OLDEST.get(version.major)
  const fits = oldest === undefined ? version.major > 18 : version.minor >= oldest
  if (!fits) return `The server is PostgreSQL ${named}; wanted is ${WANTED}.`
  return version.unfinished ? `The server is PostgreSQL ${named}, a version for trying out; wanted is ${WANTED}.` : null
}

/** Asks a server for its version. @returns the sentence with which it is refused, or null */
export const checkServerVersion = async (client: Asks): Promise<string | null> => {
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  return refuseVersion(rows[0]?.server_version ?? '')
}
