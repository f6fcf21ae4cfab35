import { formToken } from '#platform/http/secrets.ts'
import type { appFor } from '#test/rig.ts'

export const base = 'http://localhost:3000'
export type App = ReturnType<typeof appFor>
export type Fields = Readonly<Record<string, string | File>>

/** A form as a browser sends it: in parts when it holds a file. */
export const bodyOf = (fields: Fields): FormData | URLSearchParams => {
  const body = Object.values(fields).some((value) => value instanceof File) ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    if (body instanceof FormData) body.append(name, value)
    else if (typeof value === 'string') body.append(name, value)
  }
  return body
}

/** The secret of a reader at the door, who has no session. */
const door = 'aan-de-deur'.padEnd(43, '_')

/** Somebody with a cookie, or nobody: keeps nothing between two requests, so that each stands alone. */
export type Reader = {
  readonly token: string | null
  /** Asks an address as a browser would, with this reader's cookie. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** Sends a form from our own page. */
  post(path: string, fields?: Fields, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** What the forms of this reader carry. */
  readonly formToken: string
  readonly cookie: string
}

export const readerOf = (app: App, token: string | null, secure = false): Reader => {
  const name = `${secure ? '__Host-' : ''}samenspraak${token === null ? '-deur' : ''}`
  const cookie = `${name}=${token ?? door}`
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('cookie', cookie)
    return app.request(base + path, { ...init, headers })
  }
  const carried = formToken(token ?? door)
  return {
    token,
    cookie,
    ask,
    formToken: carried,
    post: (path, fields = {}, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: bodyOf({ _form: carried, ...fields }),
        headers: { origin: base, 'sec-fetch-site': 'same-origin', ...headers },
      }),
  }
}
