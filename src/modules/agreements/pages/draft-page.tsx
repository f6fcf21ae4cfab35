import type { FC } from 'hono/jsx'
import type { PickedSchool } from '#modules/school/index.ts'
import { dateInWords } from '#ui/date.ts'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { Check, Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { FieldWords, type FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame, Lang } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { Fold } from '#ui/part/fold.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Card, Section } from '#ui/part/section.tsx'
import type { Agreement } from '../agreement.ts'
import type { Right } from '../council-rights.data.ts'
import { boxName, fieldName, scopeValues, type Offer, type Typed } from '../draft-fields.ts'
import { isOption, type Field } from '../kinds/field.ts'
import { kindsOf, shapeOf, themes, type Kind } from '../kinds/kinds.ts'
import { paths } from '../paths.ts'
import type { Level } from '../scope.ts'
import { catalogue, kindWords, texts } from '../texts.ts'

export interface ChoosePageProps {
  frame: Frame
  picked: PickedSchool
  /** The kinds the reader may draft something of. */
  kinds: readonly Kind[]
}

/** Every kind of agreement, with examples to begin from and what a council asks about it. */
export const ChoosePage: FC<ChoosePageProps> = ({ frame, picked, kinds }) => {
  const { lang } = frame
  const words = texts(lang).choose
  const school = picked.school.id
  return (
    <DeskFrame frame={frame} title={words.title}>
      <PageHead
        title={words.title}
        line={words.line}
        crumbs={[{ label: texts(lang).keep.title, href: paths.ofSchool(school) }, { label: words.title }]}
      />
      <LinkSwitch
        label={words.school}
        items={picked.schools.map(({ id, name }) => ({ href: paths.fresh(id), label: name, current: id === school }))}
      />
      {kinds.length === 0 && <Empty>{words.nothing}</Empty>}
      {themes
        .map((theme) => ({ theme, own: kindsOf(theme).filter((kind) => kinds.includes(kind)) }))
        .filter(({ own }) => own.length > 0)
        .map(({ theme, own }) => (
          <Card id={`onderwerp-${theme}`} title={catalogue(lang).themes[theme].name}>
            <div class="stack-l">
              {own.map((kind) => (
                <KindPart lang={lang} kind={kind} school={school} />
              ))}
            </div>
          </Card>
        ))}
      <Card id="stappen" title={words.steps}>
        <ol class="numbered">
          {catalogue(lang).steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </Card>
    </DeskFrame>
  )
}

const KindPart: FC<{ lang: Lang; kind: Kind; school: string }> = ({ lang, kind, school }) => {
  const words = texts(lang)
  const { name, starters, questions } = kindWords(lang, kind)
  return (
    <div class="stack-s" id={`soort-${kind}`}>
      <h3>{name}</h3>
      {shapeOf(kind).enforcer === null && <p class="muted small">{words.notEnforced}</p>}
      <p class="row">
        {Object.keys(shapeOf(kind).starters).map((start) => (
          <ButtonLink href={paths.freshOf(school, kind, start)} look="plain">
            {starters[start]?.name}
          </ButtonLink>
        ))}
        <a class="link-row" href={paths.freshOf(school, kind, 'leeg')}>
          {words.choose.empty}
          <span class="vh">: {name}</span>
        </a>
      </p>
      <Fold title={words.choose.questionsOf(name)}>
        <ul>
          {questions.map((question) => (
            <li>{question}</li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}

export interface DraftPageProps {
  frame: Frame
  school: string
  kind: Kind
  offer: Offer
  rights: readonly Right[]
  /** The draft that is changed, or null for a new one. */
  kept: Agreement | null
  /** The version it is to take the place of. */
  follows: Agreement | null
  typed: Typed
  errors: FieldErrors
}

/** The form of one agreement: for whom, its parameters, its three lines. */
export const DraftPage: FC<DraftPageProps> = (props) => {
  const { frame, school, kind, kept, follows, errors } = props
  const { lang } = frame
  const words = texts(lang).form
  const title = kept === null ? words.title(kindWords(lang, kind).name) : words.changeTitle
  const mayWrite = scopeValues(props.offer).length > 0
  return (
    <DeskFrame frame={frame} title={title} wrong={Object.keys(errors).length > 0}>
      {mayWrite && <ErrorSummary errors={errors} />}
      <PageHead
        title={title}
        crumbs={[{ label: texts(lang).keep.title, href: paths.ofSchool(school) }, { label: title }]}
        line={follows === null ? undefined : words.follows(dateInWords(lang, follows.startsOn ?? follows.writtenOn))}
      />
      {mayWrite ? <DraftForm {...props} /> : <Empty>{words.others}</Empty>}
      <Rights lang={lang} rights={props.rights} />
    </DeskFrame>
  )
}

const DraftForm: FC<DraftPageProps> = (props) => {
  const { frame, school, kind, kept, follows, typed, errors } = props
  const { lang } = frame
  const words = texts(lang).form
  return (
    <Form frame={frame} action={kept === null ? paths.ofSchool(school) : paths.change(kept.id)} class="stack prose">
      <input type="hidden" name="kind" value={kind} />
      {follows !== null && <input type="hidden" name="follows" value={follows.id} />}
      <ScopeFields {...props} />
      <Section id="regels" title={words.terms}>
        {Object.entries(shapeOf(kind).fields).map(([name, field]) => (
          <TermField
            lang={lang}
            kind={kind}
            levels={follows === null ? props.offer.levels : [follows.scope.level]}
            name={name}
            field={field}
            typed={typed}
            errors={errors}
          />
        ))}
      </Section>
      <Section id="ieder" title={words.lines}>
        <p class="muted">{words.linesHint}</p>
        {(['school', 'parents', 'pupils'] as const).map((role) => (
          <TextArea name={role} label={words[role]} value={typed[role]} error={errors[role]} rows={3} />
        ))}
      </Section>
      <p class="row">
        <Button look="main">{kept === null ? words.submit : words.save}</Button>
        <ButtonLink href={kept === null ? paths.fresh(school) : paths.agreement(kept.id)} look="plain">
          {words.cancel}
        </ButtonLink>
      </p>
    </Form>
  )
}

const ScopeFields: FC<DraftPageProps> = ({ frame, offer, typed, errors, follows }) => {
  const words = texts(frame.lang)
  const values = scopeValues(offer)
  const nameOf = (value: string): string => {
    const of = value.slice(value.indexOf('-') + 1)
    if (value === 'school') return words.form.whole
    if (value === 'subject') return words.form.subjectChoice
    if (value.startsWith('stage-')) return words.form.stage(words.stages[of] ?? of)
    if (value.startsWith('year-')) return words.form.stage(words.year(of))
    const [found] = [...offer.classes, ...offer.pupils].filter(({ id }) => id === of)
    return value.startsWith('class-') ? words.form.classOf(found?.name ?? '') : words.form.stage(found?.name ?? '')
  }
  const value = typed['scope']
  // What takes the place of another is for the same.
  if (follows !== null)
    return (
      <>
        <input type="hidden" name="scope" value={value} />
        {typed['subject'] !== undefined && <input type="hidden" name="subject" value={typed['subject']} />}
      </>
    )
  return (
    <>
      <Select
        name="scope"
        label={words.form.scope}
        empty={words.form.scopeMissing}
        error={errors['scope']}
        value={value}
        options={values.map((one) => ({ value: one, label: nameOf(one) }))}
      />
      {values.includes('subject') && (
        <TextField
          name="subject"
          label={words.form.subject}
          hint={words.form.subjectHint}
          value={typed['subject']}
          error={errors['subject']}
        />
      )}
    </>
  )
}

interface TermFieldProps {
  lang: Lang
  kind: Kind
  /** For whom it can still be. */
  levels: readonly Level[]
  name: string
  field: Field
  typed: Typed
  errors: FieldErrors
}

const TermField: FC<TermFieldProps> = ({ lang, kind, levels, name, field, typed, errors }) => {
  const words = kindWords(lang, kind).fields[name]
  const at = fieldName(name)
  const shared = { name: at, label: words?.label ?? name, hint: words?.hint, error: errors[at] }
  switch (field.type) {
    case 'number':
      return <TextField {...shared} value={typed[at]} inputmode="numeric" autocomplete="off" />
    case 'time':
      return <TextField {...shared} value={typed[at]} autocomplete="off" />
    case 'one':
      return (
        <Choice
          {...shared}
          value={typed[at] ?? field.absent}
          options={field.of
            .filter((option) => levels.some((level) => isOption(field, option, level)))
            .map((option) => ({ value: option, label: words?.options?.[option] ?? option }))}
        />
      )
    case 'some':
      return (
        <fieldset class={errors[at] ? 'field field-wrong' : 'field'}>
          <legend>{shared.label}</legend>
          <FieldWords id={at} hint={shared.hint} error={errors[at]} />
          <div class="boxes" id={at} tabindex={-1}>
            {field.of.map((option) => (
              <Check
                name={boxName(name, option)}
                label={words?.options?.[option] ?? option}
                checked={typed[boxName(name, option)] !== undefined}
              />
            ))}
          </div>
        </fieldset>
      )
  }
}

/** Whom the law asks, with its source. */
const Rights: FC<{ lang: Lang; rights: readonly Right[] }> = ({ lang, rights }) => {
  const words = texts(lang)
  return (
    <Card id="raad" title={words.choose.rights}>
      {rights.length === 0 ? (
        <p>{words.choose.noRight}</p>
      ) : (
        <ul class="lines">
          {rights.map(({ body, asks, source, standing, checkedOn }) => (
            <li>
              <strong>{words.choose.right(words.bodies[body], asks)}</strong>
              <br />
              <small class="muted">
                {words.choose.source(source, dateInWords(lang, checkedOn))}
                {standing === 'inferred' && ` ${words.choose.inferred}`}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
