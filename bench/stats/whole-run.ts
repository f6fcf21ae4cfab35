// Everything once in a process of its own, for its memory: weights, 30 distributions, 30 tests and a bootstrap.
import { bootstrapOurs, distributionsOurs, rakeOurs, raoScottOurs, surveyOf } from './ours.ts'
import { makePanel } from './panel.ts'
import { say } from './timed.ts'

const [n, replicates] = process.argv.slice(2).map(Number)
const survey = surveyOf(makePanel(n))
const begun = performance.now()
const { design } = rakeOurs(survey)
const parts = distributionsOurs(survey, design).length + raoScottOurs(survey, design).length
const steps = bootstrapOurs(survey, replicates, 'bench', 1)
while (steps.next() === null);
say({ parts, seconds: (performance.now() - begun) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 })
