import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppContext } from './app-env.ts'
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
  const html = await element.toString()
  return c.html(`<!doctype html>${html}`, status)
}
