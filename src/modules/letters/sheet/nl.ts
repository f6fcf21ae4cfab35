import type { SheetWords } from './words.ts'

export const nl: SheetWords = {
  lang: 'nl',
  dir: 'ltr',
  title: (child) => `Zo zie je de schooldag van ${child}`,
  intro: (child, school) =>
    `Met deze brief zie je op je telefoon wat ${child} vandaag doet op ${school}. Je hebt geen wachtwoord nodig.`,
  introPupil: (school) => `Met deze brief maak je je account voor ${school}. Daarin staan je rooster en je dag.`,
  scan: 'Open de camera van je telefoon en houd hem voor het vierkant op deze brief. Tik op de link.',
  answer: (child) => `Vul in wanneer ${child} geboren is: de dag, de maand en het jaar.`,
  answerWord: 'Vraag de school om het woord van deze week. Dat kan aan de balie of met de telefoon. Vul het woord in.',
  answerPupil: 'Vul in wanneer je geboren bent: de dag, de maand en het jaar.',
  ready: (child) => `Klaar. Je ziet de dag van ${child}. Het blijft zo op dit apparaat.`,
  readyPupil: 'Kies een inlognaam en een wachtwoord. Klaar.',
  noCamera: (address) => `Lukt scannen niet? Ga naar ${address} en typ deze code:`,
  code: 'Code',
  until: (day) => `De brief werkt één keer, tot en met ${day}.`,
  secret: 'Bewaar de brief goed en geef hem aan niemand.',
  help: 'Lukt het niet, of is de brief te oud? Vraag de school om een nieuwe. Dat is zo gebeurd.',
  toGuardian: 'Aan de ouder of verzorger',
}
