import { SurveyError } from '../survey-error.ts'

/** How the cases of a sample ended, in numbers of cases. The letters are those of AAPOR. */
export type Dispositions = {
  /** I */
  readonly complete: number
  /** P */
  readonly partial: number
  /** R: refused or broke off. */
  readonly refused: number
  /** NC */
  readonly notReached: number
  /** O: reached and eligible, but ill, away, or without a common language. */
  readonly other: number
  /** UH: not known whether there is anybody eligible. */
  readonly unknown: number
  /** UO: unknown for another reason. */
  readonly unknownOther: number
  /** Known not to belong in the sample. */
  readonly ineligible: number
  /** e, the share of unknown cases that is eligible; without it as among the cases that are known. */
  readonly eligibleShare?: number
}

type RateName = `RR${1 | 2 | 3 | 4 | 5 | 6}` | `COOP${1 | 2 | 3 | 4}` | `REF${1 | 2 | 3}` | `CON${1 | 2 | 3}`

/** Each rate 0 … 1; null where nobody is in its denominator. `e` is what was used. */
export type ResponseRates = Readonly<Record<RateName, number | null>> & {
  readonly e: number | null
}

/**
 * Response, cooperation, refusal and contact rates. e is (I+P+R+NC+O) / (I+P+R+NC+O + ineligible) unless it is given; rates that
 * need e are null when nothing is known of any case and unknown cases exist.
 * Source: AAPOR, Standard Definitions, 10th edition (2023).
 * @throws {SurveyError} `bad-argument` when a number is no count or e no share, `nothing-to-estimate` when there is no case
 */
export const responseRates = (cases: Dispositions): ResponseRates => {
  check(cases)
  const { complete: I, partial: P, refused: R, notReached: NC, other: O, ineligible } = cases
  const U = cases.unknown + cases.unknownOther
  const eligible = I + P + R + NC + O
  if (eligible + U + ineligible === 0) throw new SurveyError('nothing-to-estimate', 'There is no case in the sample.')
  const known = eligible + ineligible
  const e = cases.eligibleShare ?? (known === 0 ? null : eligible / known)
  const likely = U === 0 ? 0 : e === null ? null : e * U
  const by = (part: number, all: number | null): number | null => (all === null || all === 0 ? null : part / all)
  const withLikely = (all: number): number | null => (likely === null ? null : all + likely)
  const reached = I + P + R + O
  return {
    RR1: by(I, eligible + U),
    RR2: by(I + P, eligible + U),
    RR3: by(I, withLikely(eligible)),
    RR4: by(I + P, withLikely(eligible)),
    RR5: by(I, eligible),
    RR6: by(I + P, eligible),
    COOP1: by(I, reached),
    COOP2: by(I + P, reached),
    COOP3: by(I, I + P + R),
    COOP4: by(I + P, I + P + R),
    REF1: by(R, eligible + U),
    REF2: by(R, withLikely(eligible)),
    REF3: by(R, eligible),
    CON1: by(reached, reached + NC + U),
    CON2: by(reached, withLikely(reached + NC)),
    CON3: by(reached, reached + NC),
    e,
  }
}

const check = ({ eligibleShare, ...counts }: Dispositions): void => {
  for (const [name, count] of Object.entries(counts))
    if (!Number.isInteger(count) || count < 0)
      throw new SurveyError('bad-argument', `The number of cases “${name}” is ${count}.`, { name, count })
  if (eligibleShare !== undefined && !(eligibleShare >= 0 && eligibleShare <= 1))
    throw new SurveyError('bad-argument', `e is ${eligibleShare}; it is a share, 0 to 1.`, { eligibleShare })
}
