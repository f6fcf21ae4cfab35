import type { Child, FC } from 'hono/jsx'
import { Name } from '../part/name.tsx'
import { Synthetic } from '../part/tag.tsx'
import { Aloud } from './aloud.tsx'
import { Document } from './document.tsx'
import type { Frame } from './frame.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { OnlyDutch, ofReader, ToReader } from './reader.tsx'

export interface PublicFrameProps {
  frame: Frame
  title: string
  school: { name: string; href: string; synthetic: boolean }
  /** Where a reader goes from here: to the door, or to the own pages. */
  door: { href: string; label: string }
  children?: Child
}

/** The page of a school that everybody may read, signed in or not. */
export const PublicFrame: FC<PublicFrameProps> = ({ frame, title, school, door, children }) => (
  <Document frame={frame} title={title}>
    <header class="site-bar">
      <div>
        <a class="name" href={school.href}>
          <Name>{school.name}</Name>
        </a>
        <div class="row" {...ofReader(frame)}>
          <ToReader frame={frame}>
            <Aloud />
            <LanguageSwitch frame={frame} />
          </ToReader>
          <a class="link-row" href={door.href}>
            {door.label}
          </a>
        </div>
      </div>
    </header>
    <main id="inhoud" class="public">
      <OnlyDutch frame={frame} />
      {children}
      {school.synthetic && (
        <p>
          <Synthetic />
        </p>
      )}
    </main>
  </Document>
)
