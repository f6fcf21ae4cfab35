import { z } from 'zod'
import { readDay } from '#platform/http/fields.ts'
import { choiceNames } from './choice-names.ts'
import { decide, proposalKey, type Choices } from './decide.ts'
import type { Diff } from './diff/diff.ts'
import type { Texts } from './texts.nl.ts'

export type ReadChoices = { ok: true; shown: string; choices: Choices } | { ok: false; errors: Record<string, string> }

export const choicesForm = z.record(z.string(), z.union([z.string(), z.instanceof(File)]))

type Typed = z.infer<typeof choicesForm>

/** Parses the answers on a preview. Ids and lines that the diff does not hold are passed over. */
export const readChoices = (typed: Typed, diff: Diff, words: Texts['preview']): ReadChoices => {
  const said = (name: string): string => {
    const value = typed[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const proposals = new Map<string, 'same' | 'other'>()
  for (const kind of ['pupils', 'staff'] as const)
    for (const { line } of diff[kind].proposals) {
      const answer = said(choiceNames.proposal(kind, line))
      if (answer === 'same' || answer === 'other') proposals.set(proposalKey(kind, line), answer)
    }
  const wish = said(choiceNames.missing)
  const ends = wish === 'kiezen' || wish === 'allemaal'
  const missing = [...diff.pupils.missing, ...diff.staff.missing, ...diff.guardians.missing, ...diff.groups.missing]
  const end =
    wish === 'allemaal'
      ? 'all'
      : new Set(missing.map(({ id }) => id).filter((id) => said(choiceNames.leaver(id)) !== ''))
  const endOn = readDay(said(choiceNames.endOn))
  const errors: Record<string, string> = {}
  if (ends && end !== 'all' && end.size === 0) errors[choiceNames.missing] = words.endNobody
  if (ends && endOn === null)
    errors[choiceNames.endOn] = said(choiceNames.endOn) === '' ? words.endOnMissing : words.endOnWrong
  const choices: Choices = {
    endOn: ends ? endOn : null,
    end,
    allowLeavers: said(choiceNames.allowLeavers) !== '',
    strict: false,
    proposals,
  }
  const decided = decide(diff, choices)
  if (!decided.ok && decided.fault.code === 'leavers') errors[choiceNames.allowLeavers] = words.allowLeaversMissing
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, shown: said(choiceNames.shown), choices }
}
