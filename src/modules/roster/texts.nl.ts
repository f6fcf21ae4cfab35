import type { Fault, Field, Format, Kind, RefusalCode, Relation, RepairCode } from './roster.ts'

const fields: Record<Field, string> = {
  key: 'Nummer',
  pupilKey: 'Nummer van de leerling',
  name: 'Naam',
  firstName: 'Roepnaam',
  initials: 'Voorletters',
  prefix: 'Tussenvoegsel',
  lastName: 'Achternaam',
  birthDate: 'Geboortedatum',
  yearGroup: 'Leerjaar',
  group: 'Groep',
  groups: 'Groepen',
  email: 'E-mailadres',
  phone: 'Telefoon',
  language: 'Taal',
  relation: 'Relatie',
  enteredOn: 'Op school vanaf',
  leftOn: 'Van school',
  schoolYear: 'Schooljaar',
  file: 'Bestand',
  pupil: 'Leerling',
  guardianOf: 'Ouder van',
}

const repairs: Record<RepairCode, string> = {
  encoding: 'De tekenset was anders dan het bestand zegt. We hebben de goede gevonden.',
  cutOff: 'Het bestand houdt midden in een teken op. Misschien ontbreekt het einde.',
  characters: 'tekenset',
  control: 'onzichtbare tekens weggehaald',
  capitals: 'hoofdletters',
  dropped: 'niet te lezen, weggelaten',
  leadingZero: 'eerste nul terug',
  relationOther: 'onbekend woord, wordt Anders',
  helpingParent: 'hulpouder, niet ingelezen als medewerker',
  groupUnknown: 'deze groep staat niet in het bestand, weggelaten',
  schoolYearOdd: 'dit zijn geen twee jaren na elkaar',
  schoolYearOther: 'een ander schooljaar dan nu, gelezen als dit jaar',
  differsFromEarlier: 'anders dan op een eerdere regel, de eerste telt',
  more: 'en nog meer van zulke herstellingen',
  staffEnded: 'uit dienst en komt niet terug door een bestand',
}

const refusals: Record<RefusalCode, { what: (field: string, found: string) => string; deed: string }> = {
  keyMissing: { what: (field) => `${field} ontbreekt.`, deed: 'Vul het in bij de bron.' },
  keyTwice: {
    what: (field) => `${field} staat twee keer in het bestand.`,
    deed: 'Kijk bij de bron welke regel goed is.',
  },
  keyIsBsn: {
    what: () => 'Het nummer lijkt op een BSN. Dat mogen we niet bewaren.',
    deed: 'Gebruik het leerlingnummer van de school.',
  },
  nameMissing: { what: () => 'De naam ontbreekt.', deed: 'Vul de naam in bij de bron.' },
  tooLong: { what: (field) => `${field} is te lang.`, deed: 'Maak het korter bij de bron.' },
  dateImpossible: { what: (field, found) => `${field}${found} bestaat niet.`, deed: 'Vul de datum in bij de bron.' },
  groupUnknown: {
    what: (field, found) => `${field}${found} bestaat niet in dit bestand.`,
    deed: 'Maak de groep aan bij de bron, of kies een andere.',
  },
  ragged: {
    what: () => 'De regel heeft meer of minder vakken dan er kolommen zijn.',
    deed: 'Kijk de regel na in het bestand.',
  },
  guardianTwice: { what: () => 'Deze ouder staat twee keer bij dit kind.', deed: 'Haal een van de twee regels weg.' },
  pupilUnknown: {
    what: () => 'Er is geen leerling met dit nummer.',
    deed: 'Lees eerst de leerlingen in, of verbeter het nummer.',
  },
  pupilLeft: { what: () => 'Deze leerling is van school.', deed: 'Haal de regel weg.' },
  guardianshipEnded: {
    what: () => 'De school heeft deze relatie beëindigd. Een bestand zet haar niet terug.',
    deed: 'Zet de relatie zelf terug bij de leerling.',
  },
  looksLike: {
    what: () => 'Lijkt op iemand die al op school is, en de nummers zeggen het niet.',
    deed: 'Kies hieronder of het dezelfde is.',
  },
}

