import { firstHash, payloadHash, sealHash, type LedgerEntry } from './entry.ts'

/** One seal of a chain, with the entry it seals and that entry's payload where they are still there. */
export type SealedRow = {
  readonly seq: number
  readonly entryId: string
  readonly hash: Buffer
  readonly entry: LedgerEntry | null
  readonly payload: { readonly salt: Buffer; readonly text: string } | null
}

/**
 * What is wrong, and with which row. 'entry or seal': one of the two was changed, and nothing after it says which.
 * 'seal missing': the row that should stand at `seq` is not there.
 */
export type ChainFault = {
  readonly chain: string
  readonly seq: number
  readonly entry: string | null
  readonly part: 'entry' | 'payload' | 'seal' | 'entry or seal' | 'entry missing' | 'seal missing' | 'cut' | 'rewritten'
}

/** Heads of this chain that were anchored outside the database: seq → hash in hexadecimal. */
export type Anchored = ReadonlyMap<number, string>

type Doubt = { row: SealedRow; recomputed: Buffer; payloadFits: boolean }

/** Follows one chain from its first seal to its last, keeping one row in doubt until the next tells what was changed. */
export class ChainCheck {
  readonly faults: ChainFault[] = []
  entries = 0
  erased = 0
  head = 0
  readonly #chain: string
  readonly #anchored: Anchored
  readonly #disagreeing: number[] = []
  #before: Buffer | null = firstHash
  #doubt: Doubt | null = null

  constructor(chain: string, anchored: Anchored) {
    this.#chain = chain
    this.#anchored = anchored
  }

  /** Takes the next seal, in order of seq. */
  next(row: SealedRow): void {
    if (row.seq === this.head) {
      // Two rows claim one place; the first was compared already.
      this.#blame(row, row.entry && !fits(row, row.entry) ? 'payload' : 'entry or seal')
      return
    }
    this.entries += 1
    if (row.payload === null) this.erased += 1
    if (row.seq !== this.head + 1) this.#gapBefore(row)
    this.head = row.seq
    const doubt = this.#doubt
    this.#doubt = null
    if (row.entry === null) {
      if (doubt) this.#settle(doubt, this.#byAnchor(doubt))
      this.#blame(row, 'entry missing')
    } else this.#compare(row, row.entry, doubt)
    this.#before = row.hash
  }

  /** After the last seal: settles what is in doubt and compares the head with the anchors. */
  end(): void {
    if (this.#doubt) this.#settle(this.#doubt, this.#byAnchor(this.#doubt))
    const furthest = Math.max(0, ...this.#anchored.keys())
    if (furthest > this.head) this.faults.push({ chain: this.#chain, seq: furthest, entry: null, part: 'cut' })
    const blamed = new Set(this.faults.map(({ seq }) => seq))
    const rewritten = this.#disagreeing.find((seq) => !blamed.has(seq))
    if (rewritten !== undefined) {
      this.faults.push({ chain: this.#chain, seq: rewritten, entry: null, part: 'rewritten' })
    }
  }

  #compare(row: SealedRow, entry: LedgerEntry, doubt: Doubt | null): void {
    const anchored = this.#anchored.get(row.seq)
    if (anchored !== undefined && anchored !== row.hash.toString('hex')) this.#disagreeing.push(row.seq)
    const payloadFits = fits(row, entry)
    if (this.#before === null) {
      // After a gap nothing says what stood before: the seal is taken at its word, the payload is not.
      if (!payloadFits) this.#blame(row, 'payload')
      return
    }
    const recomputed = sealHash(this.#before, entry)
    const sound = recomputed.equals(row.hash)
    const soundAfterOther = doubt !== null && !sound && sealHash(doubt.recomputed, entry).equals(row.hash)
    if (doubt) this.#settle(doubt, sound ? 'entry' : soundAfterOther ? 'seal' : this.#byAnchor(doubt))
    if (!sound && !soundAfterOther) this.#doubt = { row, recomputed, payloadFits }
    else if (!payloadFits) this.#blame(row, 'payload')
  }

  #gapBefore(row: SealedRow): void {
    if (this.#doubt) this.#settle(this.#doubt, this.#byAnchor(this.#doubt))
    this.#doubt = null
    this.#before = null
    const missing = row.seq > this.head ? this.head + 1 : row.seq
    this.faults.push({ chain: this.#chain, seq: missing, entry: null, part: 'seal missing' })
  }

  #byAnchor({ row, recomputed }: Doubt): 'entry' | 'seal' | 'entry or seal' {
    const anchored = this.#anchored.get(row.seq)
    if (anchored === row.hash.toString('hex')) return 'entry'
    return anchored === recomputed.toString('hex') ? 'seal' : 'entry or seal'
  }

  #settle({ row, payloadFits }: Doubt, part: 'entry' | 'seal' | 'entry or seal'): void {
    this.#blame(row, part)
    if (part === 'seal' && !payloadFits) this.#blame(row, 'payload')
  }

  #blame(row: SealedRow, part: ChainFault['part']): void {
    this.faults.push({ chain: this.#chain, seq: row.seq, entry: row.entryId, part })
  }
}

const fits = ({ payload }: SealedRow, entry: LedgerEntry): boolean =>
  payload === null || payloadHash(payload.salt, payload.text).toString('hex') === entry.payloadHash
