import { expect, test } from 'vitest'
import { drawQr } from './draw-qr.ts'

test('A QR code has its three finders, a quiet zone, and more squares for a longer text.', () => {
  const { size, path } = drawQr('HALLO')
  expect(size).toBe(21 + 8)
  // The outer edges of the finders above: seven dark squares at both ends of the first row.
  expect(path.startsWith('M4 4h7v1h-7z')).toBe(true)
  expect(path).toContain('M18 4h7v1h-7z')
  expect(path).toContain('M4 24h7v1h-7z')
  expect(drawQr('x'.repeat(120)).size).toBeGreaterThan(size)
})
