/**
 * A path of our own to go back to, out of what a form or an address says.
 * @returns '/' for anything that is not a path here: another host, a scheme, a backslash or a control character
 */
export const ownPath = (wish: string | undefined): string => {
  if (wish === undefined || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(wish)) return '/'
  const url = new URL(wish, 'http://here.invalid')
  // Dots may fold away to what names a host after all: /..//elsewhere.
  return url.host === 'here.invalid' && !url.pathname.startsWith('//') ? url.pathname + url.search : '/'
}
