import type { FC } from 'hono/jsx'
import { DeskFrame } from '../layout/desk-frame.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import type { Frame } from '../layout/frame.ts'
import { PageHead } from '../layout/page-head.tsx'
import { PhoneFrame } from '../layout/phone-frame.tsx'
import { FormParts, formErrors } from './form-parts.tsx'
import { ButtonParts, DayParts, MarkParts, TableParts } from './parts.tsx'
import { WrittenParts } from './written-parts.tsx'

/** Every part in every state, at a desk: empty, wrong, and with the longest names. */
export const DeskGallery: FC<{ frame: Frame }> = ({ frame }) => (
  <DeskFrame frame={frame} title="Onderdelen" wrong>
    <ErrorSummary errors={formErrors} />
    <PageHead
      title="Onderdelen"
      line="Elk onderdeel met zijn toestanden."
      crumbs={[{ label: 'Leerlingen', href: '/leerlingen' }, { label: 'Inlezen' }]}
      deeds={
        <a class="btn btn-plain" href="/leerlingen">
          Andere daad
        </a>
      }
    />
    <ButtonParts />
    <MarkParts />
    <TableParts />
    <FormParts frame={frame} />
    <WrittenParts />
  </DeskFrame>
)

/** The parts that parents and pupils see. */
export const PhoneGallery: FC<{ frame: Frame }> = ({ frame }) => (
  <PhoneFrame frame={frame} title="Maandag 23 november">
    <DayParts />
  </PhoneFrame>
)
