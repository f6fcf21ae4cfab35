import type { Child, FC } from 'hono/jsx'
import { Icon } from '../part/icon.tsx'
import { Synthetic } from '../part/tag.tsx'
import { Brand } from './brand.tsx'
import { Document } from './document.tsx'
import type { Frame, NavItem } from './frame.ts'
import { useTexts } from './language.ts'
import { Menu } from './menu.tsx'

export interface DeskFrameProps {
  frame: Frame
  title: string
  wrong?: boolean | undefined
  children?: Child
}

/** The page of staff: a side list, the content beside it. Below 1024 px the list becomes a row on top. */
export const DeskFrame: FC<DeskFrameProps> = ({ frame, title, wrong, children }) => (
  <Document frame={frame} title={title} wrong={wrong}>
    <div class="shell">
      <header class="side">
        <Brand href={frame.links.home} />
        {frame.synthetic && <Synthetic />}
        {frame.nav.length > 0 && <SideList items={frame.nav} />}
        <Menu frame={frame} wide />
      </header>
      <main id="inhoud" class="desk stack-l">
        {children}
      </main>
    </div>
  </Document>
)

const SideList: FC<{ items: readonly NavItem[] }> = ({ items }) => (
  <nav aria-label={useTexts().mainNav}>
    <ul>
      {items.map((item) => (
        <li>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            <Icon name={item.icon} />
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
