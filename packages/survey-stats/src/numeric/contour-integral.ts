/**
 * One part of a sum Σ λₖ χ²(hₖ): its weight λ, which may be negative, and its degrees of freedom h, which need not be
 * whole.
 */
export type ChiSquaredPart = { readonly weight: number; readonly df: number }

/**
 * (1/2πi) ∫ exp(K(s) − s x)/s ds upwards through c, K being the cumulant function of Σ λ χ²(h): P(sum > x) for c > 0,
 * less 1 for c < 0. The path bends to the right, round the cut of the largest weight, or with x < 0 to the left, where
 * exp(−s x) dies out.
 */
export const contourIntegral = (c: number, x: number, parts: readonly ChiSquaredPart[]): number => {
  const [most, least] = [Math.max(...parts.map((one) => one.weight)), Math.min(...parts.map((one) => one.weight))]
  const right = most > 0 ? 1 / (2 * most) - c : Math.abs(c)
  const left = least < 0 ? c - 1 / (2 * least) : Infinity
  const breadth = Math.min(Math.abs(c), right, left)
  let before = NaN
  for (let step = 0.25; step > 1e-4; step /= 2) {
    const sum = trapezium(c, x, parts, breadth, step)
    // The error is squared by each halving: two that agree to 1e-9 mean the last is good to rounding.
    if (Math.abs(sum - before) <= 1e-9 * Math.abs(sum)) return sum
    before = sum
  }
  return before
}

const bend = Math.PI / 6

const trapezium = (c: number, x: number, parts: readonly ChiSquaredPart[], breadth: number, step: number): number => {
  let [sum, most, small] = [valueAt(0, c, x, parts, breadth) / 2, 0, 0]
  for (let k = 1; small < 3 && k * step < 600; k += 1) {
    const value = valueAt(k * step, c, x, parts, breadth)
    sum += value
    most = Math.max(most, Math.abs(value), Math.abs(sum))
    small = Math.abs(value) <= 1e-18 * most ? small + 1 : 0
  }
  return (sum * step) / Math.PI
}

/** The imaginary part of exp(K(s) − s x) s′/s at s(y) = c + breadth (sin(bend + iy) − sin bend). */
const valueAt = (y: number, c: number, x: number, parts: readonly ChiSquaredPart[], breadth: number): number => {
  const [sin, cos] = [x < 0 ? -Math.sin(bend) : Math.sin(bend), Math.cos(bend)]
  const [sh, ch] = [Math.sinh(y), Math.cosh(y)]
  const [re, im] = [c + breadth * sin * (ch - 1), breadth * cos * sh]
  const [slopeRe, slopeIm] = [breadth * sin * sh, breadth * cos * ch]
  let [size, angle] = [-re * x, -im * x]
  for (const { weight, df } of parts) {
    // ln |1 + m + iv|, which with a hundred thousand degrees of freedom must not lose what is beside the 1.
    const [m, v] = [-2 * weight * re, -2 * weight * im]
    size -= (df / 4) * Math.log1p(2 * m + m * m + v * v)
    angle -= (df / 2) * Math.atan2(v, 1 + m)
  }
  const norm = re * re + im * im
  const [ratioRe, ratioIm] = [(slopeRe * re + slopeIm * im) / norm, (slopeIm * re - slopeRe * im) / norm]
  return Math.exp(size) * (Math.cos(angle) * ratioIm + Math.sin(angle) * ratioRe)
}
