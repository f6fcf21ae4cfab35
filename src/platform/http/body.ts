import { BadRequest } from '#platform/errors.ts'
import type { AppContext, FormBody, FormValue } from './app-env.ts'

const kinds = ['application/x-www-form-urlencoded', 'multipart/form-data']

/** Stops reading as soon as more arrives than is allowed, whatever the headers say. */
const capped = (stream: ReadableStream<Uint8Array>, most: number): ReadableStream<Uint8Array> => {
  let seen = 0
  return stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength
        if (seen > most) controller.error(new BadRequest('the body is over the limit', 413))
        else controller.enqueue(chunk)
      },
    }),
  )
}

const parse = async (c: AppContext, most: number): Promise<FormData> => {
  const type = c.req.header('content-type') ?? ''
  if (!c.req.raw.body) return new FormData()
  if (!kinds.some((kind) => type.toLowerCase().startsWith(kind))) throw new BadRequest('not a form')
  try {
    return await new Response(capped(c.req.raw.body, most), { headers: { 'content-type': type } }).formData()
  } catch (error) {
    if (error instanceof BadRequest) throw error
    throw new BadRequest('the form cannot be read')
  }
}

// Nobody types a zero byte, and PostgreSQL keeps none in a text.
const hasZeroByte = (text: FormValue): boolean => typeof text === 'string' && text.includes('\0')

/**
 * Reads a form once. A name that stands twice, or that would touch an object's prototype, and a zero byte are refused.
 * @param most bytes of the whole body
 */
export const readForm = async (c: AppContext, most: number): Promise<FormBody> => {
  const body = new Map<string, FormValue>()
  for (const [name, value] of await parse(c, most)) {
    if (name === '__proto__' || name === 'constructor' || name === 'prototype')
      throw new BadRequest('a name that is not ours')
    if (body.has(name)) throw new BadRequest('a name stands twice')
    if (hasZeroByte(name) || hasZeroByte(value)) throw new BadRequest('a zero byte')
    body.set(name, value)
  }
  return body
}
