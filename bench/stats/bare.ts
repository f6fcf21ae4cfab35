// What a good programmer writes by hand for these very numbers: loops over the arrays, for this panel and nothing else.
import { answers, education, levelCounts, totals, type Panel } from './panel.ts'

const cellCount = levelCounts.reduce((product, levels) => product * levels, 1)
const groups = levelCounts[education]

/** The level of each cell in each margin. */
const levelsOfCells = levelCounts.map((levels, m) => {
  const stride = levelCounts.slice(m + 1).reduce((product, own) => product * own, 1)
  return Uint8Array.from({ length: cellCount }, (_, cell) => Math.floor(cell / stride) % levels)
})

/** A factor per cell, from the sums of the start weights. */
const rakeCells = (sums: Float64Array): Float64Array => {
  const weights = sums.slice()
  for (let round = 0; round < 100; round += 1) {
    let off = 0
    levelsOfCells.forEach((levels, m) => {
      const reached = new Float64Array(levelCounts[m])
      for (let c = 0; c < cellCount; c += 1) reached[levels[c]] += weights[c]
      for (let level = 0; level < reached.length; level += 1) {
        reached[level] = totals[m][level] / reached[level]
        off = Math.max(off, Math.abs(reached[level] - 1))
      }
      for (let c = 0; c < cellCount; c += 1) weights[c] *= reached[levels[c]]
    })
    if (off < 1e-11) break
  }
  for (let c = 0; c < cellCount; c += 1) weights[c] = sums[c] === 0 ? 0 : weights[c] / sums[c]
  return weights
}

/** A weight per respondent. */
export const rakeBare = ({ n, margins: [a, b, c, d], start }: Panel): Float64Array => {
  const sums = new Float64Array(cellCount)
  for (let i = 0; i < n; i += 1) sums[((a[i] * 4 + b[i]) * 3 + c[i]) * 12 + d[i]] += start[i]
  const factors = rakeCells(sums)
  const weights = new Float64Array(n)
  for (let i = 0; i < n; i += 1) weights[i] = start[i] * factors[((a[i] * 4 + b[i]) * 3 + c[i]) * 12 + d[i]]
  return weights
}

export const codeCells = ({ n, margins: [a, b, c, d] }: Panel): Uint16Array => {
  const cells = new Uint16Array(n)
  for (let i = 0; i < n; i += 1) cells[i] = ((a[i] * 4 + b[i]) * 3 + c[i]) * 12 + d[i]
  return cells
}

/** The rows of each cell, with the weight they have. */
const describe = (cells: Uint16Array, weights: Float64Array): { sizes: Float64Array; own: Float64Array } => {
  const [sizes, own] = [new Float64Array(cellCount), new Float64Array(cellCount)]
  for (let i = 0; i < cells.length; i += 1) {
    sizes[cells[i]] += 1
    own[cells[i]] = weights[i]
  }
  return { sizes, own }
}

const tableOf = (cells: Uint16Array, question: Uint8Array): Int32Array => {
  const counts = new Int32Array(cellCount * answers)
  for (let i = 0; i < cells.length; i += 1) counts[cells[i] * answers + question[i]] += 1
  return counts
}

/** What ten rounds over the margins take out of the cells' means. */
const fitOf = (means: Float64Array, sizes: Float64Array, sizesOfLevels: readonly Float64Array[]): Float64Array => {
  const rest = means.slice()
  for (let round = 0; round < 10; round += 1)
    levelsOfCells.forEach((levels, m) => {
      const sums = new Float64Array(levelCounts[m])
      for (let c = 0; c < cellCount; c += 1) sums[levels[c]] += sizes[c] * rest[c]
      for (let c = 0; c < cellCount; c += 1) rest[c] -= sums[levels[c]] / sizesOfLevels[m][levels[c]]
    })
  for (let c = 0; c < cellCount; c += 1) rest[c] = means[c] - rest[c]
  return rest
}

const levelSizes = (sizes: Float64Array): Float64Array[] =>
  levelsOfCells.map((levels, m) => {
    const sums = new Float64Array(levelCounts[m])
    for (let c = 0; c < cellCount; c += 1) sums[levels[c]] += sizes[c]
    return sums
  })

