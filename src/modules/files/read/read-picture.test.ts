import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { LIMITS, type ReadFile } from '../kept-file.ts'
import { exifWebp, pixelBomb, secrets, segmentsOf, telephoneJpeg, texedPng } from './metadata.fixtures.ts'
import { readApart } from './read-apart.ts'

const taken = async (bytes: Uint8Array): Promise<Extract<ReadFile, { kind: 'picture' }>> => {
  const reading = await readApart(bytes)
  if (!reading.ok || reading.file.kind !== 'picture') throw new Error(reading.ok ? 'no picture' : reading.why)
  return reading.file
}
const refused = async (bytes: Uint8Array, bounds?: Parameters<typeof readApart>[1]) => {
  const reading = await readApart(bytes, bounds)
  return reading.ok ? 'taken' : reading.why
}

/** What exiftool, where it is installed, still finds beside the size of the picture. */
const exiftoolFinds = (picture: Uint8Array): string => {
  const folder = mkdtempSync(join(tmpdir(), 'foto-'))
  try {
    writeFileSync(join(folder, 'foto.jpg'), picture)
    const groups = ['-GPS:all', '-EXIF:all', '-XMP:all', '-IPTC:all', '-MakerNotes:all', '-ICC_Profile:all', '-Comment']
    const found = spawnSync('exiftool', ['-s', ...groups, join(folder, 'foto.jpg')], { encoding: 'utf8' })
    return found.error ? '' : found.stdout.trim()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('what is kept of a picture', () => {
  test.each([
    ['a photo of a telephone', telephoneJpeg],
    ['a PNG with texts', texedPng],
    ['a WebP with EXIF and XMP', exifWebp],
  ])('Nothing is left of the metadata of %s, and nothing hangs behind its end', async (_what, make) => {
    const before = await make()
    expect(secrets.some((secret) => before.includes(secret))).toBe(true)
    const { whole, small } = await taken(before)
    for (const kept of [Buffer.from(whole), Buffer.from(small)]) {
      const { markers, behind } = segmentsOf(kept)
      expect(behind).toBe(0)
      expect(markers.filter((marker) => /^(e[0-9a-f]|fe)/.test(marker) && marker !== 'e0 JFIF')).toEqual([])
      for (const secret of secrets) expect(kept.includes(secret), secret).toBe(false)
      expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', space: 'srgb' })
      const metadata = await sharp(kept).metadata()
      for (const part of ['exif', 'icc', 'iptc', 'xmp', 'orientation', 'comments'] as const)
        expect(metadata[part], part).toBeUndefined()
      expect(exiftoolFinds(kept)).toBe('')
    }
  })

  test('A photo that was taken on its side stands upright', async () => {
    const { whole, width, height } = await taken(await telephoneJpeg())
    expect([width, height]).toEqual([200, 400])
    const { data } = await sharp(whole).raw().toBuffer({ resolveWithObject: true })
    const colourAt = (row: number) => [...data.subarray((row * 200 + 100) * 3, (row * 200 + 100) * 3 + 3)]
    expect(colourAt(50)[0]).toBeGreaterThan(150)
    expect(colourAt(350)[2]).toBeGreaterThan(150)
  })

  test('What is see-through becomes white', async () => {
    const { whole } = await taken(await texedPng())
    const { channels } = await sharp(whole).stats()
    expect(channels.map(({ min }) => min > 250)).toEqual([true, true, true])
  })

  test('However large and however wild, it becomes at most 2048 pixels, and the small one at most 60 KB', async () => {
    const raw = Buffer.alloc(3000 * 2000 * 3)
    let seed = 1
    for (let at = 0; at < raw.length; at += 1) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      raw[at] = seed >>> 24
    }
    const wild = await sharp(raw, { raw: { width: 3000, height: 2000, channels: 3 } })
      .jpeg({ quality: 60 })
      .toBuffer()
    const { width, height, small } = await taken(wild)
    expect([width, height]).toEqual([2048, 1365])
    expect(small.length).toBeLessThanOrEqual(LIMITS.smallBytes)
    expect((await sharp(small).metadata()).width).toBeGreaterThanOrEqual(240)
  })
})

describe('what is refused', () => {
  const gif = Buffer.from('GIF89a/*\x01\x00*/=1;alert(1)//', 'latin1')
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a page', page, 'unknown'],
    ['an SVG', svg, 'unknown'],
    ['an SVG behind a line of XML', Buffer.concat([Buffer.from('<?xml version="1.0"?>'), svg]), 'unknown'],
    ['a GIF that is a program too', gif, 'unknown'],
    ['a HEIC of a telephone', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'heic'],
    ['an AVIF', Buffer.from('\0\0\0\x18ftypavif\0\0\0\0', 'latin1'), 'unknown'],
    ['a program', Buffer.from('MZ\x90\0'), 'unknown'],
    ['a page that begins like a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), page]), 'broken'],
    ['a page that begins like a PNG', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), page]), 'broken'],
    [
      'a page that begins like a WebP',
      Buffer.concat([Buffer.from('RIFF\x40\0\0\0WEBPVP8 ', 'latin1'), page]),
      'broken',
    ],
    ['30,000 by 30,000 pixels', pixelBomb(30_000), 'too-many-pixels'],
    ['too many bytes', Buffer.alloc(LIMITS.bytes + 1, 0xff), 'too-large'],
  ] as const)('%s', async (_what, bytes, why) => {
    expect(await refused(bytes)).toBe(why)
  })

  test('A photo that breaks off halfway', async () => {
    const whole = await telephoneJpeg(800, 600)
    expect(await refused(whole.subarray(0, whole.length / 2))).toBe('broken')
  })

  test('What takes too long or too much is ended, and the next is read as always', async () => {
    const photo = await telephoneJpeg()
    expect(await refused(photo, { milliseconds: 1, memory: LIMITS.memory })).toBe('too-much')
    expect(await refused(photo, { milliseconds: LIMITS.milliseconds, memory: 1 })).toBe('too-much')
    expect(await refused(photo)).toBe('taken')
  })

  test('Five at once are all read, two at a time', async () => {
    const photo = await telephoneJpeg()
    expect(await Promise.all(Array.from({ length: 5 }, () => refused(photo)))).toEqual(Array(5).fill('taken'))
  })
})
