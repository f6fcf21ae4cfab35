// Raking alone, of more respondents than anybody asks, for its memory.
import { rakeOurs, surveyOf } from './ours.ts'
import { makePanel } from './panel.ts'
import { say } from './timed.ts'

const survey = surveyOf(makePanel(Number(process.argv[2]), 0))
const begun = performance.now()
const { report } = rakeOurs(survey)
const seconds = (performance.now() - begun) / 1000
const off = report.furthest?.off ?? NaN
if (!(off < 1e-9)) throw new Error(`the margins are off by ${off}`)
say({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 })
