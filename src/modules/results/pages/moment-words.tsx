import type { FC } from 'hono/jsx'
import { momentInWords } from '#ui/date.ts'
import type { Lang } from '#ui/layout/frame.ts'

const days: Readonly<Record<Lang, Intl.DateTimeFormat>> = {
  nl: dayFormat('nl-NL'),
  en: dayFormat('en-GB'),
  tr: dayFormat('tr-TR'),
  ar: dayFormat('ar-u-nu-latn'),
  pl: dayFormat('pl-PL'),
  uk: dayFormat('uk-UA'),
}

function dayFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'Europe/Amsterdam',
  })
}

/** A date to remember, as a leaf of a calendar. The words beside it say the same. */
export const Leaf: FC<{ lang: Lang; at: Date }> = ({ lang, at }) => {
  const parts = new Map(days[lang].formatToParts(at).map(({ type, value }) => [type, value]))
  return (
    <span class="leaf" aria-hidden="true">
      <span>{parts.get('weekday')}</span>
      <b>{parts.get('day')}</b>
      <span>{parts.get('month')}</span>
    </span>
  )
}

/** "op woensdag 15 april om 17.00 uur" for sentences of the texts. */
export const onMoment = (lang: Lang, at: Date): string => `${lang === 'nl' ? 'op ' : 'on '}${momentInWords(lang, at)}`
