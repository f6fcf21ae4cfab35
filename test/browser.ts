import type { Hono } from 'hono'
import type { AppEnv } from '#platform/http/app-env.ts'

const base = 'http://localhost:3000'

/** A reader with a cookie jar: gets pages and sends their forms as a browser would, token included. */
export class Browser {
  readonly app: Hono<AppEnv>
  readonly cookies = new Map<string, string>()
  html = ''

  constructor(app: Hono<AppEnv>) {
    this.app = app
  }

  private keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (this.cookies.size > 0)
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await this.app.request(base + path, { ...init, headers })
    this.keep(response)
    if (response.headers.get('content-type')?.startsWith('text/html')) this.html = await response.clone().text()
    return response
  }

  get(path: string): Promise<Response> {
    return this.send(path)
  }

  /** The token that the forms of the last page carry. */
  token(): string {
    return /name="_form" value="([^"]*)"/.exec(this.html)?.[1] ?? ''
  }

  /** Posts fields; a File makes it a multipart form. The token of the last page goes along unless given. */
  post(path: string, fields: Record<string, string | File> = {}): Promise<Response> {
    const all: Record<string, string | File> = { _form: this.token(), ...fields }
    const hasFile = Object.values(all).some((value) => value instanceof File)
    const body = hasFile ? new FormData() : new URLSearchParams()
    for (const [name, value] of Object.entries(all)) body.set(name, value as string)
    return this.send(path, { method: 'POST', body, headers: { origin: base, 'sec-fetch-site': 'same-origin' } })
  }

  /** Signs in with name and password, through the door. */
  async signIn(login: string, password: string): Promise<Response> {
    await this.get('/inloggen')
    return this.post('/inloggen', { login, password })
  }
}
