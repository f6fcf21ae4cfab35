import { codeAt, stepSeconds } from '#modules/accounts/totp.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

const bytesOf = (base32: string): Buffer => {
  const bits = Array.from(base32, (sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

/** An app for codes on somebody's phone, into which the key of a page was typed over. */
export class CodeApp {
  readonly key: Buffer
  constructor(typed: string) {
    this.key = bytesOf(typed.replaceAll(' ', ''))
  }

  /** Reads the key from the page that sets the second step up. */
  static reading(html: string): CodeApp {
    const typed = /<code class="big-code">([A-Z2-7 ]+)<\/code>/.exec(html)?.[1]
    if (typed === undefined) throw new Error('this page shows no key')
    return new CodeApp(typed)
  }

  /** What the app shows at this moment. */
  codeAt(moment: string | number): string {
    const seconds = typeof moment === 'number' ? moment : Date.parse(moment) / 1000
    return codeAt(this.key, Math.floor(seconds / stepSeconds))
  }
}
