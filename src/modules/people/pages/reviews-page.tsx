import type { FC } from 'hono/jsx'
import type { PickedSchool } from '#modules/school/index.ts'
import { dateInWords } from '#ui/date.ts'
import { DeskFrame } from '#ui/layout/desk-frame.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { PageHead } from '#ui/layout/page-head.tsx'
import { Empty } from '#ui/part/empty.tsx'
import { LinkSwitch } from '#ui/part/link-switch.tsx'
import { Name } from '#ui/part/name.tsx'
import { Tag } from '#ui/part/tag.tsx'
import { fullName, sortName } from '#ui/person-name.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import type { Review } from '../authority-queries.ts'
import { paths, withQuery } from '../paths.ts'
import { texts } from '../texts.ts'

export interface ReviewsPageProps {
  frame: Frame
  picked: PickedSchool
  reviews: readonly Review[]
}

/** The limits of authority that somebody must look at again. */
export const ReviewsPage: FC<ReviewsPageProps> = ({ frame, picked, reviews }) => {
  const words = texts(frame.lang)
  return (
    <DeskFrame frame={frame} title={words.reviews.title}>
      <PageHead title={words.reviews.title} line={words.reviews.line} />
      <LinkSwitch
        label={words.chooseSchool}
        items={picked.schools.map(({ id, name }) => ({
          href: withQuery(paths.reviews, { school: id }),
          label: name,
          current: id === picked.school.id,
        }))}
      />
      {reviews.length === 0 ? (
        <Empty>{words.reviews.none}</Empty>
      ) : (
        <DataTable caption={words.reviews.title} captionHidden columns={columnsOf(frame)} rows={reviews} />
      )}
    </DeskFrame>
  )
}

const columnsOf = (frame: Frame) => {
  const { reviews: words, authority } = texts(frame.lang)
  return [
    {
      head: words.columnPupil,
      rowHead: true,
      cell: ({ guardianship, pupil }: Review) => (
        <a href={paths.relation(guardianship)}>
          <Name>{sortName(pupil)}</Name>
        </a>
      ),
    },
    { head: words.columnGuardian, cell: ({ guardian }: Review) => <Name>{fullName(guardian)}</Name> },
    { head: words.columnState, cell: (review: Review) => authority.names[review.authority] },
    {
      head: words.columnReview,
      cell: ({ reviewOn, late, paperSeen }: Review) => (
        <>
          {reviewOn === null ? '' : `${dateInWords(frame.lang, reviewOn)} `}
          {late && <Tag tone="notice">{words.late}</Tag>}
          {!paperSeen && <Tag tone="hold">{words.noPaper}</Tag>}
        </>
      ),
    },
  ]
}
