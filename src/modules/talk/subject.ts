/** What kinds of lesson questions are made for. */
export type Family =
  'numbers' | 'words' | 'reading' | 'languages' | 'world' | 'nature' | 'moving' | 'making' | 'screens' | 'class'

/** A lesson that is known by its name, and how it is called in a sentence of each language. */
export type Subject = { family: Family; nl: string; en: string }

// A name that is not known is never said: a timetable may hold other things than lessons.
const known: readonly (readonly [Family, RegExp])[] = [
  ['reading', /^(begrijpend |technisch |stil )?(lezen|voorlezen|leesvaardigheid|letters en klanken)$/],
  ['numbers', /^(rekenen|rekenen en wiskunde|wiskunde( [abcd])?|tellen|cijferen)$/],
  ['words', /^(taal|spelling|schrijven|nederlands|nederlandse taal|woordenschat|taalverzorging)$/],
  ['languages', /^(engels|frans|duits|spaans|latijn|grieks|fries|papiaments|chinees|arabisch|turks)$/],
  [
    'world',
    /^(aardrijkskunde|geschiedenis|wereldoriëntatie|topografie|maatschappijleer|maatschappijkunde|economie|bedrijfseconomie|burgerschap|levensbeschouwing|godsdienst|filosofie|verkeer|mens en maatschappij)$/,
  ],
  [
    'nature',
    /^(natuur en techniek|natuur|biologie|natuurkunde|scheikunde|nask( ?[12])?|natuur- en scheikunde|techniek|schooltuin|science|mens en natuur|verzorging)$/,
  ],
  ['moving', /^(gym|gymnastiek|bewegingsonderwijs|lichamelijke opvoeding|sport|zwemmen|buitenspelen|dans)$/],
  [
    'making',
    /^(tekenen|handvaardigheid|muziek|knutselen|schilderen|drama|ckv|kunst|beeldende vorming|bouwhoek|liedjes|textiele werkvormen|crea)$/,
  ],
  ['screens', /^(digitale geletterdheid|informatica|informatiekunde|typen|programmeren|mediawijsheid)$/],
  ['class', /^(kring|mentoruur|mentorles|weeksluiting|weekopening|studieles|studievaardigheden|spelen en werken)$/],
]

/** The short names that timetables of secondary schools use. */
const short: Readonly<Record<string, string>> = {
  wi: 'wiskunde',
  wisk: 'wiskunde',
  wia: 'wiskunde',
  wib: 'wiskunde',
  rek: 'rekenen',
  ne: 'nederlands',
  netl: 'nederlands',
  en: 'engels',
  entl: 'engels',
  fa: 'frans',
  fatl: 'frans',
  du: 'duits',
  dutl: 'duits',
  sp: 'spaans',
  ak: 'aardrijkskunde',
  gs: 'geschiedenis',
  ges: 'geschiedenis',
  ml: 'maatschappijleer',
  mask: 'maatschappijkunde',
  ec: 'economie',
  econ: 'economie',
  bi: 'biologie',
  biol: 'biologie',
  na: 'natuurkunde',
  nat: 'natuurkunde',
  sk: 'scheikunde',
  schk: 'scheikunde',
  lo: 'gym',
  te: 'tekenen',
  ha: 'handvaardigheid',
  mu: 'muziek',
  ckv: 'ckv',
  in: 'informatica',
  mentor: 'mentoruur',
}

/** Where English has a word for it; else it is called as at school. */
const english: Readonly<Record<string, string>> = {
  rekenen: 'arithmetic',
  wiskunde: 'mathematics',
  tellen: 'counting',
  taal: 'Dutch',
  nederlands: 'Dutch',
  spelling: 'spelling',
  schrijven: 'writing',
  lezen: 'reading',
  voorlezen: 'reading aloud',
  'begrijpend lezen': 'reading',
  engels: 'English',
  frans: 'French',
  duits: 'German',
  spaans: 'Spanish',
  latijn: 'Latin',
  grieks: 'Greek',
  aardrijkskunde: 'geography',
  geschiedenis: 'history',
  wereldoriëntatie: 'world studies',
  verkeer: 'road safety',
  burgerschap: 'citizenship',
  maatschappijleer: 'social studies',
  economie: 'economics',
  'natuur en techniek': 'science',
  biologie: 'biology',
  natuurkunde: 'physics',
  scheikunde: 'chemistry',
  techniek: 'technology',
  schooltuin: 'the school garden',
  gym: 'gym',
  zwemmen: 'swimming',
  tekenen: 'drawing',
  handvaardigheid: 'crafts',
  muziek: 'music',
  drama: 'drama',
  'digitale geletterdheid': 'digital skills',
  informatica: 'computer science',
  typen: 'typing',
  kring: 'the circle',
  mentoruur: 'the mentor lesson',
  weeksluiting: 'the end of the week together',
}

const capitals = /^(nederlands|engels|frans|duits|spaans|latijn|grieks|fries|papiaments|chinees|arabisch|turks)/

/** What a lesson is, by its title; null when the title is none that we know. */
export const subjectOf = (title: string): Subject | null => {
  const typed = title.trim().toLocaleLowerCase('nl')
  const name = short[typed] ?? typed
  const found = known.find(([, pattern]) => pattern.test(name))
  if (found === undefined) return null
  const nl = inSentence(name)
  return { family: found[0], nl, en: english[name] ?? nl }
}

// In Dutch a language has a capital, other subjects have none.
const inSentence = (name: string): string =>
  name === 'ckv' ? 'CKV' : capitals.test(name) ? name.charAt(0).toLocaleUpperCase('nl') + name.slice(1) : name
