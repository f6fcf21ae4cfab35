import type { Child, FC } from 'hono/jsx'
import type { IconName } from '../layout/frame.ts'
import { useLang } from '../layout/language.ts'
import { comma } from '../list.ts'
import { Icon } from './icon.tsx'
import { Name } from './name.tsx'
import { Tag, type Tone } from './tag.tsx'
import { Who, type WhoTone } from './who.tsx'

export interface DifferenceRowProps {
  icon: IconName
  tone?: Tone | undefined
  /** Whose it is: "Merel" with "3c". */
  of?: { name: string; line?: string | undefined; tone?: WhoTone | undefined } | undefined
  tag?: { label: string; tone?: Tone | undefined } | undefined
  /** What differs, in bold. */
  what: Child
  /** What follows from it, in small text. */
  children?: Child
  /** What can be done about it: a form or a button. */
  deed?: Child
}

/** A card of rows: `<Rows><DifferenceRow …/></Rows>`. */
export const Rows: FC<{ children?: Child }> = ({ children }) => <ul class="card rows">{children}</ul>

export const DifferenceRow: FC<DifferenceRowProps> = ({ icon, tone, of, tag, what, children, deed }) => (
  <li>
    <span class={tone === undefined ? 'tile' : `tile tile-${tone}`}>
      <Icon name={icon} />
    </span>
    <div>
      {(of || tag) && (
        <p class="of-whom">
          {of && <OfWhom {...of} />}
          {tag && <Tag tone={tag.tone}>{tag.label}</Tag>}
        </p>
      )}
      <p class="what">{what}</p>
      {children && <p class="small muted">{children}</p>}
      {deed && <div class="deed">{deed}</div>}
    </div>
  </li>
)

const OfWhom: FC<{ name: string; line?: string | undefined; tone?: WhoTone | undefined }> = ({ name, line, tone }) => (
  <span class="of-name">
    <Who name={name} tone={tone} />
    <span>
      <Name>{name}</Name>
      {line && `${comma(useLang())}${line}`}
    </span>
  </span>
)
