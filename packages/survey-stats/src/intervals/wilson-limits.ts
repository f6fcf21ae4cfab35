/**
 * Wilson's limits of a share p of n rows, t standard errors to either side; 0 and 1 themselves at p = 0 and 1. n need not be whole.
 * Source: Wilson (1927), JASA 22.
 */
export const wilsonLimits = (p: number, n: number, t: number): readonly [number, number] => {
  const square = (t * t) / n
  const centre = (p + square / 2) / (1 + square)
  const half = Math.sqrt(square * p * (1 - p) + (square * square) / 4) / (1 + square)
  return [p === 0 ? 0 : centre - half, p === 1 ? 1 : centre + half]
}
