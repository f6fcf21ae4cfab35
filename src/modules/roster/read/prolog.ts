// What stands before the root element, looked at before any parser sees it.
import { ReadFault } from './fault.ts'

const most = 64 * 1024

/** The encoding in the XML declaration, lower case, read from bytes that are ASCII that far (or UTF-16, which has a mark). */
export const declaredEncoding = (bytes: Uint8Array): string | null => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 400)).toString('latin1')
  const declaration = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml\s([^?]*)\?>/u.exec(head)?.[1] ?? ''
  return /encoding\s*=\s*["']([^"']+)["']/u.exec(declaration)?.[1]?.toLowerCase().trim() ?? null
}

/**
 * Refuses a document type: it can name other files and make a small file huge.
 * @param text the decoded start of the file
 * @param whole whether the text is the whole file
 * @returns false when more of the file is needed to know
 * @throws ReadFault on a document type, and on a start that goes on and on without one
 */
export const checkProlog = (text: string, whole: boolean): boolean => {
  let at = 0
  for (;;) {
    while (/\s|\ufeff/u.test(text.charAt(at))) at += 1
    const rest = text.slice(at, at + 9)
    const end = rest.startsWith('<!--')
      ? text.indexOf('-->', at + 4) + 3
      : rest.startsWith('<?')
        ? text.indexOf('?>', at + 2) + 2
        : -1
    if (/^<!doctype/iu.test(rest)) throw new ReadFault({ code: 'doctype', line: text.slice(0, at).split('\n').length })
    if (end === -1 && rest.length === 9) return true
    if (end < at + 4) break
    at = end
  }
  if (text.length > most) throw new ReadFault({ code: 'unreadable' })
  return whole
}
