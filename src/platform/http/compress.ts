import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { AppContext } from './app-env.ts'

const zip = promisify(gzip)
const smallest = 1400

/** Whether the reader takes a content coding (RFC 9110, 12.5.3). */
export const accepts = (c: AppContext, coding: string): boolean =>
  (c.req.header('accept-encoding') ?? '')
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .some(([name, weight]) => name === coding && !/^q=0(\.0*)?$/.test(weight ?? ''))

/**
 * A page made smaller for the line, or null when it goes as it is. A page shows secrets beside what was typed, so its size
 * may tell of them to who makes a browser ask again and again (BREACH). Only what our own page or the reader asked for is
 * made smaller; a browser says so, and no other site can make it say so.
 */
export const madeSmaller = async (c: AppContext, html: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  const asked = c.req.header('sec-fetch-site')
  if ((asked !== 'same-origin' && asked !== 'none') || html.length < smallest || !accepts(c, 'gzip')) return null
  return new Uint8Array(await zip(html, { level: constants.Z_BEST_SPEED + 3 }))
}
