import type { FC } from 'hono/jsx'
import type { IconName } from '../layout/frame.ts'

export interface IconProps {
  name: IconName
  size?: 'small' | 'large' | undefined
}

/** A sign in the colour of the text beside it. Always with a word, so hidden from screen readers. */
export const Icon: FC<IconProps> = ({ name, size }) => (
  <svg class={classOf(name, size)} viewBox="0 0 24 24" aria-hidden="true">
    <path d={lines[name]} />
  </svg>
)

const classOf = (name: IconName, size: IconProps['size']): string => {
  const sized = size === undefined ? 'icon' : size === 'small' ? 'icon icon-s' : 'icon icon-l'
  return name === 'arrow' ? `${sized} icon-turn` : sized
}

const sheet = 'M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V8M15.5 3.5V8'
const ring = 'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0'

// 24 by 24, stroke 1.75, round ends, no fill.
const lines: Readonly<Record<IconName, string>> = {
  today: 'M4 11.2 12 4l8 7.2V20h-5.2v-5.4H9.2V20H4z',
  group:
    'M5.8 8.5a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 1 0-6.4 0M3.2 19.5c.5-3.4 2.7-5.3 5.8-5.3s5.3 1.9 5.8 5.3M15.4 5.6a3.2 3.2 0 0 1 0 5.8M17.6 14.8c1.8.7 2.9 2.3 3.2 4.7',
  person: 'M8 8.3a4 4 0 1 0 8 0 4 4 0 1 0-8 0M4.5 20c.6-4.2 3.4-6.5 7.5-6.5s6.9 2.3 7.5 6.5',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1',
  school: 'M4 20V10.5L12 5l8 5.5V20zM12 5V2.5h4M10 20v-4.5h4V20M7.5 13h.1M16.5 13h.1',
  calendar: sheet,
  cancelled: `${sheet}M10 13.3l4 4M14 13.3l-4 4`,
  quiet: 'M19.5 14.6A8 8 0 0 1 9.4 4.5a8 8 0 1 0 10.1 10.1z',
  waiting: 'M7 3.5h10M7 20.5h10M8 3.5v3.3c0 2.2 4 3.4 4 5.2s-4 3-4 5.2v3.3M16 3.5v3.3c0 2.2-4 3.4-4 5.2s4 3 4 5.2v3.3',
  found: 'M4.5 10.8a6.3 6.3 0 1 0 12.6 0 6.3 6.3 0 1 0-12.6 0M15.5 15.5l5 5',
  language: `${ring}M3.5 12h17M12 3.5c2.6 2.4 3.8 5.2 3.8 8.5s-1.2 6.1-3.8 8.5c-2.6-2.4-3.8-5.2-3.8-8.5S9.4 5.9 12 3.5z`,
  voice: 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15.3 9a4.2 4.2 0 0 1 0 6M17.8 6.3a8 8 0 0 1 0 11.4',
  attention: 'M12 4 21 19.5H3zM12 10v4.5M12 16.9v.1',
  message: 'M4 9.5v4h3l9 4.5v-13l-9 4.5zM19 9.5v4M8 13.5l1.2 6h2.6l-1-4.6',
  picture: 'M4 5.5h16v13H4zM4 16l4.5-4.5 4 4 3-3 4.5 4.5M15.5 9h.1',
  document: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 15.5h6',
  note: 'M4 5h16v11.5h-9L6.5 20v-3.5H4zM8 9h8M8 12.5h5',
  progress: 'M4 4v16h16M8 15l3.6-4.2 3.2 2.4L20 7',
  done: 'M4.5 12.5l5 5 10-11',
  arrow: 'M9 5.5l6.5 6.5L9 18.5',
}
