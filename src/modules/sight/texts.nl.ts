import type { Category, Choice, Showable } from './choice.ts'
import type { RequestState } from './request.ts'
import type { SightTables } from './tables.ts'

type Relation = SightTables['sight_request']['relation']

const categories: Readonly<Record<Category, string>> = {
  grades: 'Cijfers en resultaten',
  homework: 'Huiswerk en toetsen',
  presence: 'Aanwezigheid',
  timetable: 'Rooster',
  messages: 'Mededelingen voor de klas',
}
const choices: Readonly<Record<Choice, string>> = {
  agreed: 'Zoals afgesproken',
  ask: 'Alleen als ik het vraag',
  none: 'Liever niets',
}
const show: Readonly<Record<Showable, (child: string) => string>> = {
  homework: (child) => `Laat huiswerk van ${child} zien`,
  timetable: (child) => `Laat het rooster van ${child} zien`,
  messages: (child) => `Laat mededelingen voor ${child} zien`,
}
const asked: Readonly<Record<RequestState, (until: string, again: string) => string>> = {
  open: () => 'Je vraag is gesteld. Je kind en een leraar van de klas moeten allebei ja zeggen.',
  granted: (until) => `Je ziet resultaten op het moment dat je kind ze ziet. Dat stopt vanzelf na ${until}.`,
  over: (until) => `Je zag resultaten tegelijk met je kind, tot en met ${until}.`,
  refused: (_until, again) => `Dit gaat niet door. Vanaf ${again} kun je het opnieuw vragen.`,
  stopped: (_until, again) => `Dit is gestopt. Vanaf ${again} kun je het opnieuw vragen.`,
  withdrawn: () => 'Je hebt je vraag ingetrokken.',
}
const yours: Readonly<Record<Relation, string>> = {
  mother: 'Je moeder',
  father: 'Je vader',
  caretaker: 'Je verzorger',
  guardian: 'Je voogd',
  foster: 'Je pleegouder',
  institution: '',
  other: '',
}
const theirs: Readonly<Record<Relation, string>> = {
  mother: 'De moeder',
  father: 'De vader',
  caretaker: 'De verzorger',
  guardian: 'De voogd',
  foster: 'De pleegouder',
  institution: 'De voogd',
  other: 'Iemand met gezag',
}

const inWeeks = (count: number): string => (count === 1 ? '1 week' : `${count} weken`)

