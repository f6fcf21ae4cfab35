// A program of its own: a picture is decoded apart from the pages and from the database.
import { answerWith } from './answer-with.ts'
import { kindOf } from './kind-of.ts'
import { readPicture } from './read-picture.ts'

answerWith(async (bytes) => {
  const kind = kindOf(bytes)
  if (kind === 'jpeg' || kind === 'png' || kind === 'webp') return readPicture(bytes, kind)
  return { ok: false, why: 'unknown' }
})
