import type { FC } from 'hono/jsx'
import { Button } from '#ui/form/button.tsx'
import { Choice } from '#ui/form/choice.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Frame } from '#ui/layout/frame.ts'
import { Card } from '#ui/part/section.tsx'
import { paths } from '../paths.ts'
import { regions, type School } from '../school.ts'
import { texts } from '../texts.ts'

export interface RegionCardProps {
  frame: Frame
  school: string
  region: School['region']
  error: string | undefined
}

/** Where the school lies, for the national holidays. */
export const RegionCard: FC<RegionCardProps> = ({ frame, school, region, error }) => {
  const words = texts(frame.lang).region
  return (
    <Card id="regio" title={words.title}>
      <Form frame={frame} action={paths.region(school)} class="stack prose no-print">
        <p class="muted">{words.line}</p>
        <Choice
          name="region"
          label={words.label}
          error={error}
          value={region}
          options={regions.map((value) => ({ value, label: words[value] }))}
        />
        <p>
          <Button>{words.submit}</Button>
        </p>
      </Form>
    </Card>
  )
}
