import { chiSquaredUpper, normalCdf } from './distributions.ts'
import { contourIntegral, type ChiSquaredPart } from './contour-integral.ts'
import { rootOf } from './root.ts'

/**
 * P(Σ λₖ χ²(hₖ) > x) as of one chi-squared with the same mean and variance. Source: Satterthwaite (1946), Biometrics
 * Bulletin 2; R survey 4.1, `pchisqsum(method = "satterthwaite")`. All weights positive.
 */
export const satterthwaiteUpper = (x: number, parts: readonly ChiSquaredPart[]): number => {
  const { scale, df } = satterthwaite(parts)
  return chiSquaredUpper(x / scale, df)
}

/**
 * What one chi-squared is to be multiplied by, and its degrees of freedom, to have the mean and variance of the sum.
 */
export const satterthwaite = (parts: readonly ChiSquaredPart[]): { scale: number; df: number } => {
  let [sum, squares] = [0, 0]
  for (const { weight, df } of parts) {
    sum += weight * df
    squares += weight * weight * df
  }
  return { scale: squares / sum, df: (sum * sum) / squares }
}

/**
 * P(Σ λₖ χ²(hₖ) > x) by the saddle point, nearly exact in the tail. Source: Kuonen (1999), Biometrika 86;
 * Barndorff-Nielsen (1990); R survey 4.1, `pchisqsum(method = "saddlepoint")`, which gives Satterthwaite's where the
 * formula is 0/0, near the mean; here it is carried through. NaN when no weight differs from 0.
 */
export const saddlepointUpper = (x: number, parts: readonly ChiSquaredPart[]): number => {
  const sum = scaled(x, parts)
  if (sum === null) return NaN
  if (sum.kind === 'certain') return sum.p
  const at = saddlepointOf(sum.x, sum.parts)
  const shift = (zeta: number): number => {
    const { k, slope, bend } = cumulant(zeta, sum.parts)
    const w = Math.sign(zeta) * Math.sqrt(Math.max(0, 2 * (zeta * slope - k)))
    return Math.log((zeta * Math.sqrt(bend)) / w) / w
  }
  const { k, bend } = cumulant(at, sum.parts)
  if (Math.abs(at) >= near) {
    const w = Math.sign(at) * Math.sqrt(Math.max(0, 2 * (at * sum.x - k)))
    return normalCdf(-(w + Math.log((at * Math.sqrt(bend)) / w) / w))
  }
  const share = (at + near) / (2 * near)
  return normalCdf(-(at * Math.sqrt(bend) + (1 - share) * shift(-near) + share * shift(near)))
}

const near = 1e-4

/**
 * P(Σ λₖ χ²(hₖ) > x), exact to about 1e-11 of itself: the inverse of the moment generating function, integrated along
 * a hyperbola through the saddle point, where nothing cancels. Source: Imhof (1961), Biometrika 48, whose integral
 * this is along another path; Rice (1980), SIAM J. Sci. Stat. Comput. 1. With a negative weight it gives the F form:
 * P(Σ λₖ χ²(hₖ) > x χ²(d)/d) is that of the sum with −x/d, d added, above 0. NaN when no weight differs from 0.
 */
export const exactUpper = (x: number, parts: readonly ChiSquaredPart[]): number => {
  const sum = scaled(x, parts)
  if (sum === null) return NaN
  if (sum.kind === 'certain') return sum.p
  const [first, ...more] = sum.parts
  if (more.length === 0) return chiSquaredUpper(sum.x / first.weight, first.df)
  const at = saddlepointOf(sum.x, sum.parts)
  const { k } = cumulant(at, sum.parts)
  const far = Math.sqrt(Math.max(0, 2 * (at * sum.x - k)))
  if (far > 1) {
    const part = contourIntegral(at, sum.x, sum.parts)
    return Math.min(1, Math.max(0, at > 0 ? part : 1 + part))
  }
  // Near the mean the saddle point is near 0, where the integrand has a pole: the path is led along the middle instead.
  const pole = 1 / (2 * Math.max(...sum.parts.map(({ weight }) => weight)))
  const aside = Math.min(1 / Math.sqrt(cumulant(0, sum.parts).bend), pole / 2)
  return Math.min(1, Math.max(0, contourIntegral(aside, sum.x, sum.parts)))
}

type Scaled =
  | { readonly kind: 'sum'; readonly x: number; readonly parts: readonly [ChiSquaredPart, ...ChiSquaredPart[]] }
  | { readonly kind: 'certain'; readonly p: number }

/**
 * The largest weight made 1, parts of nothing left out; null when nothing is left. What has one sign only is told at
 * once.
 */
const scaled = (x: number, parts: readonly ChiSquaredPart[]): Scaled | null => {
  const most = Math.max(...parts.map(({ weight }) => Math.abs(weight)))
  if (!(most > 0) || Number.isNaN(x)) return null
  const largest = Math.max(...parts.map(({ weight }) => weight))
  const unit = largest > 0 ? largest : most
  const [first, ...more] = parts
    .filter(({ weight, df }) => Math.abs(weight) > 1e-14 * most && df > 0)
    .map(({ weight, df }) => ({ weight: weight / unit, df }))
  if (first === undefined) return null
  if (x >= 0 && largest <= 0) return { kind: 'certain', p: 0 }
  if (x <= 0 && parts.every(({ weight }) => weight >= 0)) return { kind: 'certain', p: 1 }
  if (x === Infinity || x === -Infinity) return { kind: 'certain', p: x > 0 ? 0 : 1 }
  return { kind: 'sum', x: x / unit, parts: [first, ...more] }
}

/** ln E exp(ζ Σ λ χ²), its slope and its bend. */
const cumulant = (zeta: number, parts: readonly ChiSquaredPart[]): { k: number; slope: number; bend: number } => {
  let [k, slope, bend] = [0, 0, 0]
  for (const { weight, df } of parts) {
    const rest = 1 - 2 * zeta * weight
    k -= (df * Math.log1p(-2 * zeta * weight)) / 2
    slope += (df * weight) / rest
    bend += (2 * df * weight * weight) / (rest * rest)
  }
  return { k, slope, bend }
}

/** Where the slope of the cumulant is x. */
const saddlepointOf = (x: number, parts: readonly ChiSquaredPart[]): number => {
  const weights = parts.map(({ weight }) => weight)
  const [most, least] = [Math.max(...weights), Math.min(...weights)]
  const size = Math.abs(x) + parts.reduce((sum, { weight, df }) => sum + Math.abs(weight) * df, 0)
  const dfOf = (weight: number): number => parts.find((part) => part.weight === weight)?.df ?? 1
  const df = parts.reduce((sum, part) => sum + part.df, 0)
  // Ends at which the slope is surely above, and below, x.
  const high = most > 0 ? (1 - Math.min(0.5, (dfOf(most) * most) / (2 * size))) / (2 * most) : -df / (2 * x)
  const low = least < 0 ? (1 - Math.min(0.5, (dfOf(least) * -least) / (2 * size))) / (2 * least) : -df / (2 * x)
  return rootOf((zeta) => cumulant(zeta, parts).slope - x, low, high)
}