const formats: Record<Format, { name: string; line: string }> = {
  edexml: {
    name: 'EDEXML',
    line: 'Groepen, leerlingen en medewerkers uit je administratie. Het bestand eindigt op .xml.',
  },
  pupils: { name: 'Lijst van leerlingen', line: 'Een CSV-bestand met een regel per leerling.' },
  staff: {
    name: 'Lijst van medewerkers',
    line: 'Een CSV-bestand met een regel per medewerker. Lees eerst de leerlingen in: dan zijn de klassen er al.',
  },
  guardians: {
    name: 'Lijst van ouders',
    line: 'Een CSV-bestand met een regel per ouder en kind. Lees eerst de leerlingen in.',
  },
}

const kinds: Record<Kind, (count: number) => string> = {
  pupils: (count) => (count === 1 ? '1 leerling' : `${count} leerlingen`),
  groups: (count) => (count === 1 ? '1 groep' : `${count} groepen`),
  staff: (count) => (count === 1 ? '1 medewerker' : `${count} medewerkers`),
  guardians: (count) => (count === 1 ? '1 ouder' : `${count} ouders`),
}

const kindWords: Record<Kind, string> = { pupils: 'leerling', groups: 'groep', staff: 'medewerker', guardians: 'ouder' }

const relationWords: Record<Relation, string> = {
  mother: 'moeder',
  father: 'vader',
  caretaker: 'verzorger',
  guardian: 'voogd',
  foster: 'pleegouder',
  institution: 'instelling',
  other: 'anders',
}

const fault = ({ code, line, found = '', wanted = '' }: Fault): string => {
  const at = line === undefined ? '' : ` op regel ${line}`
  const sentences: Record<Fault['code'], string> = {
    empty: 'Het bestand is leeg.',
    tooLarge: `Het bestand is groter dan ${wanted} MB.`,
    tooDeep: `Het bestand is te diep genest${at}.`,
    tooSlow: `Het lezen duurde langer dan ${wanted} seconden.`,
    notWellFormed: `Het bestand is geen goede XML: er gaat iets mis${at}. Misschien is het niet compleet.`,
    doctype: `Het bestand heeft een DOCTYPE${at}. Dat lezen we niet, omdat het gevaarlijk kan zijn.`,
    wrongRoot: `Dit is geen EDEXML: het bestand begint met ${found === '' ? 'iets anders' : `“${found}”`} en niet met “EDEX”.`,
    encodingUnknown: `We kennen de tekenset “${found}” niet. Bewaar het bestand als UTF-8.`,
    noRows: 'Er staat niemand in het bestand.',
    headersMissing: `De kolommen kloppen niet. Gevonden: ${found}. Nodig: ${wanted}.`,
    headerTwice: `De kolom “${found}” staat er twee keer.`,
    quoteOpen: `Er staat een aanhalingsteken open${at}.`,
    rowTooLong: `Een regel van het bestand is veel te lang${at}. Misschien staat er een aanhalingsteken open.`,
    tooManyRows: `Het bestand heeft meer dan ${wanted} regels.`,
    tooManyWrong: `Meer dan ${wanted} regels zijn niet goed. Kijk het bestand na.`,
    unreadable: 'Het bestand is niet te lezen.',
    wrongSchool: `Dit bestand is van een andere school: er staat BRIN ${found} en deze school heeft ${wanted}.`,
    schoolUnknown: `Er is geen school met de korte naam “${found}”.`,
    changedMeanwhile: 'Er veranderde iets op school tijdens het inlezen. Probeer het opnieuw.',
    leavers: `Er gaan ${found} van de ${wanted} mensen van school. Dat is meer dan 10 procent: bevestig het eerst.`,
    strict: `${found} regels zijn niet goed, en streng inlezen laat dat niet toe.`,
  }
  return sentences[code]
}

