import type { Child, FC } from 'hono/jsx'
import { Icon } from '../part/icon.tsx'
import { Synthetic } from '../part/tag.tsx'
import { uiTexts } from '../texts.ts'
import { Aloud } from './aloud.tsx'
import { Brand } from './brand.tsx'
import { Document } from './document.tsx'
import type { Frame } from './frame.ts'
import { Menu } from './menu.tsx'
import { NavLabel } from './nav-label.tsx'
import { OnlyDutch, ofReader, ToReader } from './reader.tsx'

export interface PhoneFrameProps {
  frame: Frame
  title: string
  wrong?: boolean | undefined
  wide?: boolean | undefined
  children?: Child
}

/** The page of parents and pupils: one column, the menu on top with what is no tab, tabs below once there are two. */
export const PhoneFrame: FC<PhoneFrameProps> = ({ frame, title, wrong, wide, children }) => {
  const tabs = tabsOf(frame)
  const below = tabs.length >= 2
  return (
    <Document frame={frame} title={title} wrong={wrong}>
      <header class="bar" {...ofReader(frame)}>
        <ToReader frame={frame}>
          <Brand href={frame.links.home} />
          <Menu frame={frame} />
          <Aloud />
        </ToReader>
      </header>
      <main id="inhoud" class={`phone${wide ? ' phone-wide' : ''}${below ? ' with-tabs' : ''} stack-l`}>
        <OnlyDutch frame={frame} />
        {children}
        {frame.synthetic && (
          <p>
            <Synthetic />
          </p>
        )}
      </main>
      {below && <Tabs frame={frame} />}
    </Document>
  )
}

const tabsOf = ({ nav }: Frame) => nav.filter(({ place }) => place === 'tab')

const Tabs: FC<{ frame: Frame }> = ({ frame }) => (
  <nav class="tabs" aria-label={uiTexts(frame.reader).mainNav} {...ofReader(frame)}>
    <ul>
      {tabsOf(frame).map((item) => (
        <li>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            <Icon name={item.icon} size="large" />
            <NavLabel item={item} reader={frame.reader} />
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
