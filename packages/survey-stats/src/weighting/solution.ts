/** What finding factors comes to. */
export type Solution = {
  /** What each point's weight is multiplied with; 0 where it had none. */
  readonly factors: Float64Array
  readonly iterations: number
  /** Per margin the sums per level, the missing last. */
  readonly reached: readonly Float64Array[]
  /** What the totals of amounts came to. */
  readonly totalsReached: Float64Array
}

/** How far it is. `off` is the largest remaining difference, as a share of what is asked. */
export type WeightingStep = { readonly iteration: number; readonly off: number }

export type SolveOptions = {
  readonly maxIterations: number
  /** The largest difference that is left, as a share of what is asked; undefined: as small as rounding allows. */
  readonly tolerance: number | undefined
  /** Called after each round; false stops it. */
  readonly onStep: ((step: WeightingStep) => boolean | undefined) | undefined
}
