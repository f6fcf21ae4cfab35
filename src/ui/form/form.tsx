import type { Child, FC } from 'hono/jsx'
import type { Frame } from '../layout/frame.ts'

/** Name of the hidden field that carries the token against forged requests. */
export const csrfField = '_form'

/** Name of the hidden field that makes a second press of the button harmless. */
export const onceField = '_once'

export interface FormProps {
  frame: Pick<Frame, 'csrf'>
  action: string
  /** "get" for a search: no token, nothing changes. */
  method?: 'post' | 'get' | undefined
  /** For a form with a file. */
  multipart?: boolean | undefined
  /** A key of this one form, given by the server: the deed is done once however often it is sent. */
  once?: string | undefined
  /** The id of the heading that names the form. */
  labelledby?: string | undefined
  id?: string | undefined
  class?: string | undefined
  children?: Child
}

/** A form that the server checks: the browser's own messages are off, ours stand beside the fields. */
export const Form: FC<FormProps> = ({ frame, action, method = 'post', multipart, once, labelledby, id, ...rest }) => (
  <form
    id={id}
    action={action}
    method={method}
    enctype={multipart ? 'multipart/form-data' : undefined}
    class={rest.class}
    aria-labelledby={labelledby}
    novalidate
  >
    {method === 'post' && <input type="hidden" name={csrfField} value={frame.csrf} />}
    {once !== undefined && <input type="hidden" name={onceField} value={once} />}
    {rest.children}
  </form>
)
