import { deviance, logGamma, nonZero, stirlingError } from './gamma.ts'
import { rootOf } from './root.ts'

/** xᵃ yᵇ / B(a, b), with y = 1 − x given apart, so that nothing is lost near 1. */
const front = (a: number, b: number, x: number, y: number): number => {
  if (a < 10 && b < 10) return Math.exp(a * Math.log(x) + b * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b))
  if (a < 10) return lopsidedFront(a, b, x, y)
  if (b < 10) return lopsidedFront(b, a, y, x)
  const n = a + b
  const rest = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y)
  return Math.exp(rest) * Math.sqrt((a * b) / (2 * Math.PI * n))
}

/** With b from 10 and a below: ln Γ(a + b) − ln Γ(b) by Stirling, as the two hardly differ when b is large. */
const lopsidedFront = (a: number, b: number, x: number, y: number): number => {
  const logY = x < 0.5 ? Math.log1p(-x) : Math.log(y)
  const more = (b - 0.5) * Math.log1p(a / b) - a + stirlingError(a + b) - stirlingError(b)
  return Math.exp(a * Math.log(x * (a + b)) + b * logY + more - logGamma(a))
}

/** The continued fraction of Abramowitz & Stegun 26.5.8, by Lentz; quick where x < (a + 1)/(a + b + 2). */
const fraction = (a: number, b: number, x: number): number => {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return h
}

/**
 * The regularised incomplete beta function, Iₓ(a, b) and 1 − Iₓ(a, b), each precise in its own tail; a, b > 0.
 * @param y 1 − x, when it is known better than by subtraction
 */
export const incompleteBeta = (a: number, b: number, x: number, y = 1 - x): { lower: number; upper: number } => {
  if (!(x > 0)) return { lower: 0, upper: 1 }
  if (!(y > 0)) return { lower: 1, upper: 0 }
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (front(a, b, x, y) * fraction(a, b, x)) / a)
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, (front(a, b, x, y) * fraction(b, a, y)) / b)
  return { lower: 1 - upper, upper }
}

/** The distribution function of Beta(a, b). */
export const betaCdf = (x: number, a: number, b: number): number => incompleteBeta(a, b, x).lower

/** The quantile of Beta(a, b): 0 ≤ p ≤ 1; relative error below 1e-13. */
export const betaQuantile = (p: number, a: number, b: number): number => quantileOf(p, 1 - p, a, b)

/** Where P(X > x) = p for X of Beta(a, b): the quantile of 1 − p, without the loss of that subtraction. */
export const betaUpperQuantile = (p: number, a: number, b: number): number => quantileOf(1 - p, p, a, b)

const least = 1e-320

const quantileOf = (below: number, above: number, a: number, b: number): number => {
  if (Number.isNaN(below) || below < 0 || above < 0) return NaN
  if (below === 0 || above === 0) return below === 0 ? 0 : 1
  // Sought as a logit, so that both ends are reached, and in the smaller tail.
  const at = (t: number): { x: number; y: number } => ({ x: 1 / (1 + Math.exp(-t)), y: 1 / (1 + Math.exp(t)) })
  const off = (t: number): number => {
    const { x, y } = at(t)
    const { lower, upper } = incompleteBeta(a, b, x, y)
    return below < above
      ? Math.log(Math.max(lower, least)) - Math.log(below)
      : Math.log(above) - Math.log(Math.max(upper, least))
  }
  return at(rootOf(off, -745, 745)).x
}
