// Inter as npm brings it is 143 KB for the letters of Europe and Vietnam, in every weight. Pages use three weights between
// 400 and 700 and the letters of names; cut down to those it is some 45 KB, of which most readers fetch the first part.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import subsetFont from 'subset-font'

/** Letters and signs per file, as first and last code point. The unicode-range lines of tokens.css say the same. */
const kept = {
  'inter-latin-wght-normal.woff2': [
    [0x20, 0x7e],
    [0xa0, 0xff],
    [0x131, 0x131],
    [0x152, 0x153],
    [0x2bb, 0x2bc],
    [0x2c6, 0x2c6],
    [0x2da, 0x2da],
    [0x2dc, 0x2dc],
    [0x2010, 0x2015],
    [0x2018, 0x2022],
    [0x2026, 0x2026],
    [0x2030, 0x2033],
    [0x2039, 0x203a],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2190, 0x2193],
    [0x2212, 0x2212],
  ],
  'inter-latin-ext-wght-normal.woff2': [
    [0x100, 0x17f],
    [0x218, 0x21b],
    [0x1e9e, 0x1e9e],
  ],
  'inter-cyrillic-wght-normal.woff2': [
    [0x400, 0x45f],
    [0x490, 0x491],
    [0x2116, 0x2116],
  ],
  'inter-vietnamese-wght-normal.woff2': [
    [0x1a0, 0x1a1],
    [0x1af, 0x1b0],
    [0x1ea0, 0x1ef9],
  ],
}

const weights = { wght: { min: 400, max: 700, default: 400 } }

/** For esbuild: every font that a style sheet names goes out cut down. A font without a list is refused. */
export const subsetFonts = {
  name: 'subset-fonts',
  setup(build) {
    build.onLoad({ filter: /\.woff2$/ }, async ({ path }) => {
      const ranges = kept[basename(path)]
      if (ranges === undefined) throw new Error(`${basename(path)} has no list of letters in bin/subset-fonts.mjs.`)
      const options = { targetFormat: 'woff2', variationAxes: weights }
      return { contents: await subsetFont(await readFile(path), lettersOf(ranges), options), loader: 'file' }
    })
  },
}

const lettersOf = (ranges) =>
  ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)))
    .join('')
