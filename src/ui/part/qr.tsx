import type { FC } from 'hono/jsx'

/** A QR code as squares to draw: how many a side, quiet zone included, and the path that fills the dark ones. */
export interface QrDrawing {
  readonly size: number
  readonly path: string
}

/** A QR code, dark on light in every theme so that a camera reads it. `label` says what it leads to. */
export const Qr: FC<{ drawing: QrDrawing; label: string }> = ({ drawing, label }) => (
  <svg class="qr" viewBox={`0 0 ${drawing.size} ${drawing.size}`} role="img" aria-label={label}>
    <path d={drawing.path} shape-rendering="crispEdges" />
  </svg>
)
