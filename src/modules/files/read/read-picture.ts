import sharp from 'sharp'
import { LIMITS, type FileReading } from '../kept-file.ts'

// Three decoders and no other, whatever the library was built with. Nothing is kept between two pictures.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

const white = '#ffffff'
/** Tried in turn until the small one is small enough. */
const smallWays = [
  { side: LIMITS.smallSide, quality: 78 },
  { side: LIMITS.smallSide, quality: 60 },
  { side: LIMITS.smallSide, quality: 42 },
  { side: 400, quality: 40 },
  { side: 240, quality: 35 },
] as const

/**
 * Decodes a picture and draws it anew: turned as the camera said, in the colours of screens, at most so large, on white.
 * Nothing but the pixels comes along.
 */
export const readPicture = async (bytes: Uint8Array, kind: 'jpeg' | 'png' | 'webp'): Promise<FileReading> => {
  const open = () => sharp(bytes, { limitInputPixels: LIMITS.pixels, failOn: 'error' })
  try {
    const { width, height } = await open().metadata()
    if (width * height > LIMITS.pixels) return { ok: false, why: 'too-many-pixels' }
    const { data, info } = await open()
      .timeout({ seconds: LIMITS.milliseconds / 1000 })
      .autoOrient()
      .resize({ width: LIMITS.longSide, height: LIMITS.longSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: white })
      .toColourspace('srgb')
      // Letters in a picture of a screen stay sharp.
      .jpeg({ quality: 82, progressive: true, chromaSubsampling: kind === 'png' ? '4:4:4' : '4:2:0' })
      .toBuffer({ resolveWithObject: true })
    const small = await smallOf(data)
    return { ok: true, file: { kind: 'picture', whole: data, small, width: info.width, height: info.height } }
  } catch (error) {
    return { ok: false, why: /pixel limit/i.test(String(error)) ? 'too-many-pixels' : 'broken' }
  }
}

const smallOf = async (picture: Uint8Array): Promise<Uint8Array> => {
  let small: Uint8Array = picture
  for (const { side, quality } of smallWays) {
    small = await sharp(picture)
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality })
      .toBuffer()
    if (small.length <= LIMITS.smallBytes) break
  }
  return small
}
