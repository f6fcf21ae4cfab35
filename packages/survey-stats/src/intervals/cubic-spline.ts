/**
 * A cubic through each pair of points with one slope and one curvature where they meet, its third derivative at both ends being
 * that of the cubic through the last four points. Source: Forsythe, Malcolm & Moler (1977), ch. 4; R `spline(method = "fmm")`.
 * @param x rising
 * @returns the curve as a function
 */
export const cubicSpline = (x: ArrayLike<number>, y: ArrayLike<number>): ((at: number) => number) => {
  const n = x.length
  const [b, c, d] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  if (n === 2) b[0] = b[1] = (y[1] - y[0]) / (x[1] - x[0])
  if (n > 2) solveSlopes(x, y, b, c, d)
  return (at) => {
    let k = 0
    while (k + 1 < n && at >= x[k + 1]) k += 1
    const off = at - x[k]
    return y[k] + off * (b[k] + off * (c[k] + off * (at < x[0] ? 0 : d[k])))
  }
}

const solveSlopes = (
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
): void => {
  const last = x.length - 1
  d[0] = x[1] - x[0]
  c[1] = (y[1] - y[0]) / d[0]
  for (let i = 1; i < last; i += 1) {
    d[i] = x[i + 1] - x[i]
    b[i] = 2 * (d[i - 1] + d[i])
    c[i + 1] = (y[i + 1] - y[i]) / d[i]
    c[i] = c[i + 1] - c[i]
  }
  b[0] = -d[0]
  b[last] = -d[last - 1]
  c[0] = c[last] = 0
  if (last > 2) {
    c[0] = c[2] / (x[3] - x[1]) - c[1] / (x[2] - x[0])
    c[last] = c[last - 1] / (x[last] - x[last - 2]) - c[last - 2] / (x[last - 1] - x[last - 3])
    c[0] = (c[0] * d[0] * d[0]) / (x[3] - x[0])
    c[last] = (-c[last] * d[last - 1] * d[last - 1]) / (x[last] - x[last - 3])
  }
  for (let i = 1; i <= last; i += 1) {
    const t = d[i - 1] / b[i - 1]
    b[i] -= t * d[i - 1]
    c[i] -= t * c[i - 1]
  }
  c[last] /= b[last]
  for (let i = last - 1; i >= 0; i -= 1) c[i] = (c[i] - d[i] * c[i + 1]) / b[i]
  b[last] = (y[last] - y[last - 1]) / d[last - 1] + d[last - 1] * (c[last - 1] + 2 * c[last])
  for (let i = 0; i < last; i += 1) {
    b[i] = (y[i + 1] - y[i]) / d[i] - d[i] * (c[i + 1] + 2 * c[i])
    d[i] = (c[i + 1] - c[i]) / d[i]
    c[i] *= 3
  }
  c[last] *= 3
  d[last] = d[last - 1]
}
