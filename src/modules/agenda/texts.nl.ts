export const nl = {
  nav: 'Agenda',
  title: (week: number): string => `Agenda, week ${week}`,
  week: (week: number, days: string): string => `Week ${week}, ${days}`,
  weeks: 'Kies een week',
  previous: 'Vorige week',
  next: 'Volgende week',
  now: 'Deze week',
  chooseChild: 'Kies een kind',
  all: (count: number): string =>
    count === 2 ? 'Allebei' : count === 3 ? 'Alle drie' : count === 4 ? 'Alle vier' : 'Allemaal',
  chooseClass: 'Kies een klas',
  own: 'Mijn lessen',
  myClasses: 'Mijn klassen',
  today: 'vandaag',
  wholeDay: 'dag',
  noLessons: 'Geen lessen.',
  nothing: 'Niets gepland.',
  noTimetable: (names: string): string =>
    `Er is nog geen rooster van ${names}. Je ziet het hier zodra de school het heeft ingelezen.`,
  noOwnTimetable: 'Er is geen rooster van jou ingelezen. Je ziet hier de schoolkalender.',
  and: 'en',
  marks: {
    cancelled: 'vervalt',
    vanished: 'vervallen?',
    moved: 'andere tijd',
    'moved-away': 'verplaatst',
    room: 'ander lokaal',
  },
  at: (at: string): string => `om ${at}`,
  nowOn: (day: string): string => `nu voor ${day}`,
  wasAt: (at: string): string => `was om ${at}`,
  wasOn: (day: string, at: string): string => `was ${day} om ${at}`,
  movedTo: (day: string, at: string): string => `naar ${day} om ${at}`,
  print: 'Je kunt deze week printen. Dat past op één vel.',
  empty: {
    guardian: 'Je ziet hier op dit moment geen kind. Klopt dat niet? Vraag het aan de school.',
    staff: 'Je werkt op dit moment op geen school. Klopt dat niet? Vraag het aan de school.',
    none: 'Je hoort op dit moment bij geen school. Klopt dat niet? Vraag het aan de school.',
  },
}

export type Texts = typeof nl
