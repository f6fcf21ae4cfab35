import type { FC } from 'hono/jsx'
import { Button } from '../form/button.tsx'
import { Form } from '../form/form.tsx'
import { Icon } from '../part/icon.tsx'
import { dirOf, type Frame, type Lang } from './frame.ts'
import { useTexts } from './language.ts'

/** Unfolds into a button per language, each named in its own language. Works before signing in, and without script. */
export const LanguageSwitch: FC<{ frame: Frame }> = ({ frame }) => (
  <details class="langs">
    <summary>
      <Icon name="language" />
      <span class="vh">{useTexts().language}: </span>
      <span lang={frame.reader}>{names[frame.reader]}</span>
    </summary>
    <Form frame={frame} action={frame.links.language} class="langs-sheet">
      <input type="hidden" name="back" value={frame.path} />
      {order
        .filter((lang) => lang !== frame.reader)
        .map((lang) => (
          <Button look="link" name="lang" value={lang}>
            <span lang={lang} dir={dirOf(lang)}>
              {names[lang]}
            </span>
          </Button>
        ))}
    </Form>
  </details>
)

const names: Readonly<Record<Lang, string>> = {
  nl: 'Nederlands',
  en: 'English',
  tr: 'Türkçe',
  ar: 'العربية',
  pl: 'Polski',
  uk: 'Українська',
}

const order: readonly Lang[] = ['nl', 'en', 'tr', 'ar', 'pl', 'uk']
