// Lanczos, g = 607/128, 15 terms (Godfrey's coefficients); relative error below 1e-14 for x > 0.
const lanczos = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
] as const

const halfLogTwoPi = 0.9189385332046728

// Bernoulli numbers over 2k(2k − 1): what the logarithm of the gamma function is more than Stirling's formula.
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400] as const

/** ln Γ(x) less Stirling's formula, for x ≥ 10; absolute error below 1e-16. */
export const stirlingError = (x: number): number => {
  let sum = 0
  for (let k = stirling.length - 1; k >= 0; k -= 1) sum = sum / (x * x) + stirling[k]
  return sum / x
}

/** ln Γ(x) for x > 0. Source: Abramowitz & Stegun 6.1.40–41; Lanczos (1964). */
export const logGamma = (x: number): number => {
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingError(x)
  let sum: number = lanczos[0]
  for (let k = 1; k < lanczos.length; k += 1) sum += lanczos[k] / (x - 1 + k)
  const t = x - 1 + 607 / 128 + 0.5
  return halfLogTwoPi + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

const tiny = 1e-300

/** e^(−x) xᵃ / Γ(a + 1), without loss where a and x are large and near each other. */
const poissonTerm = (a: number, x: number): number => {
  if (x === 0) return a === 0 ? 1 : 0
  if (a < 10) return Math.exp(a * Math.log(x) - x - logGamma(a + 1))
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a)
}

/** a ln(a/x) + x − a, exact where a is near x. Source: Loader (2000), saddle-point expansion. */
export const deviance = (a: number, x: number): number => {
  if (Math.abs(a - x) < 0.1 * (a + x)) {
    const v = (a - x) / (a + x)
    let sum = (a - x) * v
    let term = 2 * a * v
    for (let j = 1; j < 1000; j += 1) {
      term *= v * v
      const more = sum + term / (2 * j + 1)
      if (more === sum) return more
      sum = more
    }
  }
  return a * Math.log(a / x) + x - a
}

/**
 * The regularised incomplete gamma function, lower and upper: P(a, x) and Q(a, x), a > 0, x ≥ 0. Each keeps its relative
 * precision in its own tail. Source: Abramowitz & Stegun 6.5.29 (series) and 6.5.31 (continued fraction).
 */
export const incompleteGamma = (a: number, x: number): { lower: number; upper: number } => {
  if (!(x > 0)) return { lower: 0, upper: 1 }
  if (x === Infinity) return { lower: 1, upper: 0 }
  const term = poissonTerm(a, x)
  if (x < a + 1) {
    let [sum, more] = [1, 1]
    for (let n = 1; n < 100_000 && more > sum * 1e-17; n += 1) {
      more *= x / (a + n)
      sum += more
    }
    const lower = Math.min(1, term * sum)
    return { lower, upper: 1 - lower }
  }
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let h = d
  for (let n = 1; n < 100_000; n += 1) {
    const an = -n * (n - a)
    b += 2
    d = 1 / nonZero(an * d + b)
    c = nonZero(b + an / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  const upper = Math.min(1, term * a * h)
  return { lower: 1 - upper, upper }
}

/** For a continued fraction: 0 would end it. */
export const nonZero = (x: number): number => (Math.abs(x) < tiny ? tiny : x)
