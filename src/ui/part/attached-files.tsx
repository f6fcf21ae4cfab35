import type { FC } from 'hono/jsx'
import { Icon } from './icon.tsx'
import { Name } from './name.tsx'

export interface AttachedFile {
  kind: 'picture' | 'pdf'
  name: string
  /** Of the file itself. */
  href: string
  /** Of the small picture, with the measures of the large one: the page keeps room for it. */
  small?: { href: string; width: number; height: number } | undefined
}

export interface AttachedFilesProps {
  files: readonly AttachedFile[]
  /** What a screen reader says of a picture, by its name. */
  alt: (name: string) => string
  /** The words of the links. */
  words: { open: string; download: string }
}

const shown = 640

/** Pictures as they are, small, each a link to the large one; other files as a line to download. */
export const AttachedFiles: FC<AttachedFilesProps> = ({ files, alt, words }) => (
  <div class="files">
    {files.map((file) =>
      file.small ? (
        <figure>
          <img src={file.small.href} alt={alt(file.name)} loading="lazy" {...measures(file.small)} />
          <a class="link-row no-print" href={file.href}>
            {words.open}
          </a>
        </figure>
      ) : (
        <p>
          <a class="link-row" href={file.href} download={file.name}>
            <Icon name="document" />
            <span>
              {words.download}: <Name>{file.name}</Name>
            </span>
          </a>
        </p>
      ),
    )}
  </div>
)

const measures = ({ width, height }: { width: number; height: number }) => {
  const scale = Math.min(1, shown / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.max(1, Math.round(height * scale)) }
}
