import type { Child, FC } from 'hono/jsx'
import { useTexts } from './language.ts'

export interface Crumb {
  label: string
  /** Left out for the page itself. */
  href?: string | undefined
}

export interface PageHeadProps {
  title: Child
  /** One line under the title. */
  line?: Child
  crumbs?: readonly Crumb[] | undefined
  /** Links or buttons at the end of the line. */
  deeds?: Child
}

/** The head of a page: where it stands, its h1, one line, and its deeds. */
export const PageHead: FC<PageHeadProps> = ({ title, line, crumbs, deeds }) => {
  const head = (
    <div class="title">
      {crumbs && <Crumbs items={crumbs} />}
      <h1>{title}</h1>
      {line && <p>{line}</p>}
    </div>
  )
  if (!deeds) return head
  return (
    <div class="row spread">
      {head}
      <div class="row no-print">{deeds}</div>
    </div>
  )
}

export const Crumbs: FC<{ items: readonly Crumb[] }> = ({ items }) => (
  <nav aria-label={useTexts().here}>
    <ol class="crumbs">
      {items.map(({ label, href }) => (
        <li>{href === undefined ? label : <a href={href}>{label}</a>}</li>
      ))}
    </ol>
  </nav>
)
