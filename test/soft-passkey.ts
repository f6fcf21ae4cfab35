import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest()
const text = (words: string): Buffer => Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)])
const byteString = (bytes: Buffer): Buffer =>
  bytes.length < 256
    ? Buffer.concat([Buffer.from([0x58, bytes.length]), bytes])
    : Buffer.concat([Buffer.from([0x59, bytes.length >> 8, bytes.length & 255]), bytes])

type Flags = { verified?: boolean; attested?: boolean }

/** A passkey in a few lines: what a phone does, as far as the server can see (W3C Web Authentication 3, 6.1 and 6.5). */
export class SoftPasskey {
  readonly id = randomBytes(16)
  readonly rpId: string
  readonly origin: string
  counter = 0
  private readonly key: KeyObject
  private readonly publicKey: Buffer

  constructor(rpId = 'localhost', origin = 'http://localhost:3000') {
    this.rpId = rpId
    this.origin = origin
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.key = privateKey
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const coordinate = (part: string): Buffer => byteString(Buffer.from(part, 'base64url'))
    // COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}
    this.publicKey = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      coordinate(x),
      Buffer.from([0x22]),
      coordinate(y),
    ])
  }

  private data({ verified = true, attested = false }: Flags): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested ? 0x40 : 0)
    const key = [Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, this.publicKey]
    return Buffer.concat([sha256(this.rpId), Buffer.from([flags]), counter, ...(attested ? key : [])])
  }

  private client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }))
  }

  private answer(response: Record<string, Buffer>): string {
    const id = this.id.toString('base64url')
    const parts = Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')])
    return JSON.stringify({ id, rawId: id, type: 'public-key', response: Object.fromEntries(parts) })
  }

  /** Is made here, for this challenge. */
  register(challenge: string, flags: Flags = {}): string {
    const data = this.data({ ...flags, attested: true })
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      byteString(data),
    ])
    return this.answer({ clientDataJSON: this.client('webauthn.create', challenge), attestationObject: attestation })
  }

  /** Signs this challenge. */
  show(challenge: string, flags: Flags = {}): string {
    this.counter += 1
    const [client, data] = [this.client('webauthn.get', challenge), this.data(flags)]
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.key)
    return this.answer({ clientDataJSON: client, authenticatorData: data, signature })
  }
}
