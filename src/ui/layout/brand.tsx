import type { FC } from 'hono/jsx'

/** The mark of the product: two voices. Links home. */
export const Brand: FC<{ href: string }> = ({ href }) => (
  <a class="brand" href={href}>
    <svg viewBox="0 0 32 28" aria-hidden="true">
      <path class="b" d="M13 9h16v12h-4v5l-6-5h-6z" />
      <path class="a" d="M3 2h17v13h-9l-5 4.500V15H3z" />
    </svg>
    Samenspraak
  </a>
)
