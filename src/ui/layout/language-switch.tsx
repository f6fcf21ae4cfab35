import type { FC } from 'hono/jsx'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'
import type { Frame, Lang } from './frame.ts'

/** A button per language that the page is not in, each named in its own language. Works before signing in. */
export const LanguageSwitch: FC<{ frame: Frame }> = ({ frame }) => (
  <Form frame={frame} action={frame.links.language}>
    <input type="hidden" name="back" value={frame.path} />
    {languages
      .filter(({ lang }) => lang !== frame.lang)
      .map(({ lang, name }) => (
        <Button look="link" icon="language" name="lang" value={lang}>
          <span lang={lang}>{name}</span>
        </Button>
      ))}
  </Form>
)

const languages: readonly { lang: Lang; name: string }[] = [
  { lang: 'nl', name: 'Nederlands' },
  { lang: 'en', name: 'English' },
]
