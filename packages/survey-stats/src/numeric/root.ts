/**
 * Where a function that rises or falls through 0 is 0, between two ends of which the signs differ. Source: Brent (1973), ch. 4.
 * @param tolerance how near, next to the rounding of a double
 * @returns the nearer end when the signs do not differ
 */
export const rootOf = (f: (x: number) => number, low: number, high: number, tolerance = 0): number => {
  let [a, b] = [low, high]
  let [fa, fb] = [f(a), f(b)]
  if (fa === 0) return a
  if (fb === 0) return b
  if (fa > 0 === fb > 0) return Math.abs(fa) < Math.abs(fb) ? a : b
  let [c, fc] = [a, fa]
  let [step, before] = [b - a, b - a]
  for (let times = 0; times < 500; times += 1) {
    if (fb > 0 === fc > 0) {
      ;[c, fc] = [a, fa]
      step = before = b - a
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      ;[a, b, c] = [b, c, b]
      ;[fa, fb, fc] = [fb, fc, fb]
    }
    const near = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2
    const half = (c - b) / 2
    if (Math.abs(half) <= near || fb === 0) return b
    if (Math.abs(before) < near || Math.abs(fa) <= Math.abs(fb)) step = before = half
    else {
      const s = fb / fa
      let [p, q] = [2 * half * s, 1 - s]
      if (a !== c) {
        const [u, v] = [fa / fc, fb / fc]
        p = s * (2 * half * u * (u - v) - (b - a) * (v - 1))
        q = (u - 1) * (v - 1) * (s - 1)
      }
      if (p > 0) q = -q
      else p = -p
      if (2 * p < Math.min(3 * half * q - Math.abs(near * q), Math.abs(before * q))) [before, step] = [step, p / q]
      else step = before = half
    }
    ;[a, fa] = [b, fb]
    b += Math.abs(step) > near ? step : half > 0 ? near : -near
    fb = f(b)
  }
  return b
}
