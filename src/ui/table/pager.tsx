import type { FC } from 'hono/jsx'
import { useTexts } from '../layout/language.ts'

export interface PagerProps {
  /** Counts from 1. */
  page: number
  pages: number
  /** The address of a page, made by the route so that filters stay. */
  hrefOf: (page: number) => string
}

/** Back and forth through a long list. Renders nothing for a single page. */
export const Pager: FC<PagerProps> = ({ page, pages, hrefOf }) => {
  const words = useTexts()
  if (pages < 2) return null
  return (
    <nav class="pager" aria-label={words.pages}>
      <span>{words.pageOf(page, pages)}</span>
      <ul>
        {page > 1 && (
          <li>
            <a class="link-row" rel="prev" href={hrefOf(page - 1)}>
              {words.previous}
            </a>
          </li>
        )}
        {page < pages && (
          <li>
            <a class="link-row" rel="next" href={hrefOf(page + 1)}>
              {words.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
