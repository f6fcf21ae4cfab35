import type { FileKind } from './kept-file.ts'

const endings: Readonly<Record<FileKind, { ending: string; name: string }>> = {
  picture: { ending: '.jpg', name: 'foto' },
  pdf: { ending: '.pdf', name: 'document' },
}
const longest = 80

/**
 * The name for a download, out of what the sender called it: no path, no sign that is not seen, no sign that a system takes
 * for something else, and the ending of what it is.
 */
export const cleanName = (stated: string, kind: FileKind): string => {
  const { ending, name } = endings[kind]
  const base = stated.split(/[/\\]/).at(-1) ?? ''
  const seen = base
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}<>:"|?*%;`$&]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const bare = withoutEndings(seen).replaceAll(/^[. ]+|[. ]+$/g, '')
  const short = [...bare].slice(0, longest).join('').trim()
  return `${short === '' ? name : short}${ending}`
}

/** foto.jpg.exe is a foto. */
const withoutEndings = (name: string): string => {
  const shorter = name.replace(/\.\p{L}[\p{L}\d]{0,4}$/u, '').trimEnd()
  return shorter === name || shorter === '' ? shorter : withoutEndings(shorter)
}

/** As RFC 6266 has it: letters of ASCII for the oldest browsers, all letters for the others. */
export const disposition = (how: 'inline' | 'attachment', name: string): string => {
  const plain = name.normalize('NFD').replaceAll(/[^\x20-\x7e]|["\\]/g, '')
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`
}
