import type { FC } from 'hono/jsx'
import type { Lang } from '#ui/layout/frame.ts'
import { Card } from '#ui/part/section.tsx'
import type { AgreementNews } from '../news-queries.ts'
import { texts } from '../texts.ts'

/** What is new to the reader, or waits for a yes or an answer, each with a link to where that is done. */
export const NewsCard: FC<{ lang: Lang; news: readonly AgreementNews[] }> = ({ lang, news }) =>
  news.length === 0 ? null : (
    <Card id="gevraagd" title={texts(lang).own.news}>
      <ul class="lines">
        {news.map(({ href, text, line }) => (
          <li>
            <a class="link-row" href={href}>
              {text}
            </a>
            {line !== '' && (
              <>
                <br />
                <small class="muted">{line}</small>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
