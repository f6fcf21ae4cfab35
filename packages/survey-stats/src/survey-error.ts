/** What went wrong, for a program; `message` is the sentence for a person. */
export type SurveyErrorCode =
  | 'bad-argument'
  | 'different-lengths'
  | 'bad-weights'
  | 'bad-population'
  | 'lonely-unit'
  | 'nothing-to-estimate'
  | 'missing-values'
  | 'margin-missing'
  | 'margin-empty'
  | 'margins-contradict'
  | 'margins-impossible'
  | 'not-converged'
  | 'bounds-impossible'
  | 'negative-weights'
  | 'not-defined'
  | 'aborted'

/** The only error this package throws on purpose: a code, one sentence, and what it concerns. */
export class SurveyError extends Error {
  override readonly name = 'SurveyError'
  readonly code: SurveyErrorCode
  /** Of which variable, level, unit or amount it speaks, as far as it is about one. */
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: SurveyErrorCode, message: string, details: Readonly<Record<string, string | number>> = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}

/** @throws {SurveyError} `different-lengths` when `length` is not `n` */
export const mustBeLong = (what: string, length: number, n: number): void => {
  if (length !== n)
    throw new SurveyError('different-lengths', `${what} has ${length} rows where ${n} were expected.`, { length, n })
}
