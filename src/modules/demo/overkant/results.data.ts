import type { PlannedTest } from '../lay-tests.ts'

/** A test of a class; what Merel got is written here, what others got is drawn. */
export type OwnTest = Omit<PlannedTest, 'got' | 'scale'> & {
  /** Tenths, or a mark. */
  merel: number | 'O' | 'V' | 'G' | 'Vr' | 'Inh'
  said?: string
}

const of =
  (kind: PlannedTest['kind']) =>
  (
    title: string,
    weight: number,
    [made, entered]: readonly [number, PlannedTest['entered']],
    merel: OwnTest['merel'],
    said?: string,
  ): OwnTest => ({
    title,
    kind,
    weight,
    made,
    entered,
    merel,
    ...(said === undefined ? {} : { said }),
  })

const [written, oral, practical, assignment, listening, reading] = [
  of('written'),
  of('oral'),
  of('practical'),
  of('assignment'),
  of('listening'),
  of('reading'),
]

/** What a retake is made for and its test have one name. */
const words = 'Woorden van unit 3'

/**
 * A term of 3c. Behind the weight stand the school days ago on which it was made and entered. One test is entered today, so that
 * nobody knows it; what was entered on the last school day the pupils know and home does not.
 */
export const testsOf3c: Readonly<Record<string, readonly OwnTest[]>> = {
  Nederlands: [
    written('Spelling en leestekens', 1, [52, 48], 64),
    reading('Leesvaardigheid, hoofdstuk 1', 2, [41, 36], 68),
    oral(
      'Boekgesprek',
      2,
      [29, 28],
      78,
      'Je vertelt goed waarom het boek je raakte. Kijk de volgende keer vaker de klas in.',
    ),
    written(
      'Grammatica: zinsdelen',
      1,
      [17, 13],
      59,
      'Het lijdend voorwerp gaat goed. Oefen nog met het meewerkend voorwerp.',
    ),
    assignment('Betoog, eerste versie', 2, [7, 3], 71),
  ],
  Engels: [
    written('Woorden van unit 1', 1, [53, 51], 75),
    listening('Luistertoets', 2, [42, 38], 70),
    written('Grammatica van unit 2', 2, [26, 21], 62),
    oral('Presentatie: my weekend', 1, [14, 13], 80, 'Je sprak rustig en zonder papier. Goed gedaan.'),
    { ...written(words, 1, [3, 1], 46, 'Je kent de helft. Leer de rest en maak hem nog een keer.'), retakable: true },
    { ...written(`${words}, herkansing`, 1, [0, 0], 73, 'Je hebt duidelijk geleerd.'), again: words },
  ],
  Wiskunde: [
    written('Hoofdstuk 1: lineaire verbanden', 2, [50, 45], 66),
    written('Hoofdstuk 2: gelijkvormigheid', 2, [37, 32], 58),
    assignment('Praktische opdracht: schaal', 1, [24, 18], 72),
    written('Hoofdstuk 3: kwadraten', 3, [12, 6], 63, 'Je berekening klopt. Schrijf bij elke stap op wat je doet.'),
    written('Hoofdstuk 4: wortels', 1, [5, 0], 61),
  ],
  Frans: [
    written('Mots et phrases, unité 1', 1, [51, 47], 69),
    listening('Luistertoets', 1, [34, 30], 65),
    written('Grammaire: passé composé', 2, [19, 14], 57, 'Leer de werkwoorden met être nog een keer.'),
    oral('Gesprekje in de winkel', 1, [8, 7], 74),
  ],
  Duits: [
    written('Wörter, Kapitel 1', 1, [49, 45], 72),
    reading('Leestekst over Berlijn', 1, [33, 29], 67),
    written('Grammatik: Fälle', 2, [16, 11], 54, 'De eerste naamval gaat goed. Vraag in de les om hulp bij de derde.'),
    written('Wörter, Kapitel 2', 1, [6, 4], 76),
  ],
  Geschiedenis: [
    written('De Eerste Wereldoorlog', 2, [46, 41], 70),
    assignment('Bronnen vergelijken', 1, [30, 25], 74, 'Je kijkt goed wie iets schreef, en waarom.'),
    written('Het interbellum', 2, [4, 0], 68),
  ],
  Aardrijkskunde: [
    written('Klimaat en landschap', 2, [47, 42], 65),
    assignment('Kaart van je eigen buurt', 1, [28, 23], 82, 'Een heldere kaart. Je legenda is compleet.'),
    written('Water in Nederland', 2, [6, 0], 71, 'Je uitleg over de rivieren is sterk.'),
  ],
  Biologie: [
    written('Voeding en vertering', 2, [44, 39], 73),
    practical('Practicum: de microscoop', 1, [27, 24], 80),
    written('Bloedsomloop', 2, [11, 8], 69),
    practical('Tekening van het hart', 1, [3, 'today'], 77, 'Netjes getekend. Zet de namen nog bij de kamers.'),
  ],
  Natuurkunde: [
    written('Krachten', 2, [45, 40], 60),
    practical('Practicum: veerconstante', 1, [31, 27], 71),
    written('Energie', 2, [10, 5], 56, 'De formules ken je. Let op de eenheden.'),
  ],
  Scheikunde: [
    written('Stoffen en eigenschappen', 2, [43, 38], 66),
    practical('Practicum: scheiden', 1, [25, 22], 75),
    written('Reacties', 2, [9, 4], 'Inh', 'Je was ziek. We spreken een dag af.'),
  ],
  Economie: [
    written('Kiezen en ruilen', 1, [40, 35], 77),
    assignment('Een begroting maken', 1, [23, 18], 81, 'Je begroting klopt tot op de cent.'),
    written('Werk en loon', 2, [8, 3], 72),
  ],
  Tekenen: [
    practical('Perspectief', 1, [39, 34], 78),
    practical(
      'Zelfportret in houtskool',
      2,
      [18, 12],
      84,
      'Je durft donker te werken. Daardoor komt het licht goed uit.',
    ),
    practical('Schetsboek', 1, [5, 2], 75),
  ],
  LO: [
    practical('Conditie', 1, [36, 36], 'V'),
    practical('Volleybal', 1, [20, 20], 'G', 'Je helpt anderen om beter te spelen.'),
    practical('Turnen', 1, [6, 6], 'Vr', 'Je enkel deed nog zeer. Dit hoef je niet in te halen.'),
  ],
}

