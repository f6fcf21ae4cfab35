import type { Child, FC } from 'hono/jsx'
import { Icon } from '../part/icon.tsx'
import { Synthetic } from '../part/tag.tsx'
import { Brand } from './brand.tsx'
import { Document } from './document.tsx'
import type { Frame, NavItem } from './frame.ts'
import { useTexts } from './language.ts'
import { Menu } from './menu.tsx'

export interface PhoneFrameProps {
  frame: Frame
  title: string
  wrong?: boolean | undefined
  wide?: boolean | undefined
  children?: Child
}

/** The page of parents and pupils: one column, the menu on top, tabs below once there are two places to go to. */
export const PhoneFrame: FC<PhoneFrameProps> = ({ frame, title, wrong, wide, children }) => {
  const tabs = frame.nav.length >= 2
  return (
    <Document frame={frame} title={title} wrong={wrong}>
      <header class="bar">
        <Brand href={frame.links.home} />
        <Menu frame={frame} />
      </header>
      <main id="inhoud" class={`phone${wide ? ' phone-wide' : ''}${tabs ? ' with-tabs' : ''} stack-l`}>
        {children}
        {frame.synthetic && (
          <p>
            <Synthetic />
          </p>
        )}
      </main>
      {tabs && <Tabs items={frame.nav} />}
    </Document>
  )
}

const Tabs: FC<{ items: readonly NavItem[] }> = ({ items }) => (
  <nav class="tabs" aria-label={useTexts().mainNav}>
    <ul>
      {items.map((item) => (
        <li>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            <Icon name={item.icon} size="large" />
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