/** Dutch, B1: what a guardian wants to see, and a request for more. */
export const nl = {
  nav: 'Zicht',
  title: { guardian: 'Wat wil je zien?', pupil: 'Wie ziet je resultaten?', staff: 'Vragen om meer zicht' },
  line: {
    guardian: 'Kies per kind wat je hier wilt zien. Niets is ook een goede keuze. Je kunt dit altijd veranderen.',
    pupil: 'Hier staat het als een ouder of verzorger je resultaten tegelijk met jou wil zien.',
    staff:
      'Een ouder kan vragen om resultaten een tijd tegelijk met het kind te zien. Dat mag alleen als het kind en een leraar van de klas ja zeggen.',
  },
  onlyYou: 'Alleen jij weet wat je kiest. Je kind, de andere ouder en school zien het niet.',
  always: 'Dit komt altijd door: als je kind er niet is en school niet weet waarom, en een belangrijke mededeling.',
  empty: {
    guardian: 'Je hebt hier geen kind voor wie je iets kunt kiezen.',
    pupil: 'Niemand vraagt nu iets.',
    staff: 'Er is nu geen vraag voor je.',
  },
  said: {
    bewaard: 'Bewaard. Je kunt het altijd veranderen.',
    gevraagd: 'Je vraag is gesteld.',
    ingetrokken: 'Ingetrokken.',
    wacht: 'Bewaard. Nu is de ander aan de beurt.',
    mag: 'Bewaard. Vanaf nu mag het, en het stopt vanzelf.',
    gestopt: 'Bewaard. Het gaat niet door, of het is gestopt.',
    laat: 'Dit was al voorbij. Er is niets veranderd.',
  },
  categories,
  choices,
  choiceMissing: 'Kies een van de drie',
  now: {
    agreed: 'Nu: alles zoals afgesproken.',
    none: 'Nu: alles uit.',
    own: 'Nu: zoals je per onderdeel koos.',
  },
  all: { agreed: 'Alles zoals afgesproken', none: 'Alles uit' },
  parts: 'Kies per onderdeel',
  save: 'Bewaar',
  more: {
    title: 'Een tijd meer zien',
    line: 'Zie je resultaten later dan je kind? Je kunt vragen om ze een tijd op hetzelfde moment te zien. Je kind en een leraar van de klas moeten allebei ja zeggen. Het stopt vanzelf.',
    quiet: 'Andere ouders zien deze vraag niet.',
    open: 'Vraag het',
    weeks: 'Hoe lang?',
    inWeeks,
    weeksMissing: 'Kies hoe lang',
    reason: 'Waarom? Dit hoeft niet.',
    reasonHint: 'Je kind en de leraren van de klas lezen dit.',
    reasonLong: (most: number): string => `Maak het korter: ${most} tekens is het meest`,
    submit: 'Stel de vraag',
    inTheWay: 'Er is al een vraag, of er is net nee gezegd. Kijk hierboven.',
    asked,
    withdraw: 'Trek je vraag in',
    stop: 'Stop hiermee',
  },
  ask: {
    yours,
    theirs,
    byPupil: (who: string, weeks: number): string =>
      `${who} vraagt: mag ik ${inWeeks(weeks)} je resultaten zien op hetzelfde moment als jij?`,
    byMentor: (who: string, child: string, weeks: number): string =>
      `${who} wil de resultaten ${inWeeks(weeks)} op hetzelfde moment zien als ${child}.`,
    reason: (text: string): string => `Waarom: ${text}`,
    free: 'Je mag ja of nee zeggen. Bij nee hoef je niet te zeggen waarom. Wie het vraagt, hoort niet wie nee zei. Een leraar van je klas moet ook ja zeggen. Je kunt het altijd stoppen.',
    freeMentor:
      'Bij nee hoef je niet te zeggen waarom. Wie het vraagt, hoort niet wie nee zei. Andere ouders weten niets van deze vraag.',
    yes: 'Ja, dat mag',
    no: 'Nee',
    missing: 'Zeg ja of nee',
    youYes: 'Je zei ja. Een leraar van je klas moet ook ja zeggen.',
    mentorYes: (child: string): string => `Je zei ja. ${child} moet ook ja zeggen.`,
    teacherSaidYes: 'Een leraar van je klas zei ja.',
    childSaid: (child: string): string => `${child} zei ja.`,
    what: 'Wat vind jij?',
    whatChild: (child: string): string => `Wat zegt ${child}? Vraag het eerst.`,
    childYes: (child: string): string => `${child} zegt ja`,
    childNo: (child: string): string => `${child} zegt nee`,
    granted: (who: string, until: string): string =>
      `${who} ziet je resultaten op hetzelfde moment als jij. Dat stopt vanzelf na ${until}.`,
    grantedMentor: (who: string, child: string, until: string): string =>
      `${who} ziet de resultaten op hetzelfde moment als ${child}. Dat stopt vanzelf na ${until}.`,
    stop: 'Stop dit',
    notAfterAll: 'Toch niet',
  },
  own: {
    show,
    off: 'Niet alles staat hier. Dat heb je zelf gekozen.',
    offLink: 'Kijk wat je koos',
    waiting: {
      pupil: 'Er is een vraag voor je: wie mag je resultaten zien?',
      staff: (count: number): string =>
        count === 1 ? 'Er wacht een vraag om meer zicht' : `Er wachten ${count} vragen om meer zicht`,
    },
  },
}

export type Texts = typeof nl