/** A year in the codes of EDEXML: 11 is the first year of secondary school. */
const yearGroup = (code: string): string => {
  if (code === 'S') return 'speciaal onderwijs'
  const year = Number(code)
  if (Number.isNaN(year)) return code
  return year > 10 ? `leerjaar ${year - 10}` : `groep ${year}`
}

const count = (number: number, one: string, more: string): string => `${number} ${number === 1 ? one : more}`

const list = {
  nav: 'Inlezen',
  title: 'Leerlingen inlezen',
  line: 'Lees leerlingen, groepen, medewerkers en ouders in uit een bestand. Je ziet eerst wat er verandert.',
  choose: 'Kies een school',
  fileTitle: 'Bestand kiezen',
  format: 'Wat voor bestand is het?',
  formatMissing: 'Kies wat voor bestand het is',
  file: 'Bestand',
  fileHint: 'Hoogstens 64 MB. BSN, afkomst en andere gegevens die we niet mogen hebben, slaan we over.',
  fileMissing: 'Kies een bestand',
  submit: 'Bekijk wat er verandert',
  columns: 'Kolommen',
  previewsTitle: 'Proeven die klaarstaan',
  previewsLine: 'Een proef verdwijnt na een dag vanzelf.',
  openPreview: 'Proef bekijken',
  importsTitle: 'Eerder ingelezen',
  none: 'Hier komt een regel voor elk bestand dat je inleest.',
  when: 'Wanneer',
  what: 'Wat',
  who: 'Door',
  came: 'Nieuw',
  changed: 'Gewijzigd',
  state: 'Terugdraaien',
  reversed: 'teruggedraaid',
  undoable: 'kan nog',
  over: 'kan niet meer',
  roles: { office: 'administratie', administrator: 'beheerder', operator: 'opdrachtregel' },
}

