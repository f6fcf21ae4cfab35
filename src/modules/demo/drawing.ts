import { crc32, deflateSync } from 'node:zlib'
import { readUpload, type TakenFile } from '#modules/files/index.ts'

/** A landscape drawn by sums: a sky that darkens, a sun, hills. It goes the way of every picture that comes in. */
export const drawing = async (name: string): Promise<TakenFile> => {
  const taken = await readUpload(new File([new Uint8Array(landscape(640, 400))], name))
  if (!taken.ok) throw new Error(`a picture of the demo was not taken: ${taken.why}`)
  return taken.file
}

const colourAt = (x: number, y: number): [number, number, number] => {
  const [far, near] = [0.62 + 0.06 * Math.sin(x * 9), 0.78 + 0.08 * Math.sin(x * 5 + 1)]
  if (y > near) return [46, 104, 72]
  if (y > far) return [92, 142, 104]
  if (Math.hypot((x - 0.68) * 1.6, y - 0.44) < 0.11) return [250, 214, 120]
  return [Math.round(244 - 90 * (0.62 - y)), Math.round(196 - 40 * (0.62 - y)), Math.round(150 + 110 * (0.62 - y))]
}

/** An uncomplicated PNG: eight bits, three colours, no filter. */
const landscape = (width: number, height: number): Buffer => {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(colourAt(x / width, y / height), y * (1 + width * 3) + 1 + x * 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}
