import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** What stands in the metadata of the pictures below, and may stand in nothing that is kept. */
export const secrets = [
  'Juf Geheim',
  'Lindelaan',
  'SN-4711',
  'Fotograaf',
  'MakerNote!',
  'http://ns.adobe.com/xap',
  'IPTC!',
]

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

const xmp =
  '<x:xmpmeta xmlns:x="http://ns.adobe.com/xap/1.0/"><dc:creator>Juf Geheim, Lindelaan 1</dc:creator></x:xmpmeta>'

const noise = (width: number, height: number) => {
  const raw = Buffer.alloc(width * height * 3)
  for (let at = 0; at < raw.length; at += 1) raw[at] = (at * 2_654_435_761) >>> 24
  return sharp(raw, { raw: { width, height, channels: 3 } })
}

/** A photo as a telephone makes it: held on its side, with place, serial number, maker's notes, a small one inside and more. */
export const telephoneJpeg = async (width = 400, height = 200): Promise<Buffer> => {
  const exif = {
    IFD0: { Artist: 'Fotograaf', Copyright: 'Juf Geheim', Software: 'SN-4711' },
    IFD2: { BodySerialNumber: 'SN-4711', CameraOwnerName: 'Juf Geheim', MakerNote: 'MakerNote!' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '5/1 7/1 0/1' },
  }
  // A quarter to the right: left half red, right half blue becomes red above blue.
  const halves = await sharp({ create: { width, height, channels: 3, background: '#d00' } })
    .composite([
      { input: { create: { width: width / 2, height, channels: 3, background: '#00d' } }, left: width / 2, top: 0 },
    ])
    .withMetadata({ orientation: 6 })
    .withExifMerge(exif)
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()
  return Buffer.concat([
    halves.subarray(0, 2),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`)),
    segment(0xed, Buffer.from('Photoshop 3.0\0IPTC! Juf Geheim')),
    segment(0xfe, Buffer.from('Juf Geheim, Lindelaan 1')),
    halves.subarray(2),
    // Hidden behind the end, as some telephones do with films.
    Buffer.from('ftypmp42 Juf Geheim'),
  ])
}

const chunk = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc(named))
  return Buffer.concat([head, named, sum])
}

const crc = (bytes: Buffer): number => {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

/** A PNG with texts, see-through at the edges. */
export const texedPng = async (): Promise<Buffer> => {
  const plain = await sharp({ create: { width: 64, height: 48, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer()
  const head = plain.subarray(0, 33)
  return Buffer.concat([
    head,
    chunk('tEXt', Buffer.from('Author\0Juf Geheim')),
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync('Lindelaan 1')])),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)),
    plain.subarray(33),
    Buffer.from('<script>alert("Juf Geheim")</script>'),
  ])
}

export const exifWebp = async (): Promise<Buffer> =>
  noise(120, 80)
    .withExif({ IFD0: { Artist: 'Juf Geheim' } })
    .withXmp(xmp)
    .webp()
    .toBuffer()

/** A PNG of so many pixels in a few kilobytes: all of one colour. */
export const pixelBomb = (side: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * 1000), { level: 9 })
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The segments of a JPEG before its pixels, and what comes after its end. */
export const segmentsOf = (jpeg: Buffer): { markers: string[]; behind: number } => {
  const markers: string[] = []
  let at = 2
  while (at + 4 <= jpeg.length) {
    const marker = jpeg[at + 1] ?? 0
    const size = jpeg.readUInt16BE(at + 2)
    markers.push(
      `${marker.toString(16)} ${marker >= 0xe0 && marker < 0xf0 ? jpeg.toString('latin1', at + 4, at + 8) : ''}`.trim(),
    )
    at += 2 + size
    if (marker === 0xda) break
  }
  const end = jpeg.lastIndexOf(Buffer.from([0xff, 0xd9]))
  return { markers, behind: jpeg.length - end - 2 }
}