/** Per question the shares of the answers by education, and their standard errors. */
export const distributionsBare = (
  panel: Panel,
  weights: Float64Array,
): { shares: Float64Array; errors: Float64Array }[] => {
  const cells = codeCells(panel)
  const { sizes, own } = describe(cells, weights)
  const sizesOfLevels = levelSizes(sizes)
  const school = levelsOfCells[education]
  const means = new Float64Array(cellCount)
  return panel.questions.map((question) => {
    const counts = tableOf(cells, question)
    const [shares, errors] = [new Float64Array(groups * answers), new Float64Array(groups * answers)]
    const everyone = new Float64Array(groups)
    for (let c = 0; c < cellCount; c += 1)
      for (let k = 0; k < answers; k += 1) {
        everyone[school[c]] += own[c] * counts[c * answers + k]
        shares[school[c] * answers + k] += own[c] * counts[c * answers + k]
      }
    for (let g = 0; g < groups; g += 1)
      for (let k = 0; k < answers; k += 1) {
        const share = (shares[g * answers + k] /= everyone[g])
        for (let c = 0; c < cellCount; c += 1)
          means[c] = school[c] !== g || sizes[c] === 0 ? 0 : (counts[c * answers + k] / sizes[c] - share) / everyone[g]
        const fit = fitOf(means, sizes, sizesOfLevels)
        let [sum, squares] = [0, 0]
        for (let c = 0; c < cellCount; c += 1) {
          const [inside, outside] = school[c] === g ? [(1 - share) / everyone[g], -share / everyone[g]] : [0, 0]
          const [yes, no] = [own[c] * (inside - fit[c]), own[c] * (outside - fit[c])]
          const [have, lack] = [counts[c * answers + k], sizes[c] - counts[c * answers + k]]
          sum += have * yes + lack * no
          squares += have * yes * yes + lack * no * no
        }
        errors[g * answers + k] = Math.sqrt((panel.n / (panel.n - 1)) * (squares - (sum * sum) / panel.n))
      }
    return { shares, errors }
  })
}

/** Rao and Scott's F and its degrees of freedom for each question by education. */
export const raoScottBare = (panel: Panel, weights: Float64Array): { f: number; df: number }[] => {
  const cells = codeCells(panel)
  const { sizes, own } = describe(cells, weights)
  const sizesOfLevels = levelSizes(sizes)
  const school = levelsOfCells[education]
  const size = groups * answers
  return panel.questions.map((question) => {
    const counts = tableOf(cells, question)
    const shares = new Float64Array(size)
    let everyone = 0
    for (let c = 0; c < cellCount; c += 1)
      for (let k = 0; k < answers; k += 1) shares[school[c] * answers + k] += own[c] * counts[c * answers + k]
    for (const share of shares) everyone += share
    for (let k = 0; k < size; k += 1) shares[k] /= everyone
    const fits = Array.from(shares, (share, k) => {
      const means = new Float64Array(cellCount)
      const [g, answer] = [Math.floor(k / answers), k % answers]
      for (let c = 0; c < cellCount; c += 1)
        if (sizes[c] > 0)
          means[c] = ((school[c] === g ? counts[c * answers + answer] / sizes[c] : 0) - share) / everyone
      return fitOf(means, sizes, sizesOfLevels)
    })
    const [covariance, sums, z] = [new Float64Array(size * size), new Float64Array(size), new Float64Array(size)]
    for (let c = 0; c < cellCount; c += 1)
      for (let answer = 0; answer < answers; answer += 1) {
        const rows = counts[c * answers + answer]
        if (rows === 0) continue
        for (let k = 0; k < size; k += 1) z[k] = own[c] * (-shares[k] / everyone - fits[k][c])
        z[school[c] * answers + answer] += own[c] / everyone
        for (let j = 0; j < size; j += 1) {
          sums[j] += rows * z[j]
          for (let k = 0; k <= j; k += 1) covariance[j * size + k] += rows * z[j] * z[k]
        }
      }
    for (let j = 0; j < size; j += 1)
      for (let k = 0; k <= j; k += 1)
        covariance[j * size + k] = covariance[k * size + j] =
          (panel.n / (panel.n - 1)) * (covariance[j * size + k] - (sums[j] * sums[k]) / panel.n)
    return testOf(panel.n, shares, covariance)
  })
}