/** Some of what 4d made. */
export const testsOf4d: Readonly<Record<string, readonly OwnTest[]>> = {
  Nederlands: [reading('Leesvaardigheid', 2, [38, 32], 0), oral('Debat', 1, [12, 11], 0)],
  'Wiskunde A': [written('Tellen en kansen', 2, [35, 29], 0), written('Statistiek', 2, [10, 5], 0)],
  Economie: [written('Markt en prijs', 2, [31, 26], 0), written('Geld en banken', 1, [4, 0], 0)],
  Geschiedenis: [written('Stad en staat', 2, [22, 17], 0)],
}

const inDossier = (test: OwnTest): OwnTest => ({ ...test, dossier: 'exam' })

/** Some of what 6a made: of two subjects in the exam dossier. */
export const testsOf6a: Readonly<Record<string, readonly OwnTest[]>> = {
  Nederlands: [
    inDossier(oral('Schoolexamen 1: literatuur', 2, [33, 30], 0)),
    written('Oefening: samenvatten', 1, [14, 9], 0),
  ],
  'Wiskunde B': [
    inDossier(written('Schoolexamen 1: goniometrie', 3, [28, 22], 0)),
    written('Integreren', 2, [9, 5], 0),
  ],
  Latijn: [assignment('Vertaling van Ovidius', 1, [20, 15], 0)],
}

/** What 5d made for Dutch: its teacher can propose a change, on which somebody else decides. */
export const testsOf5d: Readonly<Record<string, readonly OwnTest[]>> = {
  Nederlands: [
    inDossier(oral('Schoolexamen 1: boekenlijst', 2, [32, 27], 0)),
    inDossier(assignment('Schoolexamen 2: betoog', 3, [13, 8], 0)),
    written('Oefening: argumenten', 1, [6, 3], 0),
  ],
}

/** What teachers write by now and then: of a good grade, of one that will do, and of one that is too low. */
export const remarks = {
  good: ['Je hebt dit goed geleerd.', 'Je antwoorden zijn duidelijk en compleet.', 'Mooi werk. Ga zo door.'],
  enough: [
    'Je bent op weg. Lees de vraag twee keer.',
    'Dit is goed. Leg de volgende keer uit hoe je eraan komt.',
    'Je kent de stof. Neem wat meer tijd voor de laatste vragen.',
  ],
  low: [
    'Kom langs in het hulpuur. Dan kijken we samen waar het misging.',
    'Maak de oefentoets nog een keer en laat hem aan mij zien.',
    'De stof is nog niet klaar. Begin met de samenvatting.',
  ],
} as const
