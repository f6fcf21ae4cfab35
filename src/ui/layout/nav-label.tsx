import type { FC } from 'hono/jsx'
import { spokenIn, type Lang, type NavItem } from './frame.ts'

/** The words of a door in the menu: Dutch where the reader's language has none for it. */
export const NavLabel: FC<{ item: NavItem; reader: Lang }> = ({ item, reader }) =>
  item.inDutch ? <span {...spokenIn('nl', reader)}>{item.label}</span> : <>{item.label}</>
