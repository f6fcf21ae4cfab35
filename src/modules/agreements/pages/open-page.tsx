import type { FC } from 'hono/jsx'
import type { PickedSchool } from '#modules/school/index.ts'
import type { OpenItem } from '#platform/http/open-item.ts'
import { dayInWords } from '#ui/date.ts'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { Note } from '#ui/part/note.tsx'
import { Card } from '#ui/part/section.tsx'
import { paths } from '../paths.ts'
import { texts } from '../texts.ts'

export interface OpenPageProps {
  frame: Frame
  picked: PickedSchool
  /** It is agreed to look whether the school keeps its line. */
  isOn: boolean
  items: readonly OpenItem[]
  /** How many more there are. */
  more: number
}

/** What is still open under what the school agreed. It names nobody, and ranks nobody. */
export const OpenPage: FC<OpenPageProps> = ({ frame, picked, isOn, items, more }) => {
  const words = texts(frame.lang)
  return (
    <DeskFrame frame={frame} title={words.openItems.title}>
      {!isOn && <Note tone="hold">{words.openItems.off}</Note>}
      <PageHead title={words.openItems.title} line={words.openItems.line} />
      <LinkSwitch
        label={words.choose.school}
        items={picked.schools.map(({ id, name }) => ({
          href: paths.openItemsAt(id),
          label: name,
          current: id === picked.school.id,
        }))}
      />
      {isOn && items.length === 0 && <Empty>{words.openItems.none}</Empty>}
      {items.length > 0 && (
        <Card id="punten" title={words.openItems.number(items.length + more)}>
          <ul class="lines">
            {items.map(({ agreement, day, title, line, href }) => (
              <li>
                {href === null ? (
                  <Name>{title}</Name>
                ) : (
                  <a class="link-row" href={href}>
                    <Name>{title}</Name>
                  </a>
                )}
                , {dayInWords(frame.lang, day)}
                <br />
                <small class="muted">{line}</small>{' '}
                <small>
                  <a href={paths.agreement(agreement)}>
                    {words.openItems.agreement}
                    <span class="vh">: {title}</span>
                  </a>
                </small>
              </li>
            ))}
          </ul>
          {more > 0 && <p>{words.openItems.more(more)}</p>}
        </Card>
      )}
    </DeskFrame>
  )
}
