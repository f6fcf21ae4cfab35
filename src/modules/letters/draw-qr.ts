import { create } from 'qrcode'

/** A QR code as one path of dark squares, in units of a square, without the white edge that a page adds. */
export type QrDrawing = { size: number; path: string }

/** Draws an address; level M: about a seventh of it may be soiled or folded. */
export const drawQr = (address: string): QrDrawing => {
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules
  const runs: string[] = []
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!data[y * size + x] || (x > 0 && data[y * size + x - 1])) continue
      let wide = 1
      while (x + wide < size && data[y * size + x + wide]) wide += 1
      runs.push(`M${x} ${y}h${wide}v1h-${wide}z`)
    }
  }
  return { size, path: runs.join('') }
}
