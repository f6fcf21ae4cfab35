import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppContext } from './app-env.ts'
import { madeSmaller } from './compress.ts'
import { setDoorCookie } from './cookies.ts'
import { freshSecret } from './secrets.ts'

/** What a component renders to. */
type Element = { toString(): string | Promise<string> }

/** Gives an anonymous reader a secret of their own, so that the forms of this page can prove where they came from. */
export const openDoor = (c: AppContext): void => {
  if (c.get('token') !== '') return
  const secret = freshSecret()
  c.set('token', secret)
  setDoorCookie(c, secret)
}

/** Answers with a page. */
export const page = async (c: AppContext, element: Element, status: ContentfulStatusCode = 200): Promise<Response> => {
  const html = `<!doctype html>${await element.toString()}`
  const small = await madeSmaller(c, html)
  if (small === null) return c.html(html, status)
  c.header('Content-Type', 'text/html; charset=UTF-8')
  c.header('Content-Encoding', 'gzip')
  return c.body(small, status)
}
