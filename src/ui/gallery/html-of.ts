/** The HTML of a page, for tests. Our pages wait for nothing, so an element is never a promise. */
export const htmlOf = (page: string | Promise<string>): string => {
  if (page instanceof Promise) throw new TypeError('A page of ours never waits: its route has read everything.')
  return ''.concat(page)
}
