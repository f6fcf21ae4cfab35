import type { FC } from 'hono/jsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { spokenIn, type Lang } from '#ui/layout/frame.ts'
import { Name } from '#ui/part/name.tsx'
import { shownBy, type OwnSight } from '../choice.ts'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

interface OwnLineProps {
  lang: Lang
  sight: OwnSight
  /** This page for one child, with what it is to show this once. */
  hrefOf: (pupil: string, shown: string) => string
}

/** What can be shown when asked, and one quiet line when something is off. Nothing for who chose nothing. */
export const OwnLine: FC<OwnLineProps> = ({ lang, sight, hrefOf }) => {
  if (!sight.leavesOut) return null
  const { own } = texts(lang)
  return (
    <div class="stack-s no-print" {...spokenIn(lang === 'en' ? 'en' : 'nl', lang)}>
      {sight.asks.length > 0 && (
        <ul class="lines">
          {sight.asks.map(({ pupil, name, category }) => (
            <li>
              <a class="link-row" href={hrefOf(pupil, shownBy[category])}>
                <Name>{own.show[category](name)}</Name>
              </a>
            </li>
          ))}
        </ul>
      )}
      {sight.off && (
        <p class="small muted">
          {own.off} <a href={paths.sight}>{own.offLink}</a>
        </p>
      )}
    </div>
  )
}

/** That somebody waits for the answer of this pupil, or of this mentor. */
export const WaitingLine: FC<{ lang: Lang; who: 'pupil' | 'staff'; waiting: number }> = ({ lang, who, waiting }) => {
  const { waiting: words } = texts(lang).own
  return waiting === 0 ? null : (
    <p {...spokenIn(lang === 'en' ? 'en' : 'nl', lang)}>
      <ButtonLink href={paths.sight} look="plain" icon="person">
        {who === 'pupil' ? words.pupil : words.staff(waiting)}
      </ButtonLink>
    </p>
  )
}
