import type { Page, Request } from 'playwright-core'

/** What a first view costs: requests, bytes as they came over the line without letters, those of scripts, and of letters. */
export type Weight = { status: number; requests: number; bytes: number; scripts: number; letters: number }

/** Opens an address in a page that has nothing in its cache yet. */
export const weightOf = async (page: Page, address: string): Promise<Weight> => {
  const requests: Request[] = []
  const note = (request: Request): number => requests.push(request)
  page.on('requestfinished', note)
  const answer = await page.goto(address)
  await page.evaluate(() => document.fonts.ready.then(() => true))
  page.off('requestfinished', note)
  const weight: Weight = { status: answer?.status() ?? 0, requests: requests.length, bytes: 0, scripts: 0, letters: 0 }
  for (const request of requests) {
    const { responseBodySize, responseHeadersSize } = await request.sizes()
    if (request.resourceType() === 'font') weight.letters += responseBodySize
    if (request.resourceType() === 'script') weight.scripts += responseBodySize
    if (request.resourceType() !== 'font') weight.bytes += responseBodySize + responseHeadersSize
  }
  return weight
}
