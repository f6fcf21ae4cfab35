import { normalCdf, studentQuantile } from '../numeric/distributions.ts'
import { rootOf } from '../numeric/root.ts'
import { cubicSpline } from './cubic-spline.ts'

/**
 * Where twice the loss of log-likelihood, divided by how much larger the variance is than the binomial one, reaches t²:
 * N KL(p, θ) / φ = t² λ, with KL the binomial deviance, φ = n/(n − 1) and λ = N v / (p (1 − p)).
 * R finds it on a spline through a few points, read by straight lines; the same is done here (it moves the limit by 1e-6 to 1e-3),
 * and solved exactly where the points do not reach.
 * Source: Rao & Scott (1984); R `svyciprop(method = "likelihood")`, `confint.svyglm`, `MASS:::profile.glm`.
 * @param p in (0, 1)
 * @param variance of p, above 0
 * @param n rows; of a calibrated sample all, also those outside the domain, as in R
 * @param t above 0
 * @param weighed rows that weigh something, for φ
 * @param binomial what R has for p (1 − p) where it stops, see `stoppedVariance`
 */
export const likelihoodLimits = (
  p: number,
  variance: number,
  n: number,
  t: number,
  weighed = n,
  binomial = p * (1 - p),
): readonly [number, number] => {
  const start = Math.log(p / (1 - p))
  const inflation = (n * variance * binomial) / (p * (1 - p)) ** 2
  const cutoff = t * Math.sqrt(inflation)
  const signedRoot = (eta: number): number =>
    Math.sign(eta - start) * Math.sqrt(Math.max(0, ((weighed - 1) / weighed) * n * binomialDeviance(p, eta)))
  const onCurve = limitsOnCurve(signedRoot, start, Math.sqrt(variance) / (p * (1 - p)), n, cutoff)
  const exact = (side: 1 | -1): number => {
    let reach = 1
    while (Math.abs(signedRoot(start + side * reach)) < cutoff && reach < 700) reach *= 2
    return rootOf((eta) => signedRoot(eta) - side * cutoff, start, start + side * reach)
  }
  return [expit(onCurve[0] ?? exact(-1)), expit(onCurve[1] ?? exact(1))]
}

/**
 * The p (1 − p) of the last step but one of fitting a constant by weighted least squares again and again, which is what R's λ is made
 * of; it is 1e-4 from the last, and moves a likelihood limit by 2e-6. Source: R `glm.fit`, epsilon 1e-8, `binomial()$initialize`.
 * @param scale makes the weights 1 on average
 * @returns null where a weight is negative or the steps do not settle
 */
export const stoppedVariance = (values: Float64Array, weights: Float64Array, scale: number): number | null => {
  let [top, bottom, total, ones, firstLoss] = [0, 0, 0, 0, 0]
  for (let i = 0; i < weights.length; i += 1) {
    const w = weights[i] * scale
    if (w < 0) return null
    if (w === 0) continue
    const y = values[i]
    const mu = (w * y + 0.5) / (w + 1)
    const working = mu * (1 - mu)
    top += w * working * (Math.log(mu / (1 - mu)) + (y - mu) / working)
    bottom += w * working
    total += w
    ones += w * y
    firstLoss -= 2 * w * Math.log(y === 1 ? mu : 1 - mu)
  }
  let [eta, loss, binomial] = [top / bottom, firstLoss, bottom / total]
  for (let step = 0; step < 25; step += 1) {
    const mu = expit(eta)
    const next = -2 * (ones * Math.log(mu) + (total - ones) * Math.log(1 - mu))
    if (!Number.isFinite(next)) return null
    if (Math.abs(next - loss) / (Math.abs(next) + 0.1) < 1e-8) return binomial
    binomial = mu * (1 - mu)
    loss = next
    eta += (ones / total - mu) / binomial
  }
  return null
}

const limitsOnCurve = (
  signedRoot: (eta: number) => number,
  start: number,
  standardError: number,
  n: number,
  cutoff: number,
): readonly [number | null, number | null] => {
  const reach = -studentQuantile(normalCdf(-cutoff) / 4, n - 1)
  const points: [number, number][] = [[start, 0]]
  for (const side of [-1, 1]) {
    let z = 0
    for (let step = 1; step < 10 && Math.abs(z) < reach; step += 1) {
      const eta = start + side * step * (reach / 5) * standardError
      z = signedRoot(eta)
      points.push([eta, z])
    }
  }
  if (!points.every(([eta, z]) => Number.isFinite(eta) && Number.isFinite(z))) return [null, null]
  points.sort(([a], [b]) => a - b)
  const x = points.map(([eta]) => eta)
  const curve = cubicSpline(
    x,
    points.map(([, z]) => z),
  )
  const [low, high, count] = [x[0], x[x.length - 1], 3 * x.length]
  const grid = Array.from({ length: count }, (_, k) => low + ((high - low) / (count - 1)) * k)
  const heights = grid.map(curve)
  return [readAt(-cutoff, heights, grid), readAt(cutoff, heights, grid)]
}

const readAt = (height: number, heights: readonly number[], grid: readonly number[]): number | null => {
  for (let k = 1; k < grid.length; k += 1)
    if (heights[k - 1] <= height && height <= heights[k])
      return grid[k - 1] + ((grid[k] - grid[k - 1]) * (height - heights[k - 1])) / (heights[k] - heights[k - 1])
  return null
}

/** 2 (p log(p/θ) + (1 − p) log((1 − p)/(1 − θ))), θ being expit(eta). */
const binomialDeviance = (p: number, eta: number): number => {
  // log θ and log(1 − θ) without the loss of 1 − θ.
  const [logOne, logOther] = [-Math.log1p(Math.exp(-eta)), -Math.log1p(Math.exp(eta))]
  return 2 * (p * (Math.log(p) - logOne) + (1 - p) * (Math.log1p(-p) - logOther))
}

export const expit = (eta: number): number =>
  eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta))
