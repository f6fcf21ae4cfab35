import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { Button } from '../form/button.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import type { FieldErrors } from '../form/field.tsx'
import { Form } from '../form/form.tsx'
import { DoorFrame } from './door-frame.tsx'
import type { Frame } from './frame.ts'
import { PageHead } from './page-head.tsx'

export interface DoorFormProps {
  frame: Frame
  title: string
  line: string
  action: string
  submit: string
  errors: FieldErrors
  /** Between the heading and the form. */
  before?: Child
  /** Other ways to go. */
  after?: Child
}

/** A page at the door with one form on it; its fields are the children. */
export const DoorForm: FC<PropsWithChildren<DoorFormProps>> = (props) => {
  const { frame, title, line, action, submit, errors, before, after, children } = props
  return (
    <DoorFrame frame={frame} title={title} wrong={Object.keys(errors).length > 0}>
      <section class="stack-l">
        <ErrorSummary errors={errors} />
        <PageHead title={title} line={line} />
        {before}
        <Form frame={frame} action={action} class="stack">
          {children}
          <Button look="main" wide>
            {submit}
          </Button>
        </Form>
        {after}
      </section>
    </DoorFrame>
  )
}
