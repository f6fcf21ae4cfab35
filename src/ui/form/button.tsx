import type { Child, FC } from 'hono/jsx'
import type { IconName } from '../layout/frame.ts'
import { Icon } from '../part/icon.tsx'

/** "main" is the one filled button of a page; left out is a second deed; "plain" a way aside; "link" reads as text. */
export type ButtonLook = 'main' | 'plain' | 'link'

interface Look {
  look?: ButtonLook | undefined
  wide?: boolean | undefined
  icon?: IconName | undefined
  children?: Child
}

export interface ButtonProps extends Look {
  /** Sent with the form when this button is pressed. */
  name?: string | undefined
  value?: string | undefined
  /** What it acts on, read after its words: "Beëindig" + "Firefox op Windows". */
  about?: string | undefined
}

/** Sends the form it stands in. Never disabled: the page answers instead. */
export const Button: FC<ButtonProps> = ({ look, wide, icon, name, value, about, children }) => (
  <button type="submit" class={classOf(look, wide)} name={name} value={value}>
    {icon && <Icon name={icon} />}
    {children}
    {about && <span class="vh"> {about}</span>}
  </button>
)

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const ButtonLink: FC<Look & { href: string }> = ({ href, look, wide, icon, children }) => (
  <a class={classOf(look, wide)} href={href}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
)

const classOf = (look: ButtonLook | undefined, wide: boolean | undefined): string =>
  `btn${look === undefined ? '' : ` btn-${look}`}${wide ? ' btn-wide' : ''}`
