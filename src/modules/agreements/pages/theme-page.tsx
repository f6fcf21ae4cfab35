import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import type { FieldErrors } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { bodies } from '../council-rights.data.ts'
import type { Typed } from '../draft-fields.ts'
import type { Theme } from '../kinds/kinds.ts'
import { firstUpper } from '../first-upper.ts'
import { paths } from '../paths.ts'
import { catalogue, texts } from '../texts.ts'

export interface ThemePageProps {
  frame: Frame
  school: string
  theme: Theme
  /** Stands on the public page already, and can be taken off. */
  isSaid: boolean
  typed: Typed
  errors: FieldErrors
}

/** Says openly what holds as long as a theme is not agreed. */
export const ThemePage: FC<ThemePageProps> = ({ frame, school, theme, isSaid, typed, errors }) => {
  const { lang } = frame
  const words = texts(lang).theme
  const title = words.title(catalogue(lang).themes[theme].name)
  const field = (name: string) => ({ name, value: typed[name], error: errors[name] })
  return (
    <DeskFrame frame={frame} title={title} wrong={Object.keys(errors).length > 0}>
      <ErrorSummary errors={errors} />
      <PageHead
        title={title}
        line={words.line}
        crumbs={[{ label: texts(lang).keep.title, href: paths.ofSchool(school) }, { label: title }]}
      />
      <Form frame={frame} action={paths.theme(theme, school)} class="stack prose">
        <TextArea {...field('meanwhile')} label={words.meanwhile} rows={3} />
        <Choice
          {...field('body')}
          label={words.body}
          options={bodies.map((value) => ({
            value,
            label: firstUpper(lang, texts(lang).bodies[value]),
          }))}
        />
        <TextField {...field('talkedOn')} label={words.talkedOn} hint={words.talkedHint} autocomplete="off" />
        <p>
          <Button look="main">{words.submit}</Button>
        </p>
      </Form>
      {isSaid && (
        <Form frame={frame} action={paths.themeEnd(theme, school)}>
          <Button look="plain">{words.remove}</Button>
        </Form>
      )}
    </DeskFrame>
  )
}
