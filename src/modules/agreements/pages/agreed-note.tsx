import type { FC } from 'hono/jsx'
import type { Lang } from '#ui/layout/frame.ts'
import { Agreed } from '#ui/part/agreed.tsx'
import type { InForce } from '../in-force-queries.ts'
import { paths } from '../paths.ts'
import { scopeWords } from '../scope-words.ts'
import { kindWords, texts } from '../texts.ts'
import { agreedFacts } from './agreed-line.tsx'

/** The double line at the place where software acts on an agreement: what was agreed, for whom, by whom, since when. */
export const AgreedNote: FC<{ lang: Lang; agreement: InForce; today: string }> = ({ lang, agreement, today }) => {
  const words = texts(lang).agreed
  const { name, says } = kindWords(lang, agreement.kind)
  return (
    <Agreed
      items={[{ term: words.who, value: scopeWords(lang, agreement) }, ...agreedFacts(lang, agreement, today)]}
      link={{
        href: paths.agreement(agreement.id),
        label: (
          <>
            {words.more}
            <span class="vh">: {name}</span>
          </>
        ),
      }}
    >
      <strong>{says(agreement.terms).join(' ')}</strong>
    </Agreed>
  )
}
