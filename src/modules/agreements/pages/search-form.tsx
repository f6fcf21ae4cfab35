import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import type { Lang } from '#ui/layout/frame.ts'
import { texts } from '../texts.ts'

export interface SearchFormProps {
  lang: Lang
  action: string
  search: string
  found: readonly unknown[] | null
  /** What stays in the address beside the words. */
  kept?: Readonly<Record<string, string>> | undefined
}

const allOf = (action: string, kept: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(kept).toString()
  return query === '' ? action : `${action}?${query}`
}

/** A search posts nothing. */
const noToken = { csrf: '' }

/** Looks for words in everything that is agreed, and says how much it found. */
export const SearchForm: FC<SearchFormProps> = ({ lang, action, search, found, kept = {} }) => {
  const words = texts(lang).search
  return (
    <div class="stack-s no-print">
      <Form frame={noToken} action={action} method="get" class="row search">
        {Object.entries(kept).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <TextField name="zoek" label={words.label} hint={words.hint} value={search} autocomplete="off" />
        <Button look="plain">{words.submit}</Button>
      </Form>
      {found !== null && (
        <p role="status">
          {found.length === 0 ? words.none(search) : words.found(found.length)}{' '}
          <a href={allOf(action, kept)}>{words.all}</a>
        </p>
      )}
    </div>
  )
}
