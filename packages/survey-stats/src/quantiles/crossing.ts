/**
 * Where a function that may go in steps passes 0 between two ends, to a tolerance. The steps of Brent (1973), ch. 4, as R's `uniroot`
 * takes them, so that the answer is on the same side of a step.
 * @returns null when both ends are on the same side of 0
 */
export const crossingOf = (f: (x: number) => number, low: number, high: number, tolerance: number): number | null => {
  let [a, b, fa, fb] = [low, high, f(low), f(high)]
  if (fa === 0) return a
  if (fb === 0) return b
  if (!(fa * fb < 0)) return null
  let [c, fc] = [a, fa]
  for (let times = 0; times < 1000; times += 1) {
    const before = b - a
    if (Math.abs(fc) < Math.abs(fb)) {
      ;[a, b, c] = [b, c, b]
      ;[fa, fb, fc] = [fb, fc, fb]
    }
    const near = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2
    let step = (c - b) / 2
    if (Math.abs(step) <= near || fb === 0) return b
    if (Math.abs(before) >= near && Math.abs(fa) > Math.abs(fb))
      step = interpolatedStep({ a, b, c, fa, fb, fc, near, step, before })
    if (Math.abs(step) < near) step = step > 0 ? near : -near
    ;[a, fa] = [b, fb]
    b += step
    fb = f(b)
    if ((fb > 0 && fc > 0) || (fb < 0 && fc < 0)) [c, fc] = [a, fa]
  }
  return b
}

type State = Readonly<Record<'a' | 'b' | 'c' | 'fa' | 'fb' | 'fc' | 'near' | 'step' | 'before', number>>

const interpolatedStep = ({ a, b, c, fa, fb, fc, near, step, before }: State): number => {
  const gap = c - b
  let [p, q] = [0, 0]
  if (a === c) {
    const ratio = fb / fa
    ;[p, q] = [gap * ratio, 1 - ratio]
  } else {
    const [r, s, t] = [fa / fc, fb / fc, fb / fa]
    p = t * (gap * r * (r - s) - (b - a) * (s - 1))
    q = (r - 1) * (s - 1) * (t - 1)
  }
  if (p > 0) q = -q
  else p = -p
  return p < 0.75 * gap * q - Math.abs(near * q) / 2 && p < Math.abs((before * q) / 2) ? p / q : step
}
