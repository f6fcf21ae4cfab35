import type { FC } from 'hono/jsx'
import { useTexts } from '../layout/language.ts'
import { Icon } from '../part/icon.tsx'
import type { FieldErrors } from './field.tsx'

/** Key of an error that belongs to the form as a whole: it stands in the summary without a link. */
export const formError = ''

export interface ErrorSummaryProps {
  errors: FieldErrors
  /** The ids of controls whose id is not their name. */
  ids?: Readonly<Record<string, string>> | undefined
}

/**
 * What is wrong with this form, first on the page and with focus, each line a link to its field in the field's own words.
 * Renders nothing without errors.
 */
export const ErrorSummary: FC<ErrorSummaryProps> = ({ errors, ids = {} }) => {
  const words = useTexts()
  const lines = Object.entries(errors).filter(([, message]) => message)
  if (lines.length === 0) return null
  return (
    <div class="wrong-box" role="alert" tabindex={-1} autofocus aria-labelledby="er-is-een-probleem">
      <h2 id="er-is-een-probleem">
        <Icon name="attention" />
        {words.wrongTitle}
      </h2>
      <ul>
        {lines.map(([name, message]) => (
          <li>{name === formError ? message : <a href={`#${ids[name] ?? name}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
