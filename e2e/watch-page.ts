import type { Page } from 'playwright-core'

export type Watch = {
  /** What the browser complained of and whatever was asked of another server, so far. */
  sins(): readonly string[]
}

/**
 * Listens to a page from before its first address: console errors and warnings (a break of the content security policy is
 * one), scripts that fail, and requests to anyone but `base`. An answer that is an error page is none of these.
 */
export const watchPage = (page: Page, base: string): Watch => {
  const sins: string[] = []
  const pages = new Set<string>()
  page.on('request', (request) => {
    if (!request.url().startsWith(`${base}/`) && !request.url().startsWith('data:'))
      sins.push(`asks ${request.url()} of another server`)
    if (request.isNavigationRequest()) pages.add(request.url())
  })
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return
    if (message.text().startsWith('Failed to load resource') && pages.has(message.location().url)) return
    sins.push(`${message.type()} in the console: ${message.text()}`)
  })
  page.on('pageerror', (error) => sins.push(`a script failed: ${error.message}`))
  page.on('requestfailed', (request) => {
    if (!/ERR_ABORTED/.test(request.failure()?.errorText ?? '')) sins.push(`did not get ${request.url()}`)
  })
  return { sins: () => sins }
}
