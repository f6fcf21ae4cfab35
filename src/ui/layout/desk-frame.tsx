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
      <header class="side" {...ofReader(frame)}>
        <ToReader frame={frame}>
          <Brand href={frame.links.home} />
          {frame.synthetic && <Synthetic />}
          <Aloud />
          {frame.nav.length > 0 && <SideList frame={frame} />}
          <Menu frame={frame} wide />
        </ToReader>
      </header>
      <main id="inhoud" class="desk stack-l">
        <OnlyDutch frame={frame} />
        {children}
      </main>
    </div>
  </Document>
)

const SideList: FC<{ frame: Frame }> = ({ frame }) => (
  <nav aria-label={uiTexts(frame.reader).mainNav}>
    <ul>
      {frame.nav.map((item) => (
        <li>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            <Icon name={item.icon} />
            <NavLabel item={item} reader={frame.reader} />
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
