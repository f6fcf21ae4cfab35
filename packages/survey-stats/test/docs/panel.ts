import { categorical, numeric, rake, seeded, surveyDesign } from '../../src/index.ts'

// A made-up panel of 240 parents at 24 schools: the numbers come from a seed and say nothing of anybody.
const { uniform, below } = seeded('parents')
const parents = Array.from({ length: 240 }, (_, i) => {
  const school = Math.floor(i / 10)
  const education = ['low', 'middle', 'high', 'high'][below(4)] ?? 'high'
  const isContent = uniform() < (education === 'low' ? 0.45 : 0.65) + (school % 4) / 20
  return { school, education, content: isContent ? 'yes' : 'no', hours: 1 + below(6) + (education === 'high' ? 1 : 0) }
})

export const n = parents.length
export const schools = parents.map(({ school }) => school)
export const education = categorical(
  parents.map((parent) => parent.education),
  ['low', 'middle', 'high'],
)
export const content = categorical(
  parents.map((parent) => parent.content),
  ['yes', 'no'],
)
export const gender = categorical(Array.from({ length: n }, (_, i) => (i % 5 < 3 ? 'f' : 'm')))
/** Hours a week that a child uses AI for school. */
export const hours = numeric(parents.map((parent) => parent.hours))

export const margins = [
  { name: 'education', column: education, totals: { low: 6000, middle: 9000, high: 9000 } },
  { name: 'gender', column: gender, totals: { f: 12_240, m: 11_760 } },
]
/** One sampling unit per parent, start weights of 100. */
export const design = surveyDesign({ weights: new Float64Array(n).fill(100) })
/** Schools were sampled, and all ten parents of each. */
export const bySchool = surveyDesign({ weights: new Float64Array(n).fill(100), clusters: [schools] })
export const weighted = rake(design, margins).design
