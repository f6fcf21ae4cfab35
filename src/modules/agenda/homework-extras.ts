import { homeworkPaths, homeworkWords, type Homework } from '#modules/homework/index.ts'
import type { Subject } from '#modules/today/index.ts'
import type { Lang } from '#platform/i18n/lang.ts'
import type { DayExtra } from './extra.ts'

/**
 * Homework and tests on the day they are for, and on the day they were for when they moved. A teacher's own week tells them of
 * every class taught, each with its name.
 * @param classes the classes of who asks, of whose groups a teacher's own week tells
 */
export const homeworkExtras = (
  lang: Lang,
  items: readonly Homework[],
  subjects: readonly Subject[],
  classes: readonly Subject[],
): DayExtra[] =>
  items.flatMap((item) =>
    subjects.flatMap((subject) => {
      const of = subject.boundTo.includes(item.group)
        ? { name: null, href: hrefOf(subject, item) }
        : subject.kind === 'self'
          ? ofClass(classes, item)
          : null
      if (of === null) return []
      const days = new Set([item.dueOn, ...(item.wasDueOn === null ? [] : [item.wasDueOn])])
      const { title, line } = homeworkWords(lang, item)
      return [...days].map((day) => ({
        kind: item.kind,
        day,
        subject: subject.id,
        title: of.name === null ? title : `${of.name}, ${title}`,
        line: day === item.dueOn || item.state === 'withdrawn' ? line : '',
        at: day === item.dueOn ? (item.dueTime ?? undefined) : undefined,
        nowOn: day === item.dueOn || item.state === 'withdrawn' ? undefined : item.dueOn,
        href: of.href,
      }))
    }),
  )

const hrefOf = ({ kind, id }: Subject, item: Homework): string => {
  if (kind === 'class') return homeworkPaths.ofGroup(item.group)
  return kind === 'child' ? homeworkPaths.ofChild(id) : homeworkPaths.homework
}

const ofClass = (classes: readonly Subject[], item: Homework): { name: string; href: string } | null => {
  const found = classes.find(({ boundTo }) => boundTo.includes(item.group))
  return found === undefined ? null : { name: found.name, href: homeworkPaths.ofGroup(item.group) }
}
