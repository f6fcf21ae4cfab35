/** Not there, or not for this reader: the same answer, the same bytes. */
export class NotFound extends Error {
  readonly what: string
  constructor(what: string) {
    super(`not found: ${what}`)
    this.what = what
  }
}

/** A deed that may not be done on a thing the actor may see; and a form that did not come from our own page. */
export class Forbidden extends Error {
  readonly why: string
  constructor(why: string) {
    super(`forbidden: ${why}`)
    this.why = why
  }
}

/** Somebody else was first: the page must be looked at again. */
export class Conflict extends Error {
  readonly code: string
  constructor(code: string) {
    super(`conflict: ${code}`)
    this.code = code
  }
}

/** What was sent cannot be read at all: a broken body, a value twice, a body over the limit. */
export class BadRequest extends Error {
  readonly why: string
  readonly status: 400 | 413
  constructor(why: string, status: 400 | 413 = 400) {
    super(`bad request: ${why}`)
    this.why = why
    this.status = status
  }
}

/** A deed that asks proof of the last ten minutes that the reader is who it is; `back` is the page it is asked on. */
export class Unproved extends Error {
  readonly back: string
  constructor(back: string) {
    super('unproved')
    this.back = back
  }
}

/** Who has no other hat than one that waits for a second step takes that step before anything else. */
export class Owing extends Error {}
