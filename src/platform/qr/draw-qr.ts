import { create } from 'qrcode'

const quiet = 4

/**
 * Draws a text as a QR code with the quiet zone that scanners need (ISO/IEC 18004, 9.1).
 * @returns squares a side, and an SVG path of the dark ones: one stroke per row of them
 */
export const drawQr = (text: string): { size: number; path: string } => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const rows = Array.from({ length: modules.size }, (_, y) =>
    Array.from(modules.data.subarray(y * modules.size, (y + 1) * modules.size)),
  )
  const path = rows.flatMap((row, y) =>
    [...row.join('').matchAll(/1+/g)].map(
      (run) => `M${run.index + quiet} ${y + quiet}h${run[0].length}v1h-${run[0].length}z`,
    ),
  )
  return { size: modules.size + 2 * quiet, path: path.join('') }
}
