const kinds: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

const browsers: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const first = (list: readonly [RegExp, string][], agent: string): string =>
  list.find(([mark]) => mark.test(agent))?.[1] ?? ''

/** The kind of device in a few words, as 'Android, Chrome': enough to know one's own, too little to follow anybody. */
export const deviceWords = (userAgent: string | undefined): string =>
  [first(kinds, userAgent ?? ''), first(browsers, userAgent ?? '')].filter((word) => word !== '').join(', ')
