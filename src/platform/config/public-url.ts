import { isLoopback } from './loopback.ts'
import { type Parsed, foundText } from './setting.ts'

/** The site's own address: https, or http on loopback; scheme, name and port and nothing more. */
export function parsePublicUrl(text: string): Parsed<string | null> {
  const url = URL.parse(text)
  if (url === null || !/^https?:\/\/[^/?#]/i.test(text)) return { found: foundText(text) }
  if (url.username !== '' || url.password !== '') return { found: `${foundText(text)}, which holds credentials` }
  if (url.pathname !== '/' || /[?#]/.test(text))
    return { found: `${foundText(text)}, which holds more than an address` }
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return { found: `${foundText(text)}, which is not encrypted` }
  return { value: url.origin }
}
