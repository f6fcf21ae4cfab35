import type { Child, FC } from 'hono/jsx'
import { Script } from '../part/script.tsx'
import { uiTexts } from '../texts.ts'
import { dirOf, type Frame } from './frame.ts'
import { Language } from './language.ts'
import { ofReader } from './reader.tsx'

export interface DocumentProps {
  frame: Frame
  /** Says the page in the browser's tab and to a screen reader, so unique within the product. */
  title: string
  /** The form on this page came back with errors: the title then starts with "Fout:". */
  wrong?: boolean | undefined
  children?: Child
}

/** The whole HTML page around a frame; whoever sends it puts the doctype before it. Nothing inline: the content security policy forbids it. */
export const Document: FC<DocumentProps> = ({ frame, title, wrong, children }) => {
  const words = uiTexts(frame.lang)
  return (
    <Language.Provider value={frame.lang}>
      <html lang={frame.lang} dir={dirOf(frame.lang)}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{wrong ? `${words.wrongPrefix}${title}` : title}</title>
          <link rel="stylesheet" href={frame.assets.css} />
          <link rel="icon" href={frame.assets.icon} type="image/svg+xml" />
          <Script frame={frame} name="read-aloud" />
        </head>
        <body>
          <a class="skip" href="#inhoud" {...ofReader(frame)}>
            {uiTexts(frame.reader).skip}
          </a>
          {children}
        </body>
      </html>
    </Language.Provider>
  )
}
