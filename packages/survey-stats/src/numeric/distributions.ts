import { betaQuantile, betaUpperQuantile, incompleteBeta } from './beta.ts'
import { incompleteGamma } from './gamma.ts'
import { rootOf } from './root.ts'

/** P(Z ≤ z) for a standard normal Z; relative precision in both tails. */
export const normalCdf = (z: number): number => {
  if (Number.isNaN(z)) return NaN
  const { upper } = incompleteGamma(0.5, (z * z) / 2)
  return z <= 0 ? upper / 2 : 1 - upper / 2
}

/** The standard normal quantile. */
export const normalQuantile = (p: number): number => {
  if (Number.isNaN(p) || p < 0 || p > 1) return NaN
  if (p === 0) return -Infinity
  if (p === 1) return Infinity
  if (p === 0.5) return 0
  if (p > 0.5) return -normalQuantile(1 - p)
  return rootOf((z) => Math.log(Math.max(normalCdf(z), 1e-320)) - Math.log(p), -38.5, 0)
}

/** P(X > x) for a chi-squared X; degrees of freedom above 0, not of necessity whole. */
export const chiSquaredUpper = (x: number, df: number): number => incompleteGamma(df / 2, x / 2).upper

/** The chi-squared quantile. */
export const chiSquaredQuantile = (p: number, df: number): number => {
  if (p <= 0 || p >= 1) return p === 0 ? 0 : p === 1 ? Infinity : NaN
  const off = (t: number): number => {
    const { lower, upper } = incompleteGamma(df / 2, Math.exp(t) / 2)
    return p < 0.5
      ? Math.log(Math.max(lower, 1e-320)) - Math.log(p)
      : Math.log(1 - p) - Math.log(Math.max(upper, 1e-320))
  }
  return Math.exp(rootOf(off, -745, Math.log(df + 1) + 20))
}

/** P(F > f) with df1 and df2 degrees of freedom; df2 may be Infinity. */
export const fUpper = (f: number, df1: number, df2: number): number => {
  if (!(f > 0)) return Number.isNaN(f) ? NaN : 1
  if (f === Infinity) return 0
  if (df2 === Infinity) return chiSquaredUpper(f * df1, df1)
  const scale = df1 * f + df2
  return incompleteBeta(df1 / 2, df2 / 2, (df1 * f) / scale, df2 / scale).upper
}

/** P(|T| > |t|) for Student's t; with endless degrees of freedom, the normal. */
export const studentTwoSided = (t: number, df: number): number => {
  if (Number.isNaN(t) || !(df > 0)) return NaN
  if (df === Infinity) return incompleteGamma(0.5, (t * t) / 2).upper
  if (Math.abs(t) === Infinity) return 0
  const square = t * t
  return incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square)).lower
}

/** Student's t quantile; with endless degrees of freedom, the normal's. */
export const studentQuantile = (p: number, df: number): number => {
  if (df === Infinity) return normalQuantile(p)
  if (Number.isNaN(p) || p < 0 || p > 1 || !(df > 0)) return NaN
  if (p === 0.5) return 0
  if (p > 0.5) return -studentQuantile(1 - p, df)
  if (p === 0) return -Infinity
  // t² / (df + t²) has the distribution Beta(1/2, df/2); its complement is sought, which is small in the tail.
  const rest = betaQuantile(2 * p, df / 2, 0.5)
  if (rest < 0.999) return -Math.sqrt((df * (1 - rest)) / rest)
  return -Math.sqrt((df * betaUpperQuantile(2 * p, 0.5, df / 2)) / rest)
}
