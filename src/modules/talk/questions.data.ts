import type { Family } from './subject.ts'

/** An open question, said with the name of a subject where it is about one. */
export type Template = {
  about: Family | 'day' | 'free' | 'test' | 'cancelled' | 'homework'
  /** Left out: for every age. */
  stage?: 'BO' | 'VO'
  nl: (subject: string) => string
  en: (subject: string) => string
}

/** Open questions that can be answered with a story. None asks how well it went, how somebody behaved, or what somebody got. */
export const questions: readonly Template[] = [
  // A test on the next school day.
  { about: 'test', nl: (s) => `Waar gaat de toets ${s} over?`, en: (s) => `What is the ${s} test about?` },
  {
    about: 'test',
    nl: (s) => `Welke vraag zou jij stellen als je de toets ${s} zelf mocht maken?`,
    en: (s) => `Which question would you ask if you could make the ${s} test yourself?`,
  },
  {
    about: 'test',
    nl: (s) => `Wat is het leukste weetje dat je nu weet voor ${s}?`,
    en: (s) => `What is the nicest fact you know now for ${s}?`,
  },
  {
    about: 'test',
    nl: (s) => `Hoe onthoud jij dingen voor ${s}?`,
    en: (s) => `How do you remember things for ${s}?`,
  },
  {
    about: 'test',
    nl: (s) => `Wat zou jij mij willen uitleggen van ${s}?`,
    en: (s) => `What would you like to explain to me about ${s}?`,
  },
  {
    about: 'test',
    nl: (s) => `Welk stuk van ${s} kun je goed gebruiken buiten school?`,
    en: (s) => `Which part of ${s} can you use outside school?`,
  },

  // A lesson that was not given.
  {
    about: 'cancelled',
    nl: (s) => `Er was vandaag geen ${s}. Wat deed je in die tijd?`,
    en: (s) => `There was no ${s} today. What did you do in that time?`,
  },
  {
    about: 'cancelled',
    nl: (s) => `Wat kwam er vandaag in de plaats van ${s}?`,
    en: (s) => `What came instead of ${s} today?`,
  },
  {
    about: 'cancelled',
    nl: (s) => `Wat zou je doen als je zelf een uur mocht vullen in plaats van ${s}?`,
    en: (s) => `What would you do if you could fill an hour yourself instead of ${s}?`,
  },
  {
    about: 'cancelled',
    nl: (s) => `Hoe was de dag zonder ${s}?`,
    en: (s) => `What was the day like without ${s}?`,
  },
  {
    about: 'cancelled',
    nl: (s) => `Met wie was je toen ${s} niet doorging?`,
    en: (s) => `Who were you with when ${s} was not given?`,
  },

  // Something to be made for the next school day.
  {
    about: 'homework',
    nl: (s) => `Waar gaat het huiswerk voor ${s} over?`,
    en: (s) => `What is the homework for ${s} about?`,
  },
  {
    about: 'homework',
    nl: (s) => `Op welke plek in huis maak je het liefst iets voor ${s}?`,
    en: (s) => `Where at home do you like to work on ${s} most?`,
  },
  {
    about: 'homework',
    nl: (s) => `Welk stukje voor ${s} zou je mij laten doen, en waarom?`,
    en: (s) => `Which bit for ${s} would you let me do, and why?`,
  },
  {
    about: 'homework',
    nl: (s) => `Wat zou je zelf opgeven als jij de les ${s} gaf?`,
    en: (s) => `What would you set if you gave the ${s} lesson?`,
  },
  {
    about: 'homework',
    nl: (s) => `Wat kom je tegen in het werk voor ${s} dat je nog niet wist?`,
    en: (s) => `What do you find in the work for ${s} that you did not know yet?`,
  },
  {
    about: 'homework',
    nl: (s) => `Wie of wat helpt jou als je iets voor ${s} maakt?`,
    en: (s) => `Who or what helps you when you make something for ${s}?`,
  },

  // Arithmetic and mathematics.
  {
    about: 'numbers',
    nl: (s) => `Bij ${s}: welke som zou je aan mij geven?`,
    en: (s) => `In ${s}: which sum would you give to me?`,
  },
  {
    about: 'numbers',
    nl: (s) => `Waar in huis kun je iets van ${s} zien?`,
    en: (s) => `Where at home can you see something of ${s}?`,
  },
  {
    about: 'numbers',
    nl: (s) => `Hoe zou jij ${s} uitleggen aan iemand die jonger is?`,
    en: (s) => `How would you explain ${s} to somebody younger?`,
  },
  {
    about: 'numbers',
    nl: (s) => `Wat was vandaag een slimme manier bij ${s}?`,
    en: (s) => `What was a clever way in ${s} today?`,
  },
  {
    about: 'numbers',
    nl: (s) => `Welk getal of welke vorm kwam je tegen bij ${s}?`,
    en: (s) => `Which number or shape did you meet in ${s}?`,
  },

  // Dutch, spelling and writing.
  {
    about: 'words',
    nl: (s) => `Welk woord leerde je bij ${s} dat je nog niet kende?`,
    en: (s) => `Which word did you learn in ${s} that you did not know yet?`,
  },
  {
    about: 'words',
    nl: (s) => `Waar ging het over bij ${s}?`,
    en: (s) => `What was it about in ${s}?`,
  },
  {
    about: 'words',
    nl: (s) => `Welk woord uit de les ${s} klinkt grappig?`,
    en: (s) => `Which word from the ${s} lesson sounds funny?`,
  },
  {
    about: 'words',
    nl: (s) => `Wat zou je willen schrijven als je bij ${s} zelf mocht kiezen?`,
    en: (s) => `What would you like to write if you could choose in ${s}?`,
  },
  {
    about: 'words',
    nl: (s) => `Welke zin uit de les ${s} is blijven hangen?`,
    en: (s) => `Which sentence from the ${s} lesson stayed with you?`,
  },

  // Reading.
  {
    about: 'reading',
    nl: (s) => `Wat gebeurde er in het verhaal bij ${s}?`,
    en: (s) => `What happened in the story in ${s}?`,
  },
  {
    about: 'reading',
    nl: (s) => `Wie uit het verhaal bij ${s} zou je willen ontmoeten?`,
    en: (s) => `Who from the story in ${s} would you like to meet?`,
  },
  {
    about: 'reading',
    nl: (s) => `Hoe zou het verhaal bij ${s} verder kunnen gaan?`,
    en: (s) => `How could the story in ${s} go on?`,
  },
  {
    about: 'reading',
    nl: (s) => `Over welk onderwerp zou je bij ${s} een boek kiezen?`,
    en: (s) => `About what would you choose a book in ${s}?`,
  },
  {
    about: 'reading',
    nl: (s) => `Wat zag je voor je toen je las bij ${s}?`,
    en: (s) => `What did you see in your mind when you read in ${s}?`,
  },

  // Other languages.
  {
    about: 'languages',
    nl: (s) => `Hoe zeg je iets aardigs in de taal van de les ${s}?`,
    en: (s) => `How do you say something kind in the language of the ${s} lesson?`,
  },
  {
    about: 'languages',
    nl: (s) => `Welk woord uit de les ${s} lijkt op een woord dat wij kennen?`,
    en: (s) => `Which word from the ${s} lesson looks like a word we know?`,
  },
  {
    about: 'languages',
    nl: (s) => `Met wie zou je willen praten als je heel goed ${s} kent?`,
    en: (s) => `Who would you talk with if you knew ${s} very well?`,
  },
  {
    about: 'languages',
    nl: (s) => `Waar ging de les ${s} over?`,
    en: (s) => `What was the ${s} lesson about?`,
  },
  {
    about: 'languages',
    nl: (s) => `Welk liedje of filmpje past bij ${s}?`,
    en: (s) => `Which song or film goes with ${s}?`,
  },

  // The world.
  {
    about: 'world',
    nl: (s) => `Bij ${s}: wat was het gekste dat je hoorde?`,
    en: (s) => `In ${s}: what was the strangest thing you heard?`,
  },
  {
    about: 'world',
    nl: (s) => `Over welke plek of welke tijd ging het bij ${s}?`,
    en: (s) => `Which place or time was it about in ${s}?`,
  },
  {
    about: 'world',
    nl: (s) => `Wat zou je willen vragen aan iemand uit de les ${s}?`,
    en: (s) => `What would you ask somebody from the ${s} lesson?`,
  },
  {
    about: 'world',
    nl: (s) => `Wat heeft ${s} te maken met onze eigen buurt?`,
    en: (s) => `What has ${s} to do with our own neighbourhood?`,
  },
  {
    about: 'world',
    nl: (s) => `Waar wil je meer over weten na de les ${s}?`,
    en: (s) => `What do you want to know more about after the ${s} lesson?`,
  },
  {
    about: 'world',
    nl: (s) => `Welk plaatje of filmpje zag je bij ${s}, en wat vond je ervan?`,
    en: (s) => `Which picture or film did you see in ${s}, and what did you think of it?`,
  },

  // Nature and technology.
  {
    about: 'nature',
    nl: (s) => `Bij ${s}: wat zou je thuis willen uitproberen?`,
    en: (s) => `In ${s}: what would you like to try at home?`,
  },
  {
    about: 'nature',
    nl: (s) => `Wat zag of hoorde je bij ${s} dat je verraste?`,
    en: (s) => `What did you see or hear in ${s} that surprised you?`,
  },
  {
    about: 'nature',
    nl: (s) => `Hoe werkt het waar jullie het over hadden bij ${s}?`,
    en: (s) => `How does it work, what you talked about in ${s}?`,
  },
  {
    about: 'nature',
    nl: (s) => `Waar kom je ${s} buiten tegen?`,
    en: (s) => `Where do you meet ${s} outside?`,
  },
  {
    about: 'nature',
    nl: (s) => `Wat zou je willen uitvinden na de les ${s}?`,
    en: (s) => `What would you like to invent after the ${s} lesson?`,
  },
  {
    about: 'nature',
    nl: (s) => `Welke vraag over ${s} weet bijna niemand?`,
    en: (s) => `Which question about ${s} can hardly anybody answer?`,
  },

  // Moving.
  { about: 'moving', nl: (s) => `Wat deden jullie bij ${s}?`, en: (s) => `What did you do in ${s}?` },
  {
    about: 'moving',
    nl: (s) => `Welk spel van ${s} kunnen wij ook thuis doen?`,
    en: (s) => `Which game from ${s} can we do at home too?`,
  },
  {
    about: 'moving',
    nl: (s) => `Wat vond je lijf van ${s}?`,
    en: (s) => `What did your body think of ${s}?`,
  },
  {
    about: 'moving',
    nl: (s) => `Met wie deed je samen bij ${s}?`,
    en: (s) => `Who did you do things with in ${s}?`,
  },
  {
    about: 'moving',
    nl: (s) => `Wat zou je kiezen als jij bij ${s} het spel mocht bedenken?`,
    en: (s) => `What would you choose if you could make up the game in ${s}?`,
  },

  // Making.
  {
    about: 'making',
    nl: (s) => `Wat maakte of oefende je bij ${s}?`,
    en: (s) => `What did you make or practise in ${s}?`,
  },
  {
    about: 'making',
    nl: (s) => `Waar haal jij ideeën vandaan bij ${s}?`,
    en: (s) => `Where do you get ideas from in ${s}?`,
  },
  {
    about: 'making',
    nl: (s) => `Welke kleur, klank of vorm koos je bij ${s}, en waarom?`,
    en: (s) => `Which colour, sound or shape did you choose in ${s}, and why?`,
  },
  {
    about: 'making',
    nl: (s) => `Wat zou je bij ${s} maken als alles mocht?`,
    en: (s) => `What would you make in ${s} if everything were allowed?`,
  },
  {
    about: 'making',
    nl: (s) => `Wat van ${s} zou je aan iemand willen laten zien of horen?`,
    en: (s) => `What from ${s} would you like to show or play to somebody?`,
  },

  // Screens.
  {
    about: 'screens',
    nl: (s) => `Wat kun je door ${s} zelf maken?`,
    en: (s) => `What can you make yourself through ${s}?`,
  },
  {
    about: 'screens',
    nl: (s) => `Bij ${s}: wat zou jij mij kunnen leren?`,
    en: (s) => `In ${s}: what could you teach me?`,
  },
  {
    about: 'screens',
    nl: (s) => `Hoe weet je of iets op internet waar is, volgens de les ${s}?`,
    en: (s) => `How do you know whether something online is true, after the ${s} lesson?`,
  },
  {
    about: 'screens',
    nl: (s) => `Wat zou je een computer willen laten doen na de les ${s}?`,
    en: (s) => `What would you let a computer do after the ${s} lesson?`,
  },

  // With the whole class.
  {
    about: 'class',
    nl: (s) => `Waar praatten jullie over bij ${s}?`,
    en: (s) => `What did you talk about in ${s}?`,
  },
  {
    about: 'class',
    nl: (s) => `Welk verhaal hoorde je bij ${s}?`,
    en: (s) => `Which story did you hear in ${s}?`,
  },
  {
    about: 'class',
    nl: (s) => `Wat zou jij willen vertellen bij ${s}?`,
    en: (s) => `What would you like to tell in ${s}?`,
  },
  {
    about: 'class',
    nl: (s) => `Waar moesten jullie om lachen bij ${s}?`,
    en: (s) => `What made you laugh in ${s}?`,
  },

  // Any school day.
  { about: 'day', nl: () => 'Waar moest je vandaag om lachen?', en: () => 'What made you laugh today?' },
  {
    about: 'day',
    nl: () => 'Wat hoorde je vandaag voor het eerst?',
    en: () => 'What did you hear for the first time today?',
  },
  {
    about: 'day',
    nl: () => 'Wie heb je vandaag geholpen, of wie hielp jou?',
    en: () => 'Who did you help today, or who helped you?',
  },
  {
    about: 'day',
    nl: () => 'Welk moment van vandaag zou je nog een keer willen doen?',
    en: () => 'Which moment of today would you like to do again?',
  },
  {
    about: 'day',
    nl: () => 'Wat was het stilste moment van de dag?',
    en: () => 'What was the quietest moment of the day?',
  },
  {
    about: 'day',
    nl: () => 'Welke vraag stelde iemand vandaag die je bijbleef?',
    en: () => 'Which question did somebody ask today that stayed with you?',
  },
  { about: 'day', nl: () => 'Waar keek je vandaag naar uit?', en: () => 'What did you look forward to today?' },
  {
    about: 'day',
    nl: () => 'Wat zou je mij laten zien als ik een uur in je klas mocht zitten?',
    en: () => 'What would you show me if I could sit in your class for an hour?',
  },
  {
    about: 'day',
    nl: () => 'Wat ging er vandaag anders dan je dacht?',
    en: () => 'What went differently today than you thought?',
  },
  {
    about: 'day',
    nl: () => 'Met wie heb je vandaag gepraat, en waarover?',
    en: () => 'Who did you talk with today, and what about?',
  },
  {
    about: 'day',
    nl: () => 'Welk deel van de dag ging het snelst voorbij?',
    en: () => 'Which part of the day went by fastest?',
  },
  { about: 'day', nl: () => 'Wat zag je onderweg naar school?', en: () => 'What did you see on the way to school?' },
  { about: 'day', nl: () => 'Wat deed je in de pauze?', en: () => 'What did you do at break?' },
  {
    about: 'day',
    nl: () => 'Hoe zag jouw plek in de klas er vandaag uit?',
    en: () => 'What did your place in class look like today?',
  },
  {
    about: 'day',
    nl: () => 'Wat zou je veranderen aan een schooldag als dat mocht?',
    en: () => 'What would you change about a school day if you could?',
  },
  {
    about: 'day',
    nl: () => 'Wat wil je morgen graag weten of doen?',
    en: () => 'What would you like to know or do tomorrow?',
  },
  { about: 'day', stage: 'BO', nl: () => 'Wat speelden jullie buiten?', en: () => 'What did you play outside?' },
  {
    about: 'day',
    stage: 'BO',
    nl: () => 'Wat vertelde de juf of meester vandaag?',
    en: () => 'What did your teacher tell today?',
  },
  {
    about: 'day',
    stage: 'BO',
    nl: () => 'Wat zou je doen als jij een dag de juf of meester was?',
    en: () => 'What would you do if you were the teacher for a day?',
  },
  {
    about: 'day',
    stage: 'BO',
    nl: () => 'Naast wie zat je vandaag, en wat deden jullie samen?',
    en: () => 'Who did you sit next to today, and what did you do together?',
  },
  {
    about: 'day',
    stage: 'VO',
    nl: () => 'Welke leraar vertelde vandaag iets dat je bijbleef?',
    en: () => 'Which teacher told something today that stayed with you?',
  },
  {
    about: 'day',
    stage: 'VO',
    nl: () => 'Waar ging het over in de kantine of op de gang?',
    en: () => 'What was the talk about in the canteen or the corridor?',
  },
  {
    about: 'day',
    stage: 'VO',
    nl: () => 'Welk nieuws hield jou of je vrienden bezig vandaag?',
    en: () => 'Which news was on your mind or your friends’ minds today?',
  },
  {
    about: 'day',
    stage: 'VO',
    nl: () => 'Over welk vak zou je een podcast willen maken, en waarom?',
    en: () => 'About which subject would you make a podcast, and why?',
  },

  // A day without school.
  {
    about: 'free',
    nl: () => 'Wat zou je vandaag doen als je alles zelf mocht kiezen?',
    en: () => 'What would you do today if you could choose everything yourself?',
  },
  {
    about: 'free',
    nl: () => 'Waar heb je deze vrije tijd het meest zin in?',
    en: () => 'What do you feel like most in this free time?',
  },
  { about: 'free', nl: () => 'Wie zou je graag weer eens zien?', en: () => 'Who would you like to see again?' },
  {
    about: 'free',
    nl: () => 'Wat wil jij leren dat ze op school niet geven?',
    en: () => 'What do you want to learn that school does not teach?',
  },
  {
    about: 'free',
    nl: () => 'Welk verhaal van school heb je nog niet verteld?',
    en: () => 'Which story of school have you not told yet?',
  },
  {
    about: 'free',
    nl: () => 'Wat doe je het liefst als je je verveelt?',
    en: () => 'What do you like doing most when you are bored?',
  },
  {
    about: 'free',
    nl: () => 'Welke plek zou je aan mij willen laten zien?',
    en: () => 'Which place would you like to show me?',
  },
  { about: 'free', nl: () => 'Wat zullen we samen koken of bakken?', en: () => 'What shall we cook or bake together?' },
  { about: 'free', nl: () => 'Welk spel zullen we vandaag doen?', en: () => 'Which game shall we play today?' },
  {
    about: 'free',
    nl: () => 'Wat maakt een vrije dag voor jou een fijne dag?',
    en: () => 'What makes a free day a nice day for you?',
  },
  {
    about: 'free',
    nl: () => 'Waar zou je heen gaan als je een dag kon vliegen?',
    en: () => 'Where would you go if you could fly for a day?',
  },
  {
    about: 'free',
    nl: () => 'Wat mis je van school als je vrij bent?',
    en: () => 'What do you miss of school when you are free?',
  },
  {
    about: 'free',
    nl: () => 'Welke film of welk boek zou je mij aanraden?',
    en: () => 'Which film or book would you recommend to me?',
  },
  { about: 'free', nl: () => 'Wat zag je vandaag buiten?', en: () => 'What did you see outside today?' },
  {
    about: 'free',
    nl: () => 'Wat zou je willen vragen over vroeger, toen ik klein was?',
    en: () => 'What would you like to ask about when I was little?',
  },
  {
    about: 'free',
    nl: () => 'Wat wil je nog doen voordat er weer school is?',
    en: () => 'What do you want to do before school starts again?',
  },
  { about: 'free', nl: () => 'Waar ben je nieuwsgierig naar?', en: () => 'What are you curious about?' },
  { about: 'free', nl: () => 'Hoe ziet jouw beste ochtend eruit?', en: () => 'What does your best morning look like?' },
]
