import type { FC } from 'hono/jsx'
import { Check, Choice } from '#ui/form/choice.tsx'
import { FieldWords, type FieldErrors } from '#ui/form/field.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { Lang } from '#ui/layout/frame.ts'
import { Name } from '#ui/part/name.tsx'
import { eventKinds } from '../event.ts'
import { texts } from '../texts.ts'

export interface EventFormState {
  stages: readonly string[]
  groups: readonly { id: string; name: string }[]
  errors?: FieldErrors | undefined
  values?: Readonly<Record<string, string>> | undefined
}

/** The fields of an event, for adding one and for changing it. */
export const EventFields: FC<{ lang: Lang; form: EventFormState }> = ({ lang, form }) => {
  const { form: words, kinds } = texts(lang)
  const { errors = {}, values = {} } = form
  const field = (name: string) => ({ name, error: errors[name], value: values[name] })
  return (
    <>
      <Select
        {...field('kind')}
        label={words.kind}
        empty={words.kindMissing}
        options={eventKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
      />
      <TextField {...field('name')} label={words.name} hint={words.nameHint} />
      <div class="pair">
        <TextField {...field('firstDay')} label={words.first} hint={words.dayHint} autocomplete="off" />
        <TextField {...field('lastDay')} label={words.last} hint={words.lastHint} autocomplete="off" />
      </div>
      <div class="pair">
        <TextField {...field('starts')} label={words.starts} hint={words.startsHint} autocomplete="off" />
        <TextField {...field('ends')} label={words.ends} hint={words.startsHint} autocomplete="off" />
      </div>
      <TextArea {...field('line')} label={words.line} hint={words.lineHint} rows={2} />
      <Whom lang={lang} form={form} />
    </>
  )
}

const Whom: FC<{ lang: Lang; form: EventFormState }> = ({ lang, form }) => {
  const { form: words, audience } = texts(lang)
  const { stages, groups, errors = {}, values = {} } = form
  const shown = stages.length > 1 ? stages : []
  return (
    <>
      <Choice
        name="whom"
        label={words.whom}
        error={errors['whom']}
        value={values['whom'] ?? 'school'}
        options={[
          { value: 'school', label: words.school },
          ...shown.map((stage) => ({ value: `stage-${stage}`, label: audience.stages[stage] ?? stage })),
          ...(groups.length > 0 ? [{ value: 'groups', label: words.groups }] : []),
        ]}
      />
      {groups.length > 0 && (
        <fieldset class={errors['groups'] ? 'field field-wrong for-groups' : 'field for-groups'}>
          <legend>{words.groupsTitle}</legend>
          <FieldWords id="groups" hint={undefined} error={errors['groups']} />
          <div class="boxes" id="groups" tabindex={-1}>
            {groups.map(({ id, name }) => (
              <Check name={`groep-${id}`} label={<Name>{name}</Name>} checked={values[`groep-${id}`] !== undefined} />
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}
