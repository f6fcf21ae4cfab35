import type { Child, FC } from 'hono/jsx'
import { DeskFrame } from './desk-frame.tsx'
import type { Frame } from './frame.ts'
import { PhoneFrame } from './phone-frame.tsx'

export interface OwnFrameProps {
  frame: Frame
  title: string
  wrong?: boolean | undefined
  /** As wide as the screen allows, for what stands side by side. */
  wide?: boolean | undefined
  children?: Child
}

/** The frame of the role that the reader acts in, for pages that every role has. */
export const OwnFrame: FC<OwnFrameProps> = ({ frame, title, wrong, wide, children }) =>
  frame.desk ? (
    <DeskFrame frame={frame} title={title} wrong={wrong}>
      {children}
    </DeskFrame>
  ) : (
    <PhoneFrame frame={frame} title={title} wrong={wrong} wide={wide}>
      {children}
    </PhoneFrame>
  )
