import type { FC } from 'hono/jsx'
import { Check, Choice } from '#ui/form/choice.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Name } from '#ui/part/name.tsx'
import { choiceNames } from '../choice-names.ts'
import { leaversOf } from '../decide.ts'
import { missingLines, type Preview } from '../preview.ts'
import { texts } from '../texts.ts'

/** Above this number they leave together or stay together: nobody ticks hundreds of boxes. */
export const mostBoxes = 50

export interface MissingChoiceProps {
  frame: Frame
  preview: Preview
  errors: FieldErrors
  values: Readonly<Record<string, string>>
}

/** What happens to who is not in the file. Leaving them is chosen beforehand: it changes nothing for anyone. */
export const MissingChoice: FC<MissingChoiceProps> = ({ frame, preview, errors, values }) => {
  const words = texts(frame.lang).preview
  const lines = missingLines(preview.diff)
  const boxes = lines.length <= mostBoxes
  return (
    <>
      <Choice
        name={choiceNames.missing}
        label={words.missingChoice}
        error={errors[choiceNames.missing]}
        value={values[choiceNames.missing] ?? 'blijven'}
        options={[
          { value: 'blijven', label: words.leave, line: words.leaveLine },
          ...(boxes ? [{ value: 'kiezen', label: words.pick, line: words.pickLine }] : []),
          { value: 'allemaal', label: words.leaveAll, line: words.leaveAllLine },
        ]}
      />
      {boxes && (
        <fieldset class="field">
          <legend>{words.ends}</legend>
          <div class="choices">
            {lines.map(({ id, who, kind }) => {
              const name = choiceNames.leaver(id)
              const label = <Name>{who}</Name>
              return (
                <Check
                  name={name}
                  label={label}
                  line={texts(frame.lang).kindWords[kind]}
                  checked={values[name] !== undefined}
                />
              )
            })}
          </div>
        </fieldset>
      )}
      <TextField
        name={choiceNames.endOn}
        label={words.endOn}
        hint={words.endOnHint}
        error={errors[choiceNames.endOn]}
        value={values[choiceNames.endOn]}
        short
      />
    </>
  )
}

/** Asks a second yes where many leave: by the file itself, or by what may be chosen here. */
export const LeaversCheck: FC<MissingChoiceProps> = ({ frame, preview, errors, values }) => {
  const words = texts(frame.lang).preview
  const { diff, decision } = preview
  const byFile = leaversOf(decision).pupils
  const kinds = ['pupils', 'staff', 'guardians'] as const
  const over = kinds
    .map((kind) => ({
      found: diff[kind].missing.length + (kind === 'pupils' ? byFile : 0),
      wanted: diff.current[kind],
    }))
    .find(({ found, wanted }) => found > wanted * 0.1)
  if (!over) return null
  return (
    <Check
      name={choiceNames.allowLeavers}
      label={words.allowLeavers}
      line={words.allowLeaversLine(String(over.found), String(over.wanted))}
      error={errors[choiceNames.allowLeavers]}
      checked={values[choiceNames.allowLeavers] !== undefined}
    />
  )
}
