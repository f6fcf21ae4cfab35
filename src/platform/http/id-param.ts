import { NotFound } from '#platform/errors.ts'
import type { AppContext } from './app-env.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const isId = (text: string): boolean => uuid.test(text)

/**
 * The `:id` in the address of this request, or another part of it by its name.
 * @throws NotFound when it cannot be an id: nothing stands under it, and the database need not be asked
 */
export const idParam = (c: AppContext, name = 'id'): string => {
  const id = c.req.param(name) ?? ''
  if (!isId(id)) throw new NotFound('id')
  return id.toLowerCase()
}

/** The ids in the names of boxes that were ticked: `ja-<id>` for this prefix. What is no id is left out. */
export const idsIn = (typed: Readonly<Record<string, string>>, prefix: string): string[] =>
  Object.keys(typed).flatMap((name) => {
    const id = name.slice(prefix.length)
    return name.startsWith(prefix) && isId(id) ? [id] : []
  })
