import type { FC } from 'hono/jsx'
import type { Frame } from '../layout/frame.ts'

/** Loads one island beside the page; the page is whole without it. `name` is module and file, as in "accounts-passkey". */
export const Script: FC<{ frame: Pick<Frame, 'assets' | 'nonce'>; name: string }> = ({ frame, name }) => {
  const address = frame.assets.scripts[name]
  return address === undefined ? null : <script type="module" nonce={frame.nonce} src={address} />
}