/** The eigenvalues' sum and that of their squares, from (XᵀD⁻¹X/n)⁻¹ XᵀD⁻¹VD⁻¹X, X being the interactions. */
const testOf = (n: number, shares: Float64Array, covariance: Float64Array): { f: number; df: number } => {
  const size = shares.length
  const [down, across] = [new Float64Array(groups), new Float64Array(answers)]
  for (let k = 0; k < size; k += 1) {
    down[Math.floor(k / answers)] += shares[k]
    across[k % answers] += shares[k]
  }
  let pearson = 0
  for (let k = 0; k < size; k += 1) {
    const expected = down[Math.floor(k / answers)] * across[k % answers]
    pearson += (n * (shares[k] - expected) ** 2) / expected
  }
  const own = (groups - 1) * (answers - 1)
  const interactions = Array.from({ length: own }, (_, at) => {
    const [g, k] = [1 + Math.floor(at / (answers - 1)), 1 + (at % (answers - 1))]
    const column = new Float64Array(size)
    column[g * answers + k] = column[0] = 1
    column[g * answers] = column[k] = -1
    return column.map((one, cell) => one / shares[cell])
  })
  const product = (x: Float64Array, m: (j: number, k: number) => number, y: Float64Array): number => {
    let sum = 0
    for (let j = 0; j < size; j += 1) if (x[j] !== 0) for (let k = 0; k < size; k += 1) sum += x[j] * m(j, k) * y[k]
    return sum
  }
  const left = interactions.map((x) => interactions.map((y) => product(x, (j, k) => (j === k ? shares[k] / n : 0), y)))
  const right = interactions.map((x) => interactions.map((y) => product(x, (j, k) => covariance[j * size + k], y)))
  const effects = solved(left, right)
  let [sum, squares] = [0, 0]
  for (let j = 0; j < own; j += 1) {
    sum += effects[j][j]
    for (let k = 0; k < own; k += 1) squares += effects[j][k] * effects[k][j]
  }
  return { f: pearson / sum, df: (sum * sum) / squares }
}

/** Gauss and Jordan. */
const solved = (left: number[][], right: number[][]): number[][] => {
  for (let p = 0; p < left.length; p += 1)
    for (let row = 0; row < left.length; row += 1) {
      if (row === p) continue
      const factor = left[row][p] / left[p][p]
      for (let k = 0; k < left.length; k += 1) {
        left[row][k] -= factor * left[p][k]
        right[row][k] -= factor * right[p][k]
      }
    }
  return right.map((row, p) => row.map((one) => one / left[p][p]))
}

/** Sends replicate r of a bootstrap through raking, and gives the shares of one question's answers. */
export const bootstrapBare = (panel: Panel, seed: string) => {
  const { n, start } = panel
  const cells = codeCells(panel)
  const question = panel.questions[0]
  const [drawn, weights] = [new Uint8Array(n), new Float64Array(n)]
  return (r: number): Float64Array => {
    drawRows(`${seed}/${r}`, drawn)
    const sums = new Float64Array(cellCount)
    for (let i = 0; i < n; i += 1) sums[cells[i]] += start[i] * drawn[i]
    const factors = rakeCells(sums)
    for (let i = 0; i < n; i += 1) weights[i] = start[i] * drawn[i] * factors[cells[i]]
    const shares = new Float64Array(answers)
    let everyone = 0
    for (let i = 0; i < n; i += 1) {
      everyone += weights[i]
      shares[question[i]] += weights[i]
    }
    return shares.map((share) => share / everyone)
  }
}

/** As many rows as there are, with replacement, by the same random numbers as the package: sfc32. */
const drawRows = (seed: string, into: Uint8Array): void => {
  const n = into.length
  into.fill(0)
  let [a, b, c] = [0x811c9dc5, 0x9e3779b9, 0x7f4a7c15].map((basis) => hashed(seed, basis))
  let counter = 1
  const most = 2 ** 32 - (2 ** 32 % n)
  for (let draw = -15; draw < n;) {
    const out = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + out) | 0
    const word = out >>> 0
    if (draw >= 0 && word >= most) continue
    if (draw >= 0) into[word - Math.floor(word / n) * n] += 1
    draw += 1
  }
}

const hashed = (seed: string, basis: number): number => {
  let h = basis | 0
  for (let i = 0; i < seed.length; i += 1) h = Math.imul(h ^ seed.charCodeAt(i), 16777619)
  h = Math.imul(h ^ (h >>> 16) ^ seed.length, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