const preview = {
  title: 'Bekijk wat er verandert',
  steps: ['Bestand kiezen', 'Proef bekijken', 'Inlezen'],
  notYet: 'Er is nog niets veranderd.',
  notYetLine: 'Dit is een proef. Na het inlezen kun je 30 dagen lang alles terugdraaien.',
  authority:
    'Een bestand zegt niet wie gezag heeft. Elke nieuwe ouder ziet na het inlezen alles van het kind. Mag iemand dat niet? Wijzig dan eerst Gezag en wonen bij de leerling, en maak daarna pas brieven.',
  go: 'Ga naar een deel van de proef',
  added: 'Nieuw',
  changed: 'Gewijzigd',
  changedOfGroup: (number: number): string => `waarvan ${number} van groep`,
  unchanged: 'Gelijk',
  nothingToDo: 'niets te doen',
  missing: 'Niet in bestand',
  stay: 'blijven, tot jij kiest',
  repaired: 'Hersteld',
  lookOver: 'kijk ze na',
  refused: 'Geweigerd',
  yourHelp: 'jouw hulp nodig',
  none: 'niemand',
  all: (number: number): string => `Alle ${number} bekijken`,
  refusedTitle: (number: number): string => `Geweigerd: ${count(number, 'regel', 'regels')}`,
  refusedLine: (others: number): string => `Deze regels lezen we niet in. De andere ${others} wel.`,
  repairedTitle: (number: number): string => `Hersteld: ${count(number, 'veld', 'velden')}`,
  addedTitle: (words: string): string => `Nieuw: ${words}`,
  changedTitle: (words: string): string => `Gewijzigd: ${words}`,
  missingTitle: (words: string): string => `Niet in het bestand: ${words}`,
  proposalsTitle: (number: number): string => `Misschien dezelfde: ${count(number, 'persoon', 'personen')}`,
  proposalsLine:
    'Het bestand heeft voor hen geen vast nummer, maar de naam is gelijk aan die van iemand op school. Wat je open laat, lezen we niet in.',
  proposalSame: 'Dezelfde persoon',
  proposalOther: 'Iemand anders: nieuw',
  proposalOpen: 'Nu niet inlezen',
  born: (day: string): string => `geboren ${day}`,
  skippedTitle: 'Overgeslagen',
  skippedLine: 'Deze velden staan in het bestand en lezen we niet. We bewaren ze nergens.',
  line: 'Regel',
  person: 'Wie',
  field: 'Veld',
  was: 'In het bestand',
  now: 'Nu',
  becomes: 'Wordt',
  why: 'Waarom',
  wrong: 'Wat is er mis',
  deed: 'Wat kun je doen',
  noName: 'zonder naam',
  nothing: 'leeg',
  group: 'Groep',
  kind: 'Wat',
  missingChoice: 'Wat doen we met wie niet in het bestand staat?',
  leave: 'Laten staan',
  leaveLine: 'Er verandert niets voor deze mensen.',
  pick: 'Per persoon kiezen',
  pickLine: 'Uitschrijven vraagt altijd een datum.',
  ends: 'Uitschrijven',
  leaveAll: 'Allemaal uitschrijven',
  leaveAllLine: 'Met dezelfde datum.',
  endOn: 'Eerste dag niet meer op school',
  endOnHint: 'Bijvoorbeeld 1-8-2027',
  endOnMissing: 'Vul de dag in waarop ze van school zijn',
  endOnWrong: 'Schrijf de dag als 1-8-2027',
  endNobody: 'Kies wie je uitschrijft, of laat iedereen staan',
  allowLeavers: 'Ja, het klopt dat zoveel mensen van school gaan',
  allowLeaversLine: (found: string, wanted: string): string =>
    `Nodig als je ze uitschrijft: het gaat om ${found} van de ${wanted}, meer dan 10 procent.`,
  allowLeaversMissing: 'Kijk na of zoveel mensen van school gaan, en zet dan het vinkje',
  submit: (words: string): string => `Lees ${words} in`,
  theChoices: 'je keuzes',
  discard: 'Gooi deze proef weg',
  submitNothing: 'Er is niets om in te lezen.',
  summary: (added: number, changed: number, refused: number): string =>
    `${added} nieuw en ${changed} gewijzigd.${refused === 0 ? '' : ` ${count(refused, 'geweigerde regel blijft zoals die', 'geweigerde regels blijven zoals ze')} nu ${refused === 1 ? 'is' : 'zijn'}.`}`,
  other: 'Ander bestand kiezen',
  stale: 'Er is intussen iets veranderd. Bekijk de proef opnieuw.',
  back: 'Terug naar de proef',
}

const applied = {
  title: 'Ingelezen',
  done: 'Het bestand is ingelezen.',
  doneUndo: 'Je kunt het 30 dagen lang terugdraaien.',
  at: (moment: string, role: string): string => `${moment}, door ${role}`,
  ended: 'Uitgeschreven',
  reverse: 'Draai dit terug',
  reverseLine:
    'Wat dit bestand bracht, verdwijnt. Wat het wijzigde, wordt weer zoals het was. Wie sindsdien is veranderd, blijft zoals nu.',
  over: 'Terugdraaien kan niet meer: dat kan 30 dagen.',
  reversed: (moment: string): string => `Teruggedraaid op ${moment}.`,
  keptTitle: (number: number): string => `Niet teruggedraaid: ${number}`,
  keptLine: 'Deze mensen en groepen zijn sinds het inlezen veranderd of in gebruik. Ze bleven zoals ze zijn.',
  keptGone: 'niet meer op school',
}

export const nl = {
  fields,
  repairs,
  refusals,
  formats,
  kinds,
  kindWords,
  relations: relationWords,
  yearGroup,
  fault,
  list,
  preview,
  applied,
}

export type Texts = typeof nl
