import type { Child, FC } from 'hono/jsx'
import { Aloud } from './aloud.tsx'
import { Brand } from './brand.tsx'
import { Document } from './document.tsx'
import type { Frame } from './frame.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { OnlyDutch, ofReader, ToReader } from './reader.tsx'

export interface DoorFrameProps {
  frame: Frame
  title: string
  wrong?: boolean | undefined
  children?: Child
}

/** The page of who is not signed in: one column for the form, a second for what stands beside it. */
export const DoorFrame: FC<DoorFrameProps> = ({ frame, title, wrong, children }) => (
  <Document frame={frame} title={title} wrong={wrong}>
    <div class="door">
      <header class="door-bar" {...ofReader(frame)}>
        <ToReader frame={frame}>
          <Brand href={frame.links.home} />
          <div class="row">
            <Aloud />
            <LanguageSwitch frame={frame} />
          </div>
        </ToReader>
      </header>
      <main id="inhoud" class="door-main">
        <OnlyDutch frame={frame} />
        {children}
      </main>
    </div>
  </Document>
)
