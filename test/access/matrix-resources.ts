import { agreementsProbes } from './probes-of-agreements.ts'
import { accountsProbes } from './probes-of-accounts.ts'
import { dayProbes } from './probes-of-day.ts'
import { houseProbes } from './probes-of-house.ts'
import { peopleProbes } from './probes-of-people.ts'
import { resultsProbes } from './probes-of-results.ts'
import { schoolProbes } from './probes-of-school.ts'
import { sightProbes } from './probes-of-sight.ts'
import { toldProbes } from './probes-of-told.ts'
import type { Probe } from './probe.ts'

export type { Probe, Row } from './probe.ts'

/** How each resource of docs/access.md is found, made and changed. */
export const probes: Readonly<Record<string, Probe>> = {
  ...schoolProbes,
  ...peopleProbes,
  ...dayProbes,
  ...toldProbes,
  ...sightProbes,
  ...resultsProbes,
  ...agreementsProbes,
  ...accountsProbes,
  ...houseProbes,
}
