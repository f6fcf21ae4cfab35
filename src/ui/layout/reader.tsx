import type { Child, FC } from 'hono/jsx'
import { Icon } from '../part/icon.tsx'
import { uiTexts } from '../texts.ts'
import { spokenIn, type Frame } from './frame.ts'
import { Language } from './language.ts'

/** The attributes of an element of the frame: it speaks the language of the reader, whatever the page speaks. */
export const ofReader = ({ reader, lang }: Frame) => spokenIn(reader, lang)

/** Around the parts of the frame: their words are in the language of the reader. */
export const ToReader: FC<{ frame: Frame; children?: Child }> = ({ frame, children }) => (
  <Language.Provider value={frame.reader}>{children}</Language.Provider>
)

/** Says, in the language of the reader, that the page is not there in it. Nothing when it is. */
export const OnlyDutch: FC<{ frame: Frame }> = ({ frame }) =>
  frame.reader === frame.lang ? null : (
    <p class="note only-dutch" {...ofReader(frame)}>
      <Icon name="language" />
      <span>{uiTexts(frame.reader).onlyDutch}</span>
    </p>
  )
