import type { FC } from 'hono/jsx'
import { dateInWords } from '#ui/date.ts'
import { Choice } from '#ui/form/choice.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Name } from '#ui/part/name.tsx'
import { Section } from '#ui/part/section.tsx'
import { choiceNames } from '../choice-names.ts'
import type { Preview } from '../preview.ts'
import { texts } from '../texts.ts'

/** Who in the file may be somebody of the school. Nothing is chosen beforehand but to leave it open. */
export const Proposals: FC<{ frame: Frame; preview: Preview; values: Readonly<Record<string, string>> }> = ({
  frame,
  preview,
  values,
}) => {
  const words = texts(frame.lang).preview
  const { pupils, staff } = preview.diff
  const all = [
    ...pupils.proposals.map((one) => ({ ...one, kind: 'pupils' as const })),
    ...staff.proposals.map((one) => ({ ...one, kind: 'staff' as const })),
  ]
  if (all.length === 0) return null
  return (
    <Section id="misschien" title={words.proposalsTitle(all.length)}>
      <p class="muted">{words.proposalsLine}</p>
      {all.map(({ kind, line, who, born }) => {
        const name = choiceNames.proposal(kind, line)
        const label = (
          <>
            <Name>{who}</Name>
            {born !== null && `, ${words.born(dateInWords(frame.lang, born))}`} ({words.line.toLowerCase()} {line})
          </>
        )
        return (
          <Choice
            name={name}
            label={label}
            value={values[name] ?? 'open'}
            options={[
              { value: 'open', label: words.proposalOpen },
              { value: 'same', label: words.proposalSame },
              { value: 'other', label: words.proposalOther },
            ]}
          />
        )
      })}
    </Section>
  )
}
