import { rakeBare } from './bare.ts'
import { rakeOurs, surveyOf } from './ours.ts'
import { makePanel } from './panel.ts'
const panel = makePanel(1e6), survey = surveyOf(panel)
for (let i = 0; i < 60; i += 1) { rakeOurs(survey); rakeBare(panel) }
